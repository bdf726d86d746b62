import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ReloadDelay } from '../../src/serve/reload-delay.js';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('waits until the changes pause, and tells of all of them at once', () => {
  const sent: (readonly string[])[] = [];
  const delay = new ReloadDelay((paths) => sent.push(paths), 1000, null);
  delay.add(['a.html']);
  vi.advanceTimersByTime(900);
  delay.add(['b.html', 'a.html']);
  vi.advanceTimersByTime(900);
  expect(sent).toEqual([]);
  vi.advanceTimersByTime(100);
  expect(sent).toEqual([['a.html', 'b.html']]);
});

test('waits no longer than allowed while changes keep coming', () => {
  const sent: (readonly string[])[] = [];
  const delay = new ReloadDelay((paths) => sent.push(paths), 1000, 2000);
  for (let index = 0; index < 4; index++) {
    delay.add([`${index}.html`]);
    vi.advanceTimersByTime(500);
  }
  expect(sent).toHaveLength(1);
  delay.add(['4.html']);
  vi.advanceTimersByTime(1000);
  expect(sent[1]).toEqual(['4.html']);
});
