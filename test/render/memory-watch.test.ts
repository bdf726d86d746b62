import { expect, test } from 'vitest';
import type { Page } from '../../src/model/page.js';
import type { Turn } from '../../src/model/turn.js';
import { MemoryWatch } from '../../src/render/memory-watch.js';
import { RenderState } from '../../src/render/render-state.js';
import { FULL, type Heap, MemoryGauge } from '../../src/report/memory-gauge.js';

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
  const [small, large] = files as [Page, Page];
  const effects: Turn['effects'] = { carried: new Map(), pages: [], data: new Map() };
  const turn = { effects, diagnostics: [], encoding: 'UTF-8' };
  const layout = 'layout:post';
  state.finish({
    ...turn,
    id: small.id,
    keys: { all: () => [layout, 'include:nav.html', layout] },
    content: 'y'.repeat(2_000_000),
    output: '',
  });
  state.finish({
    ...turn,
    id: large.id,
    keys: { all: () => [layout] },
    content: large.body,
    output: 'z'.repeat(10),
  });
  const watch = new MemoryWatch(state, new MemoryGauge(FULL.rendering, heap));
  for (let turn = 0; turn < count; turn++) watch.afterTurn(files[0]!, () => files);
}

test('a heap that is nearly full ends the build with what is in it and what to do', () => {
  expect(() => watchTurns(heapOf(95, 95), 32)).toThrow(
    expect.objectContaining({
      diagnostic: expect.objectContaining({
        message:
          "Node's memory of 100 MiB is nearly used up, at small.md. The largest texts: " +
          'small.md (2000001 characters), large.md (1500010 characters). ' +
          'The templates that made most: layout post (2000010 characters, files: 2), ' +
          'include nav.html (2000000 characters, files: 1).',
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
