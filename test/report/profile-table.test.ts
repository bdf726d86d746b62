import { expect, test } from 'vitest';
import { profileJson, profileTables } from '../../src/report/profile-table.js';

test('prints phases and templates in the tables of Jekyll, the costliest template first, and what is behind them', () => {
  const templates = new Map([
    [
      '_includes/a.html',
      { count: 12, bytes: 512, total: 1, includes: 0, filters: new Map([['upcase', 0.25]]) },
    ],
    [
      'a.md',
      {
        count: 1,
        bytes: 20480,
        total: 9,
        includes: 1,
        filters: new Map([
          ['upcase', 2.5],
          ['sort', 4],
        ]),
      },
    ],
  ]);
  expect(profileTables({ read: 7.1, render: 20.8 }, templates)).toBe(`
Build Process Summary:

| PHASE      |   TIME |
+------------+--------+
| READ       | 0.0071 |
| RENDER     | 0.0208 |
| TOTAL TIME | 0.0279 |


Site Render Stats:

| Filename            | Count |  Bytes |  Time |
+---------------------+-------+--------+-------+
| a.md                |     1 | 20.00K | 0.009 |
| _includes/a.html    |    12 |  0.50K | 0.001 |
| TOTAL (for 2 files) |    13 | 20.50K | 0.010 |


Without what they include, and without filters:

| Filename         | Count | Itself | Includes | Filters |  Time |
+------------------+-------+--------+----------+---------+-------+
| a.md             |     1 |  0.002 |    0.001 |   0.006 | 0.009 |
| _includes/a.html |    12 |  0.001 |    0.000 |   0.000 | 0.001 |


Filters, without those before them:

| Filter | Templates |  Time |
+--------+-----------+-------+
| sort   |         1 | 0.004 |
| upcase |         2 | 0.003 |
`);
});

test('gives programs the same figures, and those of filters, as one object', () => {
  const templates = new Map([
    ['a.md', { count: 1, bytes: 20480, total: 7.25, includes: 1, filters: new Map([['upcase', 0.5]]) }],
  ]);
  expect(JSON.parse(profileJson({ read: 7.1 }, templates))).toEqual({
    phases: { read: 7.1 },
    templates: { 'a.md': { count: 1, bytes: 20480, total: 7.25, includes: 1, filters: { upcase: 0.5 } } },
  });
});
