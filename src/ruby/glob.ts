/**
 * Ruby's `Dir.glob` without flags (Ruby 3.1, dir.c). All parts of the pattern that may go on at a folder are followed at once, so that each
 * folder is read once a pattern, however many `**` there are in it.
 */
import { type Dirent, lstatSync, readdirSync, realpathSync } from 'node:fs';
import { expandBraces } from './braces.js';
import { compareStrings } from './compare.js';
import { isWithin, joinPaths } from './file-path.js';
import { isDirectory } from './file-test.js';
import { compileFnmatch } from './fnmatch.js';

/** Alternatives in braces that one pattern may have, multiplied out. */
export const MAX_ALTERNATIVES = 1000;

/** What a pattern means between two slashes. */
type Part =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'pattern'; readonly matches: (name: string) => boolean }
  /** `**`, any number of folders that are no links and have no dot in front. */
  | { readonly kind: 'deep' };

/** Whether a pattern stands for more patterns than are looked up. */
export function isGlobTooWide(pattern: string): boolean {
  return expandBraces(pattern, MAX_ALTERNATIVES) === null;
}

/**
 * What there is for a pattern, in Ruby's order: as its alternatives stand in braces, each of them sorted folder by folder. Links to a folder
 * they lie in lead nowhere.
 *
 * @param pattern from the folder on, or absolute; with a slash at its end it finds folders
 * @param folder absolute
 * @returns paths as the pattern writes them (`./a`, `a/../b`), without the slash at the end; none for a pattern that is too wide
 */
export function glob(pattern: string, folder: string): string[] {
  return (expandBraces(pattern, MAX_ALTERNATIVES) ?? []).flatMap((one) => new Walk(one, folder).found);
}

/** The search for one pattern without braces. */
class Walk {
  readonly found: string[] = [];
  private readonly parts: readonly Part[];
  private readonly isForFolders: boolean;
  private readonly folder: string;

  constructor(pattern: string, folder: string) {
    const isAbsolute = pattern.startsWith('/');
    this.folder = isAbsolute ? '/' : folder;
    this.isForFolders = pattern.endsWith('/');
    this.parts = parsePattern(pattern, this.isForFolders);
    if (this.parts.length > 0) this.visit(isAbsolute ? '/' : '', [0], true);
  }

  /**
   * @param states  the parts that may come next
   * @param isNamed whether no pattern has led here
   */
  private visit(path: string, states: readonly number[], isNamed: boolean): void {
    const next = new Set(states.flatMap((state) => (this.isDeep(state) ? [state, state + 1] : [state])));
    const isEnd = path !== '' && next.has(this.parts.length);
    if (isEnd && (!this.isForFolders || isDirectory(this.absolute(path)))) this.found.push(path);
    const parts = [...next].map((state) => this.parts[state]);
    const needsList = parts.some((part) => part?.kind === 'pattern' || part?.kind === 'deep');
    if (!needsList) this.visitNames(path, next, isNamed);
    else this.visitEntries(path, next, isNamed && !states.some((state) => this.isDeep(state)));
  }

  /** @param withItself whether the folder is among its entries, as `.` */
  private visitEntries(path: string, next: ReadonlySet<number>, withItself: boolean): void {
    for (const entry of listFolder(this.absolute(path))) {
      const { name } = entry;
      if (name === '.' && !withItself) continue;
      const isEntered = entry.isDirectory() && !name.startsWith('.');
      const reached = [...next].flatMap((state) => this.after(state, name, isEntered));
      const inside = path === '' ? name : joinPaths(path, name);
      if (reached.length > 0 && !(entry.isSymbolicLink() && this.leadsBack(inside))) {
        this.visit(inside, [...new Set(reached)], false);
      }
    }
  }

  /** The states behind a name. */
  private after(state: number, name: string, isEntered: boolean): number[] {
    const part = this.parts[state];
    if (part?.kind === 'deep') return isEntered ? [state] : [];
    const fits = part?.kind === 'name' ? part.name === name : part?.matches(name);
    return fits ? [state + 1] : [];
  }

  /** Names without stars need no list of their folder. */
  private visitNames(path: string, next: ReadonlySet<number>, isNamed: boolean): void {
    for (const state of next) {
      const part = this.parts[state];
      if (part?.kind !== 'name') continue;
      const inside = path === '' ? part.name : joinPaths(path, part.name);
      if (isThere(this.absolute(inside))) this.visit(inside, [state + 1], isNamed);
    }
  }

  private isDeep(state: number): boolean {
    return this.parts[state]?.kind === 'deep';
  }

  private absolute(path: string): string {
    return path.startsWith('/') ? path : joinPaths(this.folder, path);
  }

  private leadsBack(link: string): boolean {
    const path = this.absolute(link);
    try {
      return isWithin(realpathSync(path), realpathSync(path.slice(0, path.lastIndexOf('/') + 1)));
    } catch {
      // A link to nothing is something that can be found.
      return false;
    }
  }
}

/** `**` at the end is a star. */
function parsePattern(pattern: string, isForFolders: boolean): Part[] {
  const texts = splitAtSlashes(pattern);
  const parts: Part[] = [];
  for (const [index, text] of texts.entries()) {
    if (text === '**' && (isForFolders || index < texts.length - 1)) {
      if (parts.at(-1)?.kind !== 'deep') parts.push({ kind: 'deep' });
    } else if (/[*?[]/.test(text.replace(/\\./gs, ''))) {
      parts.push({ kind: 'pattern', matches: compileFnmatch(text) });
    } else parts.push({ kind: 'name', name: text.replace(/\\(.?)/gs, '$1') });
  }
  return parts;
}

/** What stands between slashes; those inside brackets divide nothing. A brace closes brackets, too. */
function splitAtSlashes(pattern: string): string[] {
  const texts: string[] = [];
  let isInBrackets = false;
  let from = 0;
  for (let index = 0; index < pattern.length; index++) {
    const character = pattern[index];
    if (character === '\\') index++;
    else if (character === '[') isInBrackets = true;
    else if (character === ']' || character === '}') isInBrackets = false;
    else if (character === '/' && !isInBrackets) {
      texts.push(pattern.slice(from, index));
      from = index + 1;
    }
  }
  return [...texts, pattern.slice(from)].filter((text) => text !== '');
}

/** Sorted, the folder itself first; nothing for what is no folder, or may not be looked at. */
function listFolder(path: string): Pick<Dirent, 'name' | 'isDirectory' | 'isSymbolicLink'>[] {
  try {
    const entries = readdirSync(path, { withFileTypes: true });
    const itself = { name: '.', isDirectory: () => true, isSymbolicLink: () => false };
    return [itself, ...entries.sort((a, b) => compareStrings(a.name, b.name))];
  } catch {
    return [];
  }
}

function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}
