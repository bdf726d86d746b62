import { expect, test } from 'vitest';
import type { Page } from '../../src/model/page.js';
import { type Heap, MemoryWatch } from '../../src/render/memory-watch.js';
import { RenderState } from '../../src/render/render-state.js';

const MEBIBYTE = 2 ** 20;

function pageOf(name: string, body: string): Page {
  return { kind: 'page', id: `page:${name}`, path: name, body, source: null } as Page;
}

/** A heap of 100 MiB that holds `used`, and `live` once it was collected. */
function heapOf(used: number, live: number): Heap {
  let now = used;
  return {
    figures: () => ({ used: now * MEBIBYTE, limit: 100 * MEBIBYTE }),
    collect() {
      now = live;
    },
  };
}

const files = [pageOf('small.md', 'x'), pageOf('large.md', 'x'.repeat(1_500_000))];

function watchTurns(heap: Heap, count: number): void {
  const state = new RenderState();
  state.setContent(files[0]!, 'y'.repeat(2_000_000));
  const watch = new MemoryWatch(state, heap);
  for (let turn = 0; turn < count; turn++) watch.afterTurn(files[0]!, () => files);
}

test('a heap that is nearly full ends the build with what is in it and what to do', () => {
  expect(() => watchTurns(heapOf(95, 95), 32)).toThrow(
    expect.objectContaining({
      diagnostic: expect.objectContaining({
        message:
          "Node's memory of 100 MiB is nearly used up, at small.md. The largest texts: " +
          'small.md (2000001 characters), large.md (1500000 characters).',
        hint: 'If the site needs as much, give Node more: NODE_OPTIONS=--max-old-space-size=200',
      }),
    }),
  );
});

test.each([
  ['there is room', heapOf(80, 80), 64],
  ['there is room once it is collected', heapOf(95, 50), 64],
  ['it was not looked at yet', heapOf(95, 95), 31],
])('the build goes on where %s', (_, heap, turns) => {
  expect(() => watchTurns(heap, turns)).not.toThrow();
});
