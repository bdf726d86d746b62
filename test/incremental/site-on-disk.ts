import { mkdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Files } from './random-site.js';

/** Brings a site on the disk from one state to another; of what stays the same no file is touched. */
export function writeSite(folder: string, before: Files, after: Files): void {
  mkdirSync(folder, { recursive: true });
  for (const path of before.keys()) if (!after.has(path)) rmSync(join(folder, path), { force: true });
  for (const [path, text] of after) {
    if (before.get(path) === text || path === '@environment') continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** Gives files the times of others: they are part of the input. */
export function takeTimes(from: string, to: string, files: Files): void {
  for (const path of files.keys()) {
    if (path === '@environment') continue;
    const { atimeMs, mtimeMs } = statSync(join(from, path));
    utimesSync(join(to, path), atimeMs / 1000, mtimeMs / 1000);
  }
}
