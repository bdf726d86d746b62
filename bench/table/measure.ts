import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Cost } from '../cost.js';
import { findPeers } from '../peers/find-peers.js';
import { utterson } from '../peers/utterson.js';
import type { Case, Field } from './case.js';
import { type CaseFigures, cellOf } from './figures.js';
import { findRenderers } from './renderers.js';

/** Seconds: who takes longer at a case runs there once. */
const SLOW = 60;

/** This checkout, beside all that is installed. */
export function wholeField(): Field {
  return {
    checkouts: { utterson: process.cwd() },
    peers: findPeers(),
    renderers: findRenderers(),
    hasCopy: true,
  };
}

/** Of each program, by its column. */
export function versionsIn({ checkouts, peers, renderers }: Field): Record<string, string> {
  const ours = Object.entries(checkouts).map(([name, root]) => utterson(name, root));
  return Object.fromEntries([...ours, ...peers, ...renderers].map(({ name, version }) => [name, version]));
}

/** All take turns, round by round: what else the machine does meets all of them. */
export function measureCase(one: Case, field: Field, rounds: number): CaseFigures {
  return inFolder((folder) => {
    const contenders = one.prepare(folder, field);
    const results = new Map(contenders.map(({ name }) => [name, [] as Cost[]]));
    const done = new Set<string>();
    for (let round = 0; round < rounds; round++) {
      for (const { name, run } of contenders.filter((each) => !done.has(each.name))) {
        try {
          const cost = run();
          results.get(name)!.push(cost);
          if (one.unit === 's' && cost.wall > SLOW) done.add(name);
        } catch (error) {
          process.stderr.write(`${name} fails at ${one.name}: ${(error as Error).message}\n`);
          done.add(name);
        }
      }
    }
    const programs = Object.fromEntries([...results].map(([name, runs]) => [name, cellOf(runs)]));
    return { name: one.name, title: one.title, unit: one.unit, programs };
  });
}

/** Gives a temporary folder to the work and removes it. */
export function inFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'utterson-bench-'));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
