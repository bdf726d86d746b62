import { beforeAll, describe, expect, test } from 'vitest';
import { readKnownMisses } from './known-misses.js';
import { type AreaResult, areas, runArea } from './run-area.js';

const known = readKnownMisses();

describe.each(areas)('%s', (area) => {
  let result: AreaResult;
  beforeAll(async () => {
    result = await runArea(area);
  }, 300_000);

  test('every case is exact but the known misses', () => {
    const unknown = result.misses.filter(({ key }) => !(key in known[area]));
    const said = unknown.map(({ key, actual }) => `${key}: ${actual.slice(0, 500)}`);
    expect(said, 'not exact, and not in known-misses.json').toEqual([]);
  });

  test('every known miss still misses', () => {
    const missed = new Set(result.misses.map(({ key }) => key));
    const outdated = Object.keys(known[area]).filter((key) => !missed.has(key));
    expect(outdated, 'exact now, or no case any more: npm run conformance -- --raise').toEqual([]);
  });

  test('no two cases have the same name', () => {
    expect(result.keys.length).toBeGreaterThan(0);
    expect(result.keys.filter((key, index) => result.keys.indexOf(key) !== index)).toEqual([]);
  });
});
