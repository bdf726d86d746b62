import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import type { Profiler } from 'node:inspector';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { mergeProcessCovs } from '@bcoe/v8-coverage';
import { convert } from 'ast-v8-to-istanbul';
import { parseAstAsync, type TestProject } from 'vitest/node';
import type { Counts } from './counts.js';

/** Where programs that tests start leave what V8 counted, a file a process. */
const folder = join(process.cwd(), 'node_modules/.cache/utterson/child-coverage');

interface ProcessCoverage {
  result: Profiler.ScriptCoverage[];
}

declare module 'vitest' {
  interface ProvidedContext {
    /** `null` when coverage is not measured. */
    childCoverage: string | null;
  }
}

/** Empties the folder and tells the tests of it, when coverage is measured. */
export function prepareChildCoverage(project: TestProject): void {
  const isMeasured = project.config.coverage.enabled;
  project.provide('childCoverage', isMeasured ? folder : null);
  if (!isMeasured) return;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
}

/** What the programs executed, a part a bundle: each is led back to the files of `src/` by its map. */
export async function readChildCoverage(): Promise<Counts[]> {
  const scripts = mergeProcesses().filter(({ url }) => existsSync(`${fileURLToPath(url)}.map`));
  if (scripts.length === 0)
    throw new Error('No started program left its counts, or lib/ has no source maps.');
  return Promise.all(scripts.map(convertScript));
}

/** Process by process: the counts of all of them would not fit in memory. */
function mergeProcesses(): Profiler.ScriptCoverage[] {
  let merged: ProcessCoverage = { result: [] };
  for (const name of readdirSync(folder)) {
    const { result } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as ProcessCoverage;
    const own = result.flatMap((script) => {
      const url = compiledFile(script.url);
      return url === null ? [] : [{ ...script, url }];
    });
    merged = mergeProcessCovs([merged, { result: own }]);
  }
  return merged.result;
}

/** The address of a file of `lib/`, of which an installed package holds a copy; `null` for any other. */
function compiledFile(url: string): string | null {
  const lib = pathToFileURL(join(process.cwd(), 'lib/')).href;
  if (url.startsWith(lib)) return url;
  const [, path] = /\/node_modules\/utterson\/lib\/(.*)$/.exec(url) ?? [];
  return path === undefined ? null : lib + path;
}

async function convertScript(coverage: Profiler.ScriptCoverage): Promise<Counts> {
  const path = fileURLToPath(coverage.url);
  const code = readFileSync(path, 'utf8');
  const sourceMap = JSON.parse(readFileSync(`${path}.map`, 'utf8'));
  return (await convert({ code, sourceMap, coverage, ast: parseAstAsync(code) })) as Counts;
}
