/**
 * How many plugin files in Ruby do here what they do under the reference. Takes a folder of folders, each with the plugin files of one site
 * (`BENCH_PLUGINS`), and the command of Jekyll 4.4.1 with folders in order and the clock of `SOURCE_DATE_EPOCH` (`BENCH_REFERENCE`). For each
 * file a site is made in which what the file names is there and each tag and filter that it registers is used on pages of their own, in many
 * ways; ways that the reference refuses are left out. A file that the reference refuses alone is tried with all files of its site.
 *
 *   BENCH_WORK=FOLDER      keeps what the reference makes, for the next time
 *   BENCH_ENGINES=wasm     of `wasm` and `system`
 *   BENCH_ONLY=TEXT        only files with this in their paths
 */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KeptEngines } from '../src/build.js';
import { namesIn } from './ruby-survey/names.js';
import { type Built, buildHere, buildThere, writeSite } from './ruby-survey/runs.js';
import { caseFiles, type Registered, siteFiles } from './ruby-survey/site.js';

const PLUGINS = process.env['BENCH_PLUGINS'] ?? '';
const REFERENCE = process.env['BENCH_REFERENCE'] ?? 'jekyll';
const ENGINES = (process.env['BENCH_ENGINES'] ?? 'wasm,system').split(',');
const ONLY = process.env['BENCH_ONLY'] ?? '';
const NOTES = readFileSync('bench/ruby-survey/note-first.rb', 'latin1');

/** What the reference makes of a file. */
interface Truth {
  /** Why it does not work there. */
  readonly error: string | null;
  readonly registered: Registered | null;
  /** The site, with all uses that work. */
  readonly files: Readonly<Record<string, string>>;
  readonly outputs: Readonly<Record<string, string>>;
  /** Whether anything is another than without the file. */
  readonly isSeen: boolean;
}

export async function run(): Promise<void> {
  if (PLUGINS === '')
    throw new Error('Set BENCH_PLUGINS to a folder with a folder of plugin files for each site.');
  const work = process.env['BENCH_WORK'] ?? mkdtempSync(join(tmpdir(), 'utterson-survey-'));
  mkdirSync(work, { recursive: true });
  const kept = new KeptEngines();
  const rows: Row[] = [];
  const paths = pluginPaths();
  for (const path of paths) {
    const truth = truthOf(path, work);
    for (const engine of ENGINES) {
      const row = await rowOf(path, engine, truth, work, kept);
      rows.push(row);
      if (!row.isEqual) process.stderr.write(`${engine} ${path}\n  ${row.why}\n`);
    }
  }
  kept.dispose();
  tell(paths, rows);
  if (process.env['BENCH_WORK'] === undefined) rmSync(work, { recursive: true });
}

function pluginPaths(): string[] {
  const paths = readdirSync(PLUGINS, { recursive: true }).map(String).sort();
  return paths.filter((path) => path.endsWith('.rb') && path.includes(ONLY));
}

/** The files of a site's plugins by their paths: one, or all. */
function pluginFiles(path: string, isAlone: boolean): Record<string, string> {
  const [site = '', ...rest] = path.split('/');
  const names = isAlone
    ? [rest.join('/')]
    : readdirSync(join(PLUGINS, site), { recursive: true })
        .map(String)
        .filter((name) => name.endsWith('.rb'));
  const read = (name: string): string => readFileSync(join(PLUGINS, site, name), 'latin1');
  return {
    '_plugins/!.rb': NOTES,
    ...Object.fromEntries(names.map((name) => [`_plugins/${name}`, read(name)])),
    '_plugins/~.rb': 'SurveyNotes.save\n',
  };
}

function truthOf(path: string, work: string): Truth {
  const file = join(work, `${path.replace(/\W/g, '-')}.json`);
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  const truth = findTruth(path, join(work, 'there'));
  writeFileSync(file, JSON.stringify(truth));
  return truth;
}

