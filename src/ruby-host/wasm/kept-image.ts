/** Ruby with the shim in it as a file, so that it need not be started from its beginning each time. */
import { hash } from 'node:crypto';
import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isOwnFolder, makeOwnFolder } from '../../code-cache/cache-folders.js';
import { attempt, readSealed, writeSealed } from '../../code-cache/sealed-file.js';
import { imageBytes, imageFrom, type MemoryImage } from './memory-image.js';

/** Images that a folder holds at most: of two releases, each some 6 MB. */
const KEPT = 2;

/** Under what an image is kept: what it was made of. */
export function imageName(program: string, shim: string): string {
  const { size, mtimeMs } = statSync(program);
  return `${hash('sha256', [program, size, mtimeMs, shim].join('\0')).slice(0, 32)}.ruby`;
}

/** The image of that name; `null` where none was kept, or not as it was written. @param folders where it may lie */
export function readImage(folders: readonly string[], name: string): MemoryImage | null {
  for (const folder of folders) {
    const bytes = isOwnFolder(folder) ? readSealed(join(folder, name)) : null;
    if (bytes !== null) return imageFrom(bytes);
  }
  return null;
}

/** Keeps an image in the first folder that can be used; in none it is made anew each time. */
export function writeImage(folders: readonly string[], name: string, image: MemoryImage): void {
  const bytes = imageBytes(image);
  const folder = folders.find((one) => makeOwnFolder(one) && writeSealed(join(one, name), bytes));
  if (folder !== undefined) removeOldest(folder);
}

function removeOldest(folder: string): void {
  const names = (attempt(() => readdirSync(folder)) ?? []).filter((name) => name.endsWith('.ruby'));
  const time = (name: string): number => attempt(() => statSync(join(folder, name)).mtimeMs) ?? 0;
  const dated = names.map((name) => ({ name, time: time(name) })).sort((a, b) => b.time - a.time);
  for (const { name } of dated.slice(KEPT)) attempt(() => rmSync(join(folder, name), { force: true }));
}
