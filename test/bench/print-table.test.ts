import { expect, test } from 'vitest';
import type { CaseFigures } from '../../bench/table/figures.js';
import { cellOf } from '../../bench/table/figures.js';
import { noteOf, TablePrinter } from '../../bench/table/print-table.js';

const field = {
  checkouts: { utterson: '.' },
  peers: [
    { name: 'jekyll', version: '4.4.1', command: 'jekyll', shapes: {}, args: () => [] },
    { name: 'zola', version: '0.20.0', command: 'zola', shapes: {}, args: () => [] },
  ],
  renderers: [{ name: 'markdown-it', version: '15.0.3', render: () => ({ wall: 1, cpu: 1 }) }],
  hasCopy: true,
};

const cases: CaseFigures[] = [
  {
    name: 'blog-1000',
    title: 'blog, 1,000 posts',
    unit: 's',
    programs: {
      utterson: cellOf([
        { wall: 2, cpu: 3, memory: 140.4 },
        { wall: 2.2, cpu: 3.2, memory: 142 },
        { wall: 9, cpu: 3.1, memory: 141 },
      ]),
      copy: cellOf([{ wall: 0.11, cpu: 0.05 }]),
      jekyll: cellOf([]),
    },
  },
  {
    name: 'markdown-tables',
    title: 'Markdown, tables',
    unit: 'µs/KB',
    programs: {
      utterson: cellOf([{ wall: 394, cpu: 400 }]),
      'markdown-it': cellOf([{ wall: 739, cpu: 740 }]),
    },
  },
];

test('prints medians, times ours, under a head for each unit', () => {
  const lines: string[] = [];
  const versions = { utterson: '0.2.0', jekyll: '4.4.1', zola: '0.20.0', 'markdown-it': '15.0.3' };
  const printer = new TablePrinter(field, versions, (line) => lines.push(line));
  for (const row of cases) printer.row(row);
  expect(lines.map((line) => line.replace(/ {2,}/g, ' | '))).toEqual([
    'seconds | utterson | copy | jekyll | zola | our MiB',
    ' | 0.2.0 | 4.4.1 | 0.20.0',
    'blog, 1,000 posts | 2.20 | 0.11 ×0.050 | failed | - | 141',
    ' | processor | 3.10 | 0.05 ×0.016 | failed | -',
    '',
    'microseconds a kilobyte | utterson | markdown-it',
    ' | 0.2.0 | 15.0.3',
    'Markdown, tables | 394.0 | 739.0 ×1.9',
    ' | processor | 400.0 | 740.0 ×1.9',
  ]);
});

test('says what noise there was', () => {
  expect(noteOf(cases, 3)).toContain('differ by a factor of 4.50 in the middle and 4.50 at most');
  expect(noteOf(cases.slice(1), 1)).toContain('nothing is known of the noise');
});
