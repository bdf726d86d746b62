import { utimesSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildFolder } from '../../helpers/build-site.js';
import { temporaryFolder } from '../../helpers/temporary-folder.js';

const PAGES =
  "{% assign all = site.pages | sort: 'last_modified_at' %}{% for p in all %}{{ p.name }} {% endfor %}";

test.each([
  ['', 'new.html old.html list.html '],
  ['last-modified-at: {date-format: "%F"}\n', 'old.html new.html list.html '],
])('dates are sorted by their text in the format %j', async (setting, order) => {
  const folder = temporaryFolder({
    '_config.yml': `plugins: [jekyll-last-modified-at]\n${setting}`,
    'old.html': '---\n---\n{{ page.last_modified_at | date: "%F" }}',
    'new.html': '---\n---\n{{ page.last_modified_at }}',
    'list.html': `---\n---\n${PAGES}`,
  });
  const times = { 'old.html': '2019-05-10', 'new.html': '2020-02-01', 'list.html': '2021-12-31' };
  for (const [name, day] of Object.entries(times)) {
    utimesSync(join(folder, name), new Date(`${day}T00:00:00Z`), new Date(`${day}T00:00:00Z`));
  }
  const { outputs } = await buildFolder(folder);
  expect(outputs['list.html']).toBe(order);
  expect(outputs['old.html']).toBe('2019-05-10');
  expect(outputs['new.html']).toBe('2020-02-01 00:00:00 +0000');
});
