/** Finds the line of a setting again, for messages: values do not know where they stood. */
import { readFileSync } from 'node:fs';
import type { SettingPlace } from '../model/config.js';
import { escapePattern } from '../ruby/escape-pattern.js';
import { pathWithin } from '../ruby/file-path.js';
import { withoutByteOrderMark } from '../ruby/string.js';
import { toS } from '../ruby/to-s.js';
import type { Value } from '../ruby/value.js';
import { keyPosition, type Position } from '../ruby/yaml/key-position.js';
import type { ConfigSources } from './validate.js';

/** The key that a path of keys and indexes leads to, in the last file that has it; `undefined` when it came from a flag. */
export function keyedPlace(path: readonly Value[], { files, root }: ConfigSources): SettingPlace | undefined {
  for (const file of files.toReversed()) {
    const text = withoutByteOrderMark(readFileSync(file, 'utf8'));
    const position = /\.toml$/i.test(file) ? tomlPosition(text, path) : keyPosition(text, path);
    if (position) return { file: pathWithin(root, file), ...position, text };
  }
  return undefined;
}

/** Where a list of texts under a key at the top names this one, in the last file that has the key and names it. */
export function itemPlace(
  key: string,
  item: string,
  { files, root }: ConfigSources,
): SettingPlace | undefined {
  for (const file of files.toReversed()) {
    const text = withoutByteOrderMark(readFileSync(file, 'utf8'));
    const start = keyPosition(text, [key]);
    if (!start) continue;
    const lines = text.split('\n');
    const index = lines.findIndex((line, number) => number >= start.line - 1 && line.includes(item));
    if (index !== -1) return { file: pathWithin(root, file), line: index + 1, text };
  }
  return undefined;
}

/** By lines alone: the first `key =` or `[section]` that bears the key's name, else its parent's. */
function tomlPosition(text: string, path: readonly Value[]): Position | undefined {
  const lines = text.split('\n');
  for (const key of path.filter((part) => typeof part === 'string').toReversed()) {
    const name = escapePattern(toS(key));
    const pattern = new RegExp(`^\\s*(?:["']?${name}["']?\\s*=|\\[+(?:.*\\.)?${name}\\s*\\])`);
    const index = lines.findIndex((line) => pattern.test(line));
    if (index !== -1) return { line: index + 1, column: lines[index]!.search(/\S/) + 1 };
  }
  return undefined;
}
