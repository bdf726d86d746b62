/** A tree of files and what else is JSON in one file: paths as a text, stamps as numbers, so that tens of thousands are read at once. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { crc32 } from 'node:zlib';
import type { FileStamp } from '../model/source-file.js';
import type { FileTree } from './file-tree.js';
import { numbersOf, Stamps } from './stamps-codec.js';

/** What stands before the rest: a sum of that, and how many bytes of it are JSON. */
const HEADER = 8;

interface Stored {
  readonly more: unknown;
  /** Relative to the site's folder, those with a stamp first. */
  readonly paths: string;
  /** Names in folders that have no stamp, `null` for what is not there. */
  readonly names: readonly (string | null)[];
}

/** A tree with what else there is. */
export interface TreeAndMore {
  readonly tree: FileTree;
  readonly more: unknown;
}

/** @throws what Node says of a disk that takes no more */
export function saveTree(path: string, root: string, { tree, more }: TreeAndMore): void {
  const stamps: FileStamp[] = [];
  const names: (string | null)[] = [];
  const [withStamp, withNames]: [string[], string[]] = [[], []];
  const within = relativeTo(root);
  for (const [file, was] of tree) {
    const path = within(file);
    if (isStamp(was)) {
      stamps.push(was);
      withStamp.push(path);
    } else {
      names.push(was);
      withNames.push(path);
    }
  }
  const numbers = numbersOf(stamps);
  const stored: Stored = { more, paths: withStamp.concat(withNames).join('\0'), names };
  const json = Buffer.from(JSON.stringify(stored));
  const rest = Buffer.concat([json, Buffer.from(numbers.buffer)]);
  const header = Buffer.alloc(HEADER);
  header.writeUInt32LE(crc32(rest), 0);
  header.writeUInt32LE(json.length, 4);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.new`, Buffer.concat([header, rest]));
  renameSync(`${path}.new`, path);
}

/** `null` where there is none, or any doubt. */
export function loadTree(path: string, root: string): TreeAndMore | null {
  try {
    const bytes = readFileSync(path);
    const rest = bytes.subarray(HEADER);
    if (crc32(rest) !== bytes.readUInt32LE(0)) return null;
    const length = bytes.readUInt32LE(4);
    const { more, paths, names } = JSON.parse(rest.toString('utf8', 0, length)) as Stored;
    const stamps = new Stamps(new Uint8Array(rest.subarray(length)));
    const tree = new Map<string, FileStamp | string | null>();
    for (const [index, file] of paths.split('\0').entries()) {
      const was = index < stamps.count ? stamps.at(index) : names[index - stamps.count]!;
      tree.set(absolute(root, file), was);
    }
    return { tree, more };
  } catch {
    // Not there, cut short, or of another form: all the same.
    return null;
  }
}

function isStamp(was: FileStamp | string | null): was is FileStamp {
  return typeof was === 'object' && was !== null;
}

/** Paths as seen from a folder. */
function relativeTo(root: string): (file: string) => string {
  const inside = `${root}/`;
  let last: { readonly folder: string; readonly path: string } | null = null;
  return (file) => {
    if (file.startsWith(inside)) return file.slice(inside.length);
    if (file === root) return '';
    const slash = file.lastIndexOf('/');
    const folder = file.slice(0, slash);
    // Most lie beside the one before.
    if (folder !== last?.folder) last = { folder, path: relative(root, folder || '/') };
    return last.path + file.slice(slash);
  };
}

function absolute(root: string, file: string): string {
  return file.startsWith('..') ? resolve(root, file) : `${root}/${file}`;
}
