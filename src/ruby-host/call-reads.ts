/** What calls of plain code looked at, as keys: what the shim notes of them. */
import { statSync } from 'node:fs';
import type { Config } from '../model/config.js';
import type { DependencyKey } from '../model/dependency.js';
import type { SitePart, SiteRendering } from '../model/site-rendering.js';
import { isWithin, pathWithin } from '../ruby/file-path.js';

/** Notes of what all code in Ruby goes by: itself, and where the site is. */
export const RUBY_CODE: readonly string[] = ['code:ruby', 'site:source'];

const PARTS: ReadonlySet<string> = new Set<SitePart>(['settings', 'data', 'files']);

/** Times of files are rounded down, in steps of some milliseconds. */
const GRAIN = 10;

/** What notes are told with. */
export interface NoteParts {
  readonly config: Config;
  /** Whether files can be told from each other: in WebAssembly they are read through us. */
  readonly seesFiles: boolean;
  /** Whether code that is not plain may change copies meanwhile. */
  readonly sharesCopies: boolean;
  /** When Ruby was started, in milliseconds since 1970. */
  readonly began: number;
}

/** Records a note of the shim's for the page in hand. */
export function recordNote(note: string, rendering: SiteRendering, parts: NoteParts): void {
  const isCopy = PARTS.has(note) || note.startsWith('f:');
  if (isCopy && parts.sharesCopies) rendering.depend('unseen');
  else if (PARTS.has(note)) rendering.dependOnAll(note as SitePart);
  else if (isCopy) rendering.dependOnFile(note.slice('f:'.length), 'front matter');
  else if (note.startsWith('file:')) rendering.depend(keyOfFile(note.slice('file:'.length), parts));
  else rendering.depend(note as DependencyKey);
}

/** The key of a file's text; of one that was saved meanwhile nobody knows which text was read. */
function keyOfFile(path: string, { config, seesFiles, began }: NoteParts): DependencyKey {
  const { source } = config.directories;
  if (!seesFiles || !isWithin(source, path)) return 'unseen';
  const stats = statSync(path, { throwIfNoEntry: false });
  const isSettled = stats === undefined || (stats.isFile() && stats.mtimeMs < began - GRAIN);
  return isSettled ? `source:${pathWithin(source, path)}` : 'unseen';
}
