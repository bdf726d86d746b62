import { truncateSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { wholeText } from '../../src/model/output.js';
import { HeldFile } from '../../src/write/held-file.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

const MEGABYTE = 2 ** 20;

test('texts come back, whether they are in the file yet or not, short or longer than what is written at once', () => {
  const file = new HeldFile(join(temporaryFolder(), 'texts'));
  const texts = [
    '',
    'é“”',
    'a'.repeat(MEGABYTE / 3),
    '€'.repeat(MEGABYTE),
    'b'.repeat(MEGABYTE / 4),
    '😀',
    'c',
  ];
  const held = texts.map((text) => file.add(text));
  for (const [index, text] of texts.entries()) expect(held[index]!.read() === text).toBe(true);
  file.close();
});

test('a held text stands in records as itself', () => {
  const file = new HeldFile(join(temporaryFolder(), 'texts'));
  expect(JSON.stringify({ text: file.add('a"b') })).toBe('{"text":"a\\"b"}');
  file.close();
});

test('a file that has become shorter is told of', () => {
  const path = join(temporaryFolder(), 'texts');
  const file = new HeldFile(path);
  const held = file.add('a'.repeat(MEGABYTE));
  file.add('b'.repeat(MEGABYTE));
  truncateSync(path, 10);
  expect(() => wholeText(held)).toThrow('was changed by somebody else while the site was built');
  file.close();
});
