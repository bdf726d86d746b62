import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ERROR_PAGES, numberOf, pageOfNumber } from '../../src/report/error-pages.js';
import { WORD_RULES } from '../../src/report/word-rules.js';
import { runCli } from '../helpers/run-cli.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

const source = readFileSync(new URL('../../src/report/messages.ts', import.meta.url), 'utf8');
/** Of every message: whatever makes a diagnostic takes its code as the first argument. */
const codes = new Set(
  [...source.matchAll(/\b(?:error|warning|fatal|pluginFailed|wrongSetting)\(\s*'([a-z-]+)'/g)].map(
    ([, code]) => code!,
  ),
);

test.each([...codes])('%s has a page', (code) => {
  expect(numberOf(code)).toMatch(/^U\d{4}$/);
});

test('no page is without a message', () => {
  const named = new Set([...codes, ...WORD_RULES.flatMap(({ name }) => name ?? [])]);
  expect(ERROR_PAGES.map(({ code }) => code).filter((code) => !named.has(code))).toEqual([]);
});

test('numbers are in order, and each stands for one message', () => {
  const numbers = ERROR_PAGES.map(({ number }) => number);
  expect(numbers).toEqual([...new Set(numbers)].sort());
  expect(new Set(ERROR_PAGES.map(({ code }) => code)).size).toBe(numbers.length);
});

test.each(ERROR_PAGES)('$number says when, shows an example and what to do', ({ when, example, remedy }) => {
  expect(when).toMatch(/\.$/);
  expect(example).not.toBe('');
  expect(remedy).toMatch(/[.)]$/);
});

test('help prints the page of a number, however it is written', async () => {
  const folder = temporaryFolder();
  const { code, out } = await runCli(folder, 'help', 'u1203');
  const page = pageOfNumber('U1203')!;
  expect(code).toBe(0);
  for (const text of ['U1203 -- liquid-include-missing', page.when, page.example, page.remedy]) {
    expect(out).toContain(text);
  }
  const unknown = await runCli(folder, 'help', 'U9999');
  expect(unknown.code).toBe(1);
  expect(unknown.err).toContain('There is no message with the number U9999.');
});
