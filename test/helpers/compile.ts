import { execFileSync } from 'node:child_process';
import type { TestProject } from 'vitest/node';
import { prepareChildCoverage } from '../coverage/child-coverage.js';

/**
 * Compiles `src/` before the tests run, as many of them start the program as a user does. Vitest calls this once a run, however it is
 * started; while it watches, every later run compiles again.
 */
export function setup(project: TestProject): void {
  compile();
  project.onTestsRerun(compile);
  prepareChildCoverage(project);
}

function compile(): void {
  execFileSync(process.execPath, ['esbuild.config.js', '--if-newer'], { stdio: 'inherit' });
}
