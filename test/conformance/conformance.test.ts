import { describe, expect, test } from 'vitest';
import { readFloors } from './floors.js';
import { areas, runArea } from './run-area.js';
import { sum } from './table.js';

const floors = readFloors();

describe.each(areas)('%s', (area) => {
  test('no fewer cases are exact than before', { timeout: 300_000 }, async () => {
    const { rows, misses } = await runArea(area);
    const { exact, total } = sum(area, rows);
    expect(
      exact,
      `${area}: ${exact} of ${total}; first misses: ${misses.slice(0, 5).map(({ key }) => key)}`,
    ).toBeGreaterThanOrEqual(floors[area] ?? 0);
  });
});
