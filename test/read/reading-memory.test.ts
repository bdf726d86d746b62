import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { StopError } from '../../src/model/diagnostic.js';
import { Failures } from '../../src/read/failures.js';
import { ReadingMemory } from '../../src/read/reading-memory.js';
import { FULL, MemoryGauge } from '../../src/report/memory-gauge.js';
import { recordingReporter } from '../helpers/recording-reporter.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

const PROGRAM = fileURLToPath(new URL('../../bin/utterson.js', import.meta.url));
const MEBIBYTE = 2 ** 20;

/** A heap of 100 MiB of which nothing goes. */
function heapOf(used: number): MemoryGauge {
  return new MemoryGauge(FULL.reading, {
    figures: () => ({ used: used * MEBIBYTE, limit: 100 * MEBIBYTE }),
    collect() {},
  });
}

test('a heap that is nearly full stops the reading at once, with the largest files', () => {
  const sizes = [1, 5, 3, 4, 2];
  const read = (): void => {
    const memory = new ReadingMemory(heapOf(85));
    const failures = new Failures(recordingReporter().reporter, memory);
    for (let count = 0; count < 64; count++) {
      failures.attempt(`${count}.md`, () => memory.note(`${count}.md`, sizes[count] ?? 0));
    }
  };
  expect(read).toThrow(StopError);
  expect(read).toThrow(
    "Node's memory of 100 MiB is nearly used up, at 63.md. " +
      'The largest files: 1.md (5 bytes), 3.md (4 bytes), 2.md (3 bytes).',
  );
});

test('steps within one file are looked at, too, and files of many bytes sooner', () => {
  const many = new ReadingMemory(heapOf(85));
  const steps = (): void => {
    for (let count = 0; count < 4096; count++) many.step();
  };
  expect(steps).toThrow(StopError);
  const large = new ReadingMemory(heapOf(85));
  large.begin('a');
  large.note('a', 5 * MEBIBYTE);
  expect(() => large.begin('b')).toThrow(StopError);
});

test('reading goes on while there is room', () => {
  const memory = new ReadingMemory(heapOf(75));
  expect(() => {
    for (let count = 0; count < 4096; count++) {
      memory.begin('a');
      memory.step();
    }
  }).not.toThrow();
});

describe('a build for which 64 MiB do not do ends with an error, not with V8’s end', () => {
  const MANY = Object.fromEntries(
    Array.from({ length: 500 }, (_, index) => [
      `${index}.md`,
      `---\ntext: ${`${index} text `.repeat(25_000)}\n---\n`,
    ]),
  );
  const rows = (row: (index: number) => string): string =>
    Array.from({ length: 200_000 }, (_, index) => row(index)).join('');

  test.each([
    ['many files', MANY, /at \d+\.md/],
    [
      'data in lines',
      { '_data/a.yml': `rows:\n${rows((index) => `- name: n${index}\n  value: some text ${index}\n`)}` },
      /at _data\/a\.yml/,
    ],
    [
      'data of another form',
      { '_data/a.json': `[${rows((index) => `{"name": "n${index}", "value": ["text ${index}"]},`)}1]` },
      /at _data\/a\.json/,
    ],
    [
      'a table',
      { '_data/a.csv': rows((index) => `n${index},text ${index},more ${index},${index}\n`) },
      /at _data\/a\.csv/,
    ],
  ])('%s', (_what, files, place) => {
    const { status, stderr } = spawnSync(process.execPath, ['--max-old-space-size=64', PROGRAM, 'build'], {
      cwd: temporaryFolder(files),
      encoding: 'utf8',
    });
    expect(stderr).toContain("Node's memory of 64 MiB is nearly used up");
    expect(stderr).toMatch(place);
    expect(status).toBe(1);
  });
});
