import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { runCli } from '../helpers/run-cli.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

function expectedSheet(name: string): string {
  return readFileSync(new URL(`../highlight/themes/${name}.css`, import.meta.url), 'utf8');
}

test.each([
  [['github'], 'github'],
  [['base16.monokai.light'], 'base16.monokai.light'],
  [['github', '--dark'], 'github.dark'],
  [['--light', 'gruvbox'], 'gruvbox.light'],
])('prints a theme: %j', async (args, name) => {
  const { code, out, err } = await runCli(temporaryFolder(), 'highlight-css', ...args);
  expect([code, err]).toEqual([0, '']);
  expect(out).toBe(expectedSheet(name));
});

test('prints it whatever the level of messages is', async () => {
  process.env['JEKYLL_LOG_LEVEL'] = 'error';
  try {
    expect((await runCli(temporaryFolder(), 'highlight-css', 'bw')).out).toBe(expectedSheet('bw'));
  } finally {
    delete process.env['JEKYLL_LOG_LEVEL'];
  }
});

test('puts the dark mode where readers prefer it', async () => {
  const { out } = await runCli(temporaryFolder(), 'highlight-css', 'gruvbox', '--both');
  const dark = expectedSheet('gruvbox.dark').replace(/^(?=.)/gm, '  ');
  expect(out).toBe(`${expectedSheet('gruvbox.light')}@media (prefers-color-scheme: dark) {\n${dark}}\n`);
});

test('takes the selector of what code stands in', async () => {
  const { out } = await runCli(temporaryFolder(), 'highlight-css', 'tulip', '--scope', 'pre.code');
  expect(out).toBe(expectedSheet('tulip').replaceAll('.highlight', 'pre.code'));
});

test('lists the names, without a colour where there is no terminal', async () => {
  const { code, out } = await runCli(temporaryFolder(), 'highlight-css', '--list');
  const names = out.trimEnd().split('\n');
  expect(code).toBe(0);
  expect(names).toHaveLength(25);
  expect(names.slice(0, 3)).toEqual(['base16', 'base16.dark', 'base16.light']);
});

test.each([
  [[], ['You must name a theme.', '`utterson highlight-css --list` shows them.']],
  [['gihtub'], ['unknown theme: gihtub', "Did you mean 'github'?"]],
  [['no-such'], ['unknown theme: no-such', '`utterson highlight-css --list` shows those there are.']],
  [['bw', 'tulip'], ["One theme is printed at a time: 'bw', or 'tulip'."]],
  [['github', '--light', '--dark'], ['--light and --dark exclude each other.']],
  [
    ['monokai', '--dark'],
    [
      'The theme monokai has one mode only: leave out --dark.',
      'Two have: base16, base16.monokai, base16.solarized, github, gruvbox.',
    ],
  ],
  [['github.dark', '--both'], ['The name github.dark says which mode: leave out --both, or call it github.']],
])('refuses %j', async (args, lines) => {
  const { code, out, err } = await runCli(temporaryFolder(), 'highlight-css', ...args);
  expect([code, out]).toEqual([1, '']);
  expect(
    err
      .trimEnd()
      .split('\n')
      .map((line) => line.slice(20)),
  ).toEqual(lines);
});
