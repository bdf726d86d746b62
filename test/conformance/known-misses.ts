import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Area } from './cases.js';
import type { AreaResult } from './run-area.js';

const file = join(process.cwd(), 'test/conformance/known-misses.json');

/** For each area the keys of the cases that are known not to be exact, with the reason. */
export type KnownMisses = Readonly<Record<Area, Readonly<Record<string, string>>>>;

export function readKnownMisses(): KnownMisses {
  return JSON.parse(readFileSync(file, 'utf8')) as KnownMisses;
}

/** Takes off the list what misses no longer. Nothing is put on it: a new miss is written in by hand, with its reason. */
export function raiseKnownMisses(results: readonly AreaResult[]): void {
  const known = { ...readKnownMisses() };
  for (const { area, misses } of results) {
    const missed = new Set(misses.map(({ key }) => key));
    known[area] = Object.fromEntries(Object.entries(known[area]).filter(([key]) => missed.has(key)));
  }
  writeFileSync(file, `${JSON.stringify(known, null, 2)}\n`);
}
