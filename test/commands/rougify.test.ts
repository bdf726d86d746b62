import { expect, test } from 'vitest';
import { runCli } from '../helpers/run-cli.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

test.each([
  [['style', 'igorpro'], ['igorpro']],
  [['style'], ['thankful_eyes']],
  [
    ['style', 'github.dark', '--scope', '.code'],
    ['github.dark', '--scope', '.code'],
  ],
])('prints what highlight-css does: %j', async (args, same) => {
  const expected = await runCli(temporaryFolder(), 'highlight-css', ...same);
  expect(expected.code).toBe(0);
  expect(await runCli(temporaryFolder(), 'rougify', ...args)).toEqual(expected);
});

test.each([
  [['style', 'bw', '--tex'], "The option '--tex' is not supported yet."],
  [['style', 'bw', '--tex-prefix', 'X'], "The option '--tex-prefix' is not supported yet."],
  [['list'], "utterson rougify takes style, not 'list'."],
  [[], 'utterson rougify takes style, not nothing.'],
])('refuses %j', async (args, message) => {
  const { code, out, err } = await runCli(temporaryFolder(), 'rougify', ...args);
  expect([code, out, err]).toEqual([1, '', `             Error: ${message}\n`]);
});
