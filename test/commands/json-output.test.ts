import { expect, test } from 'vitest';
import { runCli } from '../helpers/run-cli.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

test('build --json prints one document with counts and diagnostics, and nothing else', async () => {
  const folder = temporaryFolder({ '_config.yml': '', 'a.md': '---\nlayout: nope\n---\nx' });
  const { code, out, err } = await runCli(folder, 'build', '--json');
  expect([code, err]).toEqual([0, '']);
  const { milliseconds, ...document } = JSON.parse(out);
  expect(milliseconds).toEqual(expect.any(Number));
  expect(document).toEqual({
    ok: true,
    isOutputChanged: true,
    pages: 1,
    written: 1,
    unchanged: 0,
    removed: 0,
    leftOut: [],
    diagnostics: [
      {
        code: 'U1216',
        name: 'layout-not-found',
        severity: 'warning',
        message: "Layout 'nope' requested in a.md does not exist.",
        file: 'a.md',
        line: 2,
        hint: 'The site has no layouts.',
      },
    ],
  });
});

test('a failing build says so by its exit code, its document and the place', async () => {
  const folder = temporaryFolder({ '_config.yml': '', 'a.md': '---\n---\n{{ x' });
  const { code, out, err } = await runCli(folder, 'build', '--json');
  expect([code, err]).toEqual([1, '']);
  const { ok, diagnostics } = JSON.parse(out);
  expect(ok).toBe(false);
  expect(diagnostics).toMatchObject([
    {
      code: 'U1206',
      severity: 'error',
      file: 'a.md',
      line: 3,
      column: 1,
      jekyll: expect.stringContaining('regexp'),
    },
  ]);
});

test('a configuration that cannot be read is in the document, too', async () => {
  const folder = temporaryFolder({ '_config.yml': 'a: b: c\n' });
  for (const command of ['build', 'doctor']) {
    const { code, out, err } = await runCli(folder, command, '--json');
    expect([code, err]).toEqual([1, '']);
    expect(JSON.parse(out)).toMatchObject({ ok: false, diagnostics: [{ code: 'U1002', line: 1 }] });
  }
});

test('one document is of one build', async () => {
  const { code, out, err } = await runCli(
    temporaryFolder({ '_config.yml': '' }),
    'build',
    '--json',
    '--watch',
  );
  expect([code, out]).toEqual([1, '']);
  expect(err).toContain('--json and --watch exclude each other');
});
