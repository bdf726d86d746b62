import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fastGlob from 'fast-glob';
import { JOBS } from '../helpers/jobs.js';
import type { SiteCase } from './cases.js';

/** What building a whole site gave, against what it should have given. */
export interface SiteVerdict {
  readonly name: string;
  readonly isExact: boolean;
  /** One line a difference, e.g. `different: about.html`. */
  readonly problems: readonly string[];
}

const program = join(process.cwd(), 'bin/utterson.js');

/** Builds a copy of the site with the command line, as a user would, and compares exit status, messages and every file. */
export async function buildSiteCase(site: SiteCase): Promise<SiteVerdict> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'utterson-site-')));
  try {
    const source = join(folder, 'source');
    const destination = join(folder, 'out');
    cpSync(join(site.folder, 'source'), source, { recursive: true });
    if (site.mtime) touchAll(source, site.mtime);
    const [command, ...flags] = site.args;
    const jobs = command === 'build' && JOBS.flags.jobs ? [`--jobs=${JOBS.flags.jobs}`] : [];
    const given = [command!, '--destination', destination, ...jobs, ...flags];
    const run = await execute(given, source, { ...JOBS.environment, ...site.env });
    const said = run.stderr.replaceAll(source, 'SOURCE').replaceAll(destination, 'DESTINATION');
    const problems = [
      ...(run.exit === site.exit ? [] : [`exit ${run.exit} instead of ${site.exit}: ${said.slice(0, 300)}`]),
      ...missingLines(site.stderr ?? '', said),
      ...(site.exit === 0 ? compareFolders(join(site.folder, 'expected'), destination) : []),
    ];
    return { name: site.name, isExact: problems.length === 0, problems };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function touchAll(folder: string, time: Date): void {
  for (const path of [
    ...fastGlob.sync('**', { cwd: folder, dot: true, onlyFiles: false, absolute: true }),
    folder,
  ]) {
    utimesSync(path, time, time);
  }
}

function execute(
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>>,
): Promise<{ exit: number; stderr: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...args], {
      cwd,
      env: { ...process.env, TZ: 'UTC', JEKYLL_ENV: undefined, NO_COLOR: '1', ...env },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.on('error', reject).on('close', (exit) => resolve({ exit: exit ?? -1, stderr }));
  });
}

/**
 * The lines of the reference's standard error that ours lacks. Not asked for: the last line of a failure, in which Ruby reports its
 * exception (`MESSAGE (Class)`), and the box about `--trace`, which ours replaces. Ours may add places and advice.
 */
function missingLines(expected: string, actual: string): string[] {
  const squeeze = (line: string): string => line.replace(/\s+/g, ' ').trim();
  const said = squeeze(actual);
  return expected
    .split('\n')
    .map(squeeze)
    .filter((line) => line !== '' && !isRubysOwn(line) && !isBox(line) && !said.includes(line))
    .map((line) => `not said: ${line}\n  instead: ${said.slice(0, 400)}`);
}

function isRubysOwn(line: string): boolean {
  return / \([A-Z]\w*(::\w+)*\)$/.test(line);
}

function isBox(line: string): boolean {
  return (
    /^-+$/.test(line) || /Please append `--trace`|for any additional information or backtrace/.test(line)
  );
}

/** One line for each file that is missing, extra or different. */
export function compareFolders(expected: string, actual: string): string[] {
  const list = (folder: string): Set<string> =>
    new Set(existsSync(folder) ? fastGlob.sync('**', { cwd: folder, dot: true }) : []);
  const wanted = list(expected);
  const written = list(actual);
  return [...new Set([...wanted, ...written])].sort().flatMap((file) => {
    if (!written.has(file)) return [`missing: ${file}`];
    if (!wanted.has(file)) return [`extra: ${file}`];
    const same = readFileSync(join(expected, file)).equals(readFileSync(join(actual, file)));
    return same ? [] : [`different: ${file}\n${firstDifference(join(expected, file), join(actual, file))}`];
  });
}

function firstDifference(expected: string, actual: string): string {
  const want = readFileSync(expected, 'utf8').split('\n');
  const got = readFileSync(actual, 'utf8').split('\n');
  const line = want.findIndex((text, index) => text !== got[index]);
  const at = line < 0 ? want.length : line;
  return `  line ${at + 1}\n  - ${want[at] ?? '(end)'}\n  + ${got[at] ?? '(end)'}`;
}
