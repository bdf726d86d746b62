import { expect, test } from 'vitest';
import type { Page } from '../../../src/model/page.js';
import { Claims } from '../../../src/render/ahead/claims.js';
import { AHEAD_LIMITS, type Converting, MarkdownAhead } from '../../../src/render/ahead/markdown-ahead.js';
import type { PlacedText, Result } from '../../../src/render/ahead/thread-messages.js';

/** A thread that does what the test says, when it says so. */
class Thread implements Converting {
  claims: Claims | null = null;
  readonly sent: PlacedText[] = [];
  readonly handed: Result[][] = [];
  isEnded = false;
  isClosed = false;

  send(order: SharedArrayBuffer | readonly PlacedText[] | null): void {
    if (order === null) this.isEnded = true;
    else if (order instanceof SharedArrayBuffer) this.claims = new Claims(order);
    else this.sent.push(...order);
  }

  receive(): readonly Result[] | null {
    return this.handed.shift() ?? null;
  }

  close(): void {
    this.isClosed = true;
  }

  /** Claims texts and hands over what they become. */
  convert(...places: number[]): void {
    for (const place of places) expect(this.claims!.claim(place)).toBe(true);
    this.handed.push(places.map((place) => [place, `there ${place}`]));
  }
}

function begin(
  texts: readonly string[],
  limits: Partial<typeof AHEAD_LIMITS> = {},
): { thread: Thread; ahead: MarkdownAhead; take: (place: number) => string | null; files: Page[] } {
  const thread = new Thread();
  const files = texts.map((body, index) => ({ id: String(index), body }) as Page);
  const ahead = new MarkdownAhead(thread, files, (text) => `here ${text}`, { ...AHEAD_LIMITS, ...limits });
  return { thread, ahead, files, take: (place) => ahead.take(files[place]!) };
}

const FOUR = ['a', 'b', 'c', 'd'];

test('what the other thread made comes to its file, whatever the order in which it came', () => {
  const { thread, take } = begin(FOUR);
  thread.convert(2, 0);
  thread.convert(1, 3);
  expect([0, 1, 2, 3].map(take)).toEqual(['there 0', 'there 1', 'there 2', 'there 3']);
});

test('what nobody has claimed is to be made now, and the other thread cannot claim it any more', () => {
  const { thread, take } = begin(FOUR);
  expect(take(0)).toBeNull();
  expect(thread.claims!.claim(0)).toBe(false);
});

test('while the other thread has a text in hand, later ones are converted here', () => {
  const { thread, take } = begin(FOUR, { meanwhile: 2 });
  thread.claims!.claim(0);
  thread.claims!.claim(1);
  expect(take(0)).toBeNull();
  expect(thread.claims!.claim(3)).toBe(false);
  thread.handed.push([[0, 'late']]);
  thread.handed.push([[1, 'there 1']]);
  expect([1, 2, 3].map(take)).toEqual(['there 1', 'here c', 'here d']);
});

test('a text of which something has to be told is made in its turn', () => {
  const { thread, take } = begin(FOUR);
  thread.claims!.claim(0);
  thread.handed.push([[0, null]]);
  expect(take(0)).toBeNull();
});

test('neither texts with Liquid nor empty ones are sent, nor is a file that is not known looked for', () => {
  const { thread, ahead, take } = begin(['a {{ b }}', '{% c %}', '', 'd']);
  expect(thread.sent).toEqual([[3, 'd']]);
  expect([0, 1, 2].map(take)).toEqual([null, null, null]);
  expect(ahead.take({ id: 'other', body: 'd' } as Page)).toBeNull();
});

test('files that have no turn make room for others', () => {
  const { thread, take } = begin(FOUR, { ahead: 2, batch: 1 });
  expect(thread.sent.length).toBe(2);
  thread.convert(0, 1);
  expect(take(1)).toBe('there 1');
  expect(thread.sent.length).toBe(4);
  expect(thread.isEnded).toBe(true);
  thread.convert(2, 3);
  expect(take(3)).toBe('there 3');
});

test('files whose turns came before they could be sent are not sent later', () => {
  const { thread, take } = begin(FOUR, { ahead: 1, batch: 1 });
  expect(thread.sent).toEqual([[0, 'a']]);
  expect(take(2)).toBeNull();
  expect(thread.sent).toEqual([
    [0, 'a'],
    [3, 'd'],
  ]);
});

test('a thread that gives next to nothing is left alone', () => {
  const { thread, take } = begin(
    Array.from({ length: 30 }, () => 'a'),
    { stretch: 10 },
  );
  thread.convert(0, 12);
  for (let place = 0; place < 10; place++) take(place);
  expect(thread.isClosed).toBe(false);
  for (let place = 10; place < 21; place++) take(place);
  expect(thread.isClosed).toBe(true);
  expect(take(25)).toBeNull();
});
