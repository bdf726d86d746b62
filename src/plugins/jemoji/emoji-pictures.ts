import { isFrom } from '../shared/gem-version.js';
import { NAMES, SINCE_40, SINCE_41, UNTIL_40 } from './emoji-names.js';

/** The picture for each name in a release of gemoji from 3.0.1 on: its path without the ending, e.g. `unicode/1f604` for `smile`. */
export function emojiPictures(gemoji: string): ReadonlyMap<string, string> {
  const pictures = new Map(NAMES.split(',').flatMap(readEntry));
  const leave = (names: string): void => {
    for (const name of names.split(' ')) pictures.delete(name);
  };
  if (!isFrom(gemoji, '4.1.0')) leave(SINCE_41);
  if (isFrom(gemoji, '4.0.0')) return pictures;
  leave(SINCE_40);
  for (const [name, path] of UNTIL_40.split(',').flatMap(readEntry)) pictures.set(name, path);
  return pictures;
}

function readEntry(entry: string): (readonly [name: string, path: string])[] {
  const [file = '', ...names] = entry.split(' ');
  const path = /^[\da-f-]+$/.test(file) ? `unicode/${file}` : file;
  return names.map((name) => [name, path]);
}
