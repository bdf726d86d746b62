import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { arch, cpus, loadavg, platform } from 'node:os';
import type { Cost } from '../cost.js';
import { median } from '../statistics.js';
import type { Unit } from './case.js';

/** What `--json` writes. */
export interface Figures {
  readonly machine: Machine;
  /** Of each program that took part, by the name of its column. */
  readonly versions: Readonly<Record<string, string>>;
  readonly cases: readonly CaseFigures[];
}

/** Where and when it was measured. */
export interface Machine {
  /** E.g. `2026-11-30T17:13:00.000Z`. */
  readonly measured: string;
  /** Of this checkout; `null` outside of a clone. */
  readonly commit: string | null;
  readonly node: string;
  readonly platform: string;
  readonly processor: string;
  readonly processors: number;
  /** The load of the last minute before it began: above 1 the machine did something else, too. */
  readonly load: number;
}

/** A row of the table. */
export interface CaseFigures {
  readonly name: string;
  readonly title: string;
  readonly unit: Unit;
  /** By the names of the columns; those that have no shape for the case are not there. */
  readonly programs: Readonly<Record<string, ProgramFigures>>;
}

/** A cell of the table. */
export interface ProgramFigures {
  /** `null` where it failed. */
  readonly median: Cost | null;
  readonly runs: readonly Cost[];
}

export function machine(): Machine {
  return {
    measured: new Date().toISOString(),
    commit: commitOf(process.cwd()),
    node: process.versions.node,
    platform: `${platform()} ${arch()}`,
    processor: cpus()[0]?.model ?? 'unknown',
    processors: cpus().length,
    load: Number(loadavg()[0]!.toFixed(2)),
  };
}

/** With `+` where files differ from it. */
export function commitOf(folder: string): string | null {
  const git = (...args: string[]): string =>
    execFileSync('git', ['-C', folder, ...args], { encoding: 'utf8', stdio: 'pipe' }).trim();
  try {
    const isChanged = git('status', '--porcelain', '--untracked-files=no') !== '';
    return `${git('rev-parse', '--short', 'HEAD')}${isChanged ? '+' : ''}`;
  } catch {
    return null;
  }
}

/** The median of each figure by itself. */
export function cellOf(runs: readonly Cost[]): ProgramFigures {
  if (runs.length === 0) return { median: null, runs };
  const memories = runs.flatMap(({ memory }) => memory ?? []);
  return {
    median: {
      wall: median(runs.map(({ wall }) => wall)),
      cpu: median(runs.map(({ cpu }) => cpu)),
      ...(memories.length === 0 ? {} : { memory: median(memories) }),
    },
    runs,
  };
}

/** Figures of an earlier run. */
export function readFigures(file: string): Figures {
  const value = JSON.parse(readFileSync(file, 'utf8')) as Partial<Figures>;
  if (!Array.isArray(value.cases) || !value.machine) {
    throw new Error(`${file} was not written by \`npm run bench -- --json FILE\`.`);
  }
  return value as Figures;
}
