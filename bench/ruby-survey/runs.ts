/** One build of a made site, by the reference or by us. */
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { build, type KeptEngines, loadConfig } from '../../src/build.js';
import { createReporter, PLAIN } from '../../src/report/logger.js';
import type { Registered } from './site.js';

/** 2024-01-02T03:04:05Z, the time of all files and of both clocks. */
export const NOW = 1_704_164_645;
/** How long a build may take, in milliseconds. */
const LIMIT = 120_000;

/** What came of a build. */
export interface Built {
  /** Why there is nothing; `null` where all went well. */
  readonly error: string | null;
  readonly registered: Registered | null;
  /** By path, in latin-1, so that bytes are kept. */
  readonly outputs: Readonly<Record<string, string>>;
  /** Pages that fail, with what is said of them; only when trying. */
  readonly failed: ReadonlyMap<string, string>;
}

/** Writes a site anew. */
export function writeSite(folder: string, files: Readonly<Record<string, string>>): void {
  rmSync(folder, { recursive: true, force: true });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text, 'latin1');
    utimesSync(join(folder, path), NOW, NOW);
  }
}

/** @param isTrying whether pages that fail are passed over */
export function buildThere(command: string, folder: string, isTrying: boolean): Built {
  const env = { ...process.env, STILL: '1', SOURCE_DATE_EPOCH: String(NOW), TZ: 'UTC', BUNDLE_GEMFILE: '' };
  const { status, stdout, stderr } = spawnSync(command, ['build', '--disable-disk-cache'], {
    cwd: folder,
    env: { ...env, ...(isTrying && { SURVEY_TRY: '1' }) },
    encoding: 'utf8',
    timeout: LIMIT,
  });
  return found(folder, status === 0 ? null : saidOf(stdout + stderr));
}

export async function buildHere(engine: string, folder: string, engines: KeptEngines): Promise<Built> {
  let said = '';
  const streams = { out: () => {}, err: (text: string) => void (said += text) };
  const reporter = createReporter({ level: 'error', streams, colors: { out: PLAIN, err: PLAIN } });
  const environment = { ...process.env, SOURCE_DATE_EPOCH: String(NOW), TZ: 'UTC' };
  try {
    const flags = { disable_disk_cache: true, ruby: engine };
    const config = loadConfig({ directory: folder, flags, environment, reporter });
    const { ok } = await build({ config, reporter, engines });
    return found(folder, ok ? null : said);
  } catch (error) {
    return found(folder, `${said}${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  }
}

function found(folder: string, error: string | null): Built {
  const registered = textAt(join(folder, '.registered'));
  const failed = (textAt(join(folder, '.failed')) ?? '').split('\n').filter((line) => line !== '');
  return {
    error,
    registered: registered === null ? null : JSON.parse(registered),
    outputs: error === null ? textsOf(join(folder, '_site')) : {},
    failed: new Map(failed.map((line) => line.split('\t') as [string, string])),
  };
}

/** The sentence that says what went wrong, out of all that is said. */
function saidOf(text: string): string {
  const lines = text
    .split('\n')
    .filter((line) => /error|exception|cannot|undefined|uninitialized|No such/i.test(line));
  return (
    lines.find((line) => !line.includes('------')) ??
    text.trim().split('\n').at(-1) ??
    'nothing is said'
  ).trim();
}

function textAt(path: string): string | null {
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}

function textsOf(folder: string): Record<string, string> {
  if (!existsSync(folder)) return {};
  const paths = readdirSync(folder, { recursive: true }).map(String).sort();
  const files = paths.filter((path) => statSync(join(folder, path)).isFile());
  return Object.fromEntries(files.map((path) => [path, readFileSync(join(folder, path), 'latin1')]));
}
