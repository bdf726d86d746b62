import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadConfig } from '../../src/config/load.js';
import { compareOutputs, firstDifference } from '../../src/write/compare-outputs.js';
import { recordingReporter } from '../helpers/recording-reporter.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

function compare(
  clean: Record<string, string>,
  site: Record<string, string>,
  skipped: string[] = [],
): unknown {
  const directory = temporaryFolder(site);
  const { reporter } = recordingReporter();
  const config = loadConfig({ directory, flags: {}, environment: {}, reporter });
  return [...compareOutputs(temporaryFolder(clean), config, new Set(skipped))];
}

test('equal folders have no differences', () => {
  expect(compare({ 'a/b.html': 'x' }, { '_site/a/b.html': 'x' })).toEqual([]);
});

test('what is missing, too much or another is named in order, but for what is skipped', () => {
  const clean = { 'a.html': 'x', 'b.html': 'x\ny\nz', 'd.html': '1' };
  const site = { '_site/b.html': 'x\nY\nz', '_site/c/d.html': '', '_site/d.html': '2' };
  expect(compare(clean, site, ['d.html'])).toEqual([
    { path: 'a.html', kind: 'missing' },
    { path: 'b.html', kind: 'other', at: { line: 2, is: 'Y', shouldBe: 'y' } },
    { path: 'c/d.html', kind: 'extra' },
  ]);
});

test('what a build leaves alone is no difference', () => {
  expect(compare({}, { '_site/.git/HEAD': '' })).toEqual([]);
  expect(compare({}, { 'content/x': '', 'layouts/x': '', 'dist/CNAME': '' })).toEqual([]);
});

test('a link or a folder where a file should be is none', () => {
  const directory = temporaryFolder({ 'other/a.html': 'x' });
  mkdirSync(join(directory, '_site/b.html'), { recursive: true });
  symlinkSync(join(directory, 'other/a.html'), join(directory, '_site/a.html'));
  const { reporter } = recordingReporter();
  const config = loadConfig({ directory, flags: {}, environment: {}, reporter });
  const clean = temporaryFolder({ 'a.html': 'x', 'b.html': 'x' });
  expect([...compareOutputs(clean, config, new Set())]).toEqual([
    { path: 'a.html', kind: 'missing' },
    { path: 'b.html', kind: 'missing' },
  ]);
});

test('a difference far behind is found with its line, which is cut where it is long', () => {
  const lines = 'line\n'.repeat(40_000);
  const long = 'x'.repeat(500);
  const folder = temporaryFolder({
    a: `${lines}${long}A${long}\n`,
    b: `${lines}${long}B${long}\n`,
    c: lines,
  });
  const [a, b, c] = ['a', 'b', 'c'].map((name) => join(folder, name));
  expect(firstDifference(a!, a!)).toBeNull();
  const found = firstDifference(a!, b!)!;
  expect(found.line).toBe(40_001);
  expect(found.is).toBe(`${'x'.repeat(80)}A${'x'.repeat(79)}`);
  expect(found.shouldBe).toBe(`${'x'.repeat(80)}B${'x'.repeat(79)}`);
  expect(firstDifference(c!, a!)).toMatchObject({ line: 40_001, is: '' });
});
