import { describe, expect, test } from 'vitest';
import { readFloors } from './floors.js';
import { areas, runArea } from './run-area.js';
import { sum } from './table.js';

const floors = readFloors();

describe.each(areas)('%s', (area) => {
  test('no fewer cases are exact than before', { timeout: 300_000 }, async () => {
    const { rows, misses } = await runArea(area);
    const { exact, total } = sum(area, rows);
    const wrong = misses.map(({ key, actual }) => `${key}: ${actual.slice(0, 500)}`).join('\n');
    expect(exact, `${exact} of ${total}; not exact:\n${wrong}`).toBeGreaterThanOrEqual(floors[area] ?? 0);
  });
});
