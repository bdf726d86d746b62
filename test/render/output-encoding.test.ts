import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Includes } from '../../src/render/includes.js';
import { OutputEncoding } from '../../src/render/output-encoding.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';
import { readFolder } from '../read/read-folder.js';

test('a file of the source is read once, however many outputs it stands in', () => {
  const folder = temporaryFolder({
    '_config.yml': 'encoding: iso-8859-1\n',
    'a.html': '---\n---\n{% include_relative part.txt %}',
    'part.txt': 'caf\u00e9',
  });
  const { site } = readFolder(folder);
  const encodings = new OutputEncoding(site, new Includes(site.config));
  const encoding = (): string =>
    encodings.of(site.pages[0]!, 'caf\u00e9', { all: () => ['source:part.txt'] });
  expect(encoding()).toBe('ISO-8859-1');
  rmSync(join(folder, 'part.txt'));
  expect(encoding()).toBe('ISO-8859-1');
});
