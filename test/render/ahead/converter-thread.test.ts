import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createClaims } from '../../../src/render/ahead/claims.js';
import { ConverterThread } from '../../../src/render/ahead/converter-thread.js';
import type { Result, ThreadData } from '../../../src/render/ahead/thread-messages.js';

const DATA: Omit<ThreadData, 'port'> = {
  processor: { kind: 'commonmark', section: null, isPages: false },
  hasHighlighter: true,
  showsWarnings: false,
  keepsCode: false,
};

/** What comes within ten seconds. */
async function received(thread: ConverterThread): Promise<readonly Result[] | null> {
  for (let turn = 0; turn < 1000; turn++) {
    const results = thread.receive();
    if (results !== null) return results;
    await setTimeout(10);
  }
  return null;
}

test('converts what it is sent, but not what is claimed', async () => {
  const thread = new ConverterThread(DATA);
  const memory = createClaims(3);
  new Int32Array(memory)[2] = 1;
  thread.send(memory);
  thread.send([
    [0, '*a*'],
    [1, 'b'],
    [2, '\udc80'],
  ]);
  expect(await received(thread)).toEqual([[0, '<p><em>a</em></p>\n']]);
  expect(await received(thread)).toEqual([[2, null]]);
  thread.close();
});

test('without the memory to run it gives nothing, and does no harm', async () => {
  const thread = new ConverterThread(DATA, { maxOldGenerationSizeMb: 2, maxYoungGenerationSizeMb: 1 });
  thread.send(createClaims(1));
  thread.send([[0, 'a']]);
  await thread.ended;
  expect(thread.receive()).toBeNull();
  thread.close();
});
