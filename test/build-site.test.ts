import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { build, loadConfig } from '../src/build.js';
import { buildSite } from '../src/build-site.js';
import type { Diagnostic } from '../src/model/diagnostic.js';
import { recordingReporter } from './helpers/recording-reporter.js';
import { temporaryFolder } from './helpers/temporary-folder.js';

test('builds a folder with nothing more than its name', async () => {
  const directory = temporaryFolder({ 'index.md': '---\n---\n# Hi\n', '_config.yml': 'title: A\n' });
  const result = await buildSite({ directory, environment: {} });
  expect(result).toMatchObject({ ok: true, written: 1, diagnostics: [] });
  expect(readFileSync(join(directory, '_site/index.html'), 'utf8')).toBe('<h1 id="hi">Hi</h1>\n');
});

test.each([
  [{}, 'false'],
  [{ serving: true }, 'true'],
])('templates know whether their site is served, with flags %o', async (flags, expected) => {
  const directory = temporaryFolder({ 'index.html': '---\n---\n{{ site.serving | inspect }}' });
  await buildSite({ directory, flags, environment: {} });
  expect(readFileSync(join(directory, '_site/index.html'), 'utf8')).toBe(expected);
});

test('tells of what went wrong, in the result and as it comes up', async () => {
  const directory = temporaryFolder({ 'index.html': '---\n---\n{% nope %}' });
  const told: Diagnostic[] = [];
  const onDiagnostic = (diagnostic: Diagnostic): void => void told.push(diagnostic);
  const result = await buildSite({ directory, flags: { strict: true }, environment: {}, onDiagnostic });
  expect(result.ok).toBe(false);
  expect(result.diagnostics.map(({ code }) => code)).toEqual(['liquid-exception']);
  expect(told).toEqual(result.diagnostics);
  expect(existsSync(join(directory, '_site'))).toBe(false);
});

test('a warning of the configuration fails a strict build', async () => {
  const directory = temporaryFolder({ 'index.html': '---\n---\n', '_config.yml': 'future: perhaps\n' });
  const [plain, strict] = [
    await buildSite({ directory, environment: {} }),
    await buildSite({ directory, flags: { strict: true }, environment: {} }),
  ];
  expect(plain.diagnostics.map(({ severity }) => severity)).toEqual(['warning']);
  expect([plain.ok, strict.ok]).toEqual([true, false]);
});

test('two builds with one reporter are both right, the second after the first has failed', async () => {
  const directory = temporaryFolder({ 'index.html': '---\n---\n{% nope %}' });
  const { reporter } = recordingReporter();
  const run = () =>
    build({ config: loadConfig({ directory, flags: {}, environment: {}, reporter }), reporter });
  expect(await run()).toMatchObject({ ok: false, written: 0 });
  writeFileSync(join(directory, 'index.html'), '---\n---\nmended');
  expect(await run()).toMatchObject({ ok: true, written: 1, diagnostics: [] });
  expect(readFileSync(join(directory, '_site/index.html'), 'utf8')).toBe('mended');
});

test('a folder may be named from the working directory', async () => {
  const directory = relative(process.cwd(), temporaryFolder({ 'a.html': '---\n---\n{{ 1 | plus: 1 }}' }));
  expect(await buildSite({ directory, environment: {} })).toMatchObject({ ok: true, written: 1 });
});
