import { spawn } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
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
  writeFileSync(lock, `${owner.pid} ${hostname()}`);
  const start = performance.now();
  withLock(cache, () => {});
  expect(performance.now() - start).toBeGreaterThan(200);
});

test('takes over from an owner that is no more', () => {
  const cache = temporaryFolder();
  // No process has so high a number.
  writeFileSync(join(cache, 'writing.lock'), `999999999 ${hostname()}`);
  expect(withLock(cache, () => 'done')).toBe('done');
});
