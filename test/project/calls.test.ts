import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { dependencyFor, IS_PUBLISHED } from '../../src/commands/line/program-source.js';

/** What people read or start, by Git's list; tests and benchmarks are ours. */
const files = execFileSync('git', ['ls-files'], { encoding: 'utf8' })
  .split('\n')
  .filter((path) => /\.(?:md|ts|js|ya?ml|json|html)$|^bin\//.test(path))
  .filter((path) => !/^(?:test|bench)\/|program-source\.ts$/.test(path));

test.skipIf(IS_PUBLISHED)('leads nobody to a registry that does not have the program', () => {
  expect(files.length).toBeGreaterThan(1000);
  const wrong = files.filter((path) =>
    /npx utterson|npm (?:i|install)(?: -\S+)* utterson\b/.test(readFileSync(path, 'utf8')),
  );
  expect(wrong).toEqual([]);
  expect(dependencyFor(process.cwd())).toMatch(/^file:/);
});
