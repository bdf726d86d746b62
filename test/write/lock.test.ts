import { spawn } from 'node:child_process';
import { existsSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { withLock } from '../../src/write/lock.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

test('holds the lock while it runs, and gives it back when that fails', () => {
  const cache = temporaryFolder();
  const lock = join(cache, 'writing.lock');
  expect(withLock(cache, () => existsSync(lock))).toBe(true);
  expect(() =>
    withLock(cache, () => {
      throw new Error('no');
    }),
  ).toThrow('no');
  expect(existsSync(lock)).toBe(false);
});

test('waits for a living owner', () => {
  const cache = temporaryFolder();
  const lock = join(cache, 'writing.lock');
  const script = `setTimeout(() => require('node:fs').rmSync(${JSON.stringify(lock)}), 300)`;
  const owner = spawn(process.execPath, ['-e', script], { stdio: 'ignore' });
  writeFileSync(lock, `${owner.pid} ${hostname()}\n`);
  const start = performance.now();
  withLock(cache, () => {});
  expect(performance.now() - start).toBeGreaterThan(200);
});

test('takes over from an owner that is no more', () => {
  const cache = temporaryFolder();
  // No process has so high a number.
  writeFileSync(join(cache, 'writing.lock'), `999999999 ${hostname()}\n`);
  expect(withLock(cache, () => 'done')).toBe('done');
});

test('takes over a lock with its own number, which is from a process before it', () => {
  const cache = temporaryFolder({ 'writing.lock': `${process.pid} ${hostname()}\n` });
  expect(withLock(cache, () => 'done')).toBe('done');
});

test.each(['', '12', '12 some-ho'])('takes over a lock that somebody began to write long ago: %j', (text) => {
  const cache = temporaryFolder({ 'writing.lock': text });
  utimesSync(join(cache, 'writing.lock'), 1_700_000_000, 1_700_000_000);
  expect(withLock(cache, () => 'done')).toBe('done');
});

test.each([
  ['of another machine', `999999999 not-${hostname()}\n`],
  ['that says nothing yet', ''],
  ['of a process that may not be asked', `1 ${hostname()}\n`],
])('waits for a lock %s, and gives up in the end', (_, owner) => {
  const cache = temporaryFolder({ 'writing.lock': owner });
  const start = Date.now();
  // However late it is looked at, this one was written just now.
  utimesSync(join(cache, 'writing.lock'), start + 1e6, start + 1e6);
  // The clock goes on by ten seconds at each look.
  vi.spyOn(Date, 'now').mockImplementation(() => start + 10_000 * vi.mocked(Date.now).mock.calls.length);
  onTestFinished(() => void vi.restoreAllMocks());
  expect(() => withLock(cache, () => expect.unreachable())).toThrow(
    'Another build of this site has been writing its output for too long.',
  );
  expect(readFileSync(join(cache, 'writing.lock'), 'utf8')).toBe(owner);
});

test('a cache that cannot be written to is no lock to wait for', () => {
  const cache = temporaryFolder({ 'writing.lock/inside': '' });
  expect(() => withLock(join(cache, 'writing.lock/inside'), () => {})).toThrow(/ENOTDIR|EEXIST/);
});