function findTruth(path: string, folder: string): Truth {
  let first: Built | null = null;
  for (const isAlone of [true, false]) {
    const plugins = pluginFiles(path, isAlone);
    const names = namesIn(Object.values(plugins).slice(1, -1).join('\n'));
    for (const isRich of [true, false]) {
      const plain = siteFiles(names, isRich);
      const build = (files: Record<string, string>, isTrying = false): Built => {
        writeSite(folder, files);
        return buildThere(REFERENCE, folder, isTrying);
      };
      const probe = build({ ...plain, ...plugins });
      first ??= probe;
      if (probe.error !== null || probe.registered === null) continue;
      const cases = caseFiles(probe.registered);
      const tried = Object.keys(cases).length === 0 ? probe : build({ ...plain, ...cases, ...plugins }, true);
      const works = Object.entries(cases).filter(([name]) => !tried.failed.has(name));
      const files = { ...plain, ...Object.fromEntries(works), ...plugins };
      const { error, outputs, registered } = tried.failed.size === 0 ? tried : build(files);
      if (error !== null) continue;
      const isSeen = works.length > 0 || !isSame(outputs, build(plain).outputs);
      return { error: null, registered, files, outputs, isSeen };
    }
  }
  return { error: first?.error ?? 'unknown', registered: null, files: {}, outputs: {}, isSeen: false };
}

function isSame(one: Readonly<Record<string, string>>, other: Readonly<Record<string, string>>): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** What came of a file with an engine. */
interface Row {
  readonly path: string;
  readonly engine: string;
  readonly works: boolean;
  readonly isSeen: boolean;
  readonly loads: boolean;
  readonly registers: boolean;
  readonly isEqual: boolean;
  /** What is not as it should be. */
  readonly why: string;
}

async function rowOf(
  path: string,
  engine: string,
  truth: Truth,
  work: string,
  kept: KeptEngines,
): Promise<Row> {
  const works = truth.error === null;
  const plugins = pluginFiles(path, true);
  const files = works
    ? truth.files
    : { ...siteFiles(namesIn(Object.values(plugins)[1]!), false), ...plugins };
  // A place of its own: a Ruby that is kept knows what it has loaded by its path.
  const folder = join(work, engine, path.replace(/\W/g, '-'));
  writeSite(folder, files);
  const built = await buildHere(engine, folder, kept);
  if (!process.env['BENCH_ONLY']) rmSync(folder, { recursive: true });
  const loads = built.registered !== null;
  const registers = works ? inOrder(built.registered) === inOrder(truth.registered) : loads;
  const different = works && built.error === null ? differences(truth.outputs, built.outputs) : [];
  const isEqual = works && built.error === null && different.length === 0;
  const why = isEqual
    ? ''
    : works
      ? (built.error ?? different.slice(0, 3).join('\n'))
      : `there: ${truth.error}\nhere: ${built.error ?? 'fine'}`;
  return { path, engine, works, isSeen: truth.isSeen, loads, registers, isEqual, why };
}

/** What is registered, as a text that does not go by the order of a Ruby's methods. */
function inOrder(registered: Registered | null): string {
  const sorted = (value: unknown): unknown =>
    typeof value !== 'object' || value === null || Array.isArray(value)
      ? value
      : Object.fromEntries(
          Object.entries(value)
            .sort()
            .map(([key, inner]) => [key, sorted(inner)]),
        );
  return JSON.stringify(sorted(registered));
}

function differences(
  there: Readonly<Record<string, string>>,
  here: Readonly<Record<string, string>>,
): string[] {
  const paths = [...new Set([...Object.keys(there), ...Object.keys(here)])].sort();
  return paths
    .filter((path) => there[path] !== here[path])
    .map((path) => difference(path, there[path], here[path]));
}

function difference(path: string, there: string | undefined, here: string | undefined): string {
  if (here === undefined) return `${path}: not made here`;
  if (there === undefined) return `${path}: made here only`;
  const [lines, own] = [there.split('\n'), here.split('\n')];
  const at = lines.findIndex((line, number) => line !== own[number]);
  return `${path}:${at + 1}\n    there ${lines[at] ?? '(end)'}\n    here  ${own[at] ?? '(end)'}`;
}

function tell(paths: readonly string[], rows: readonly Row[]): void {
  for (const engine of ENGINES) {
    const own = rows.filter((row) => row.engine === engine);
    const working = own.filter(({ works }) => works);
    const count = (list: readonly Row[], test: (row: Row) => boolean): string => {
      const number = list.filter(test).length;
      return `${number} (${((100 * number) / Math.max(list.length, 1)).toFixed(0)} %)`;
    };
    const of = (list: readonly Row[]): string =>
      `load ${count(list, (row) => row.loads)}, register all ${count(list, (row) => row.registers)}, equal ${count(list, (row) => row.isEqual)}`;
    console.log(`${engine}: of ${paths.length} files ${count(own, (row) => row.loads)} load`);
    console.log(`  of ${working.length} that work under the reference: ${of(working)}`);
    const seen = working.filter(({ isSeen }) => isSeen);
    console.log(`  of ${seen.length} that also do something to the site: ${of(seen)}`);
  }
}
