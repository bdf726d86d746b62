import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What kind of site a case builds. */
export type Kind = 'blog' | 'yaml' | 'json' | 'csv' | 'front-matter' | 'static' | 'navigation';

/** Writes Jekyll's site in a generator's own shape, with templates that do the same. */
export type Shape = (site: string, folder: string) => void;

/** A generator: a column of the table. */
export interface Peer {
  readonly name: string;
  readonly command: string;
  /** What it says of itself, e.g. `4.4.1`. */
  readonly version: string;
  /** Kinds that it can build; `null` for those that it builds as they are. */
  readonly shapes: Readonly<Partial<Record<Kind, Shape | null>>>;
  readonly args: (folder: string, output: string) => readonly string[];
}

/** One that may be on the machine. */
export type Program = Omit<Peer, 'version'>;

/** Those who build Jekyll's sites. */
export const asTheyAre: Peer['shapes'] = {
  blog: null,
  yaml: null,
  json: null,
  csv: null,
  'front-matter': null,
  static: null,
  navigation: null,
};

export type Writer = (path: string, text: string) => void;

export function writerFor(folder: string): Writer {
  return (path, text) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
}

/** A text of the site, changed. */
export type Change = (text: string, name: string) => string;

/** Copies the files of one of the site's folders, each changed. */
export function copyTexts(site: string, from: string, folder: string, to: string, change: Change): void {
  const write = writerFor(folder);
  for (const name of readdirSync(join(site, from))) {
    write(join(to, name), change(readFileSync(join(site, from, name), 'utf8'), name));
  }
}

/** Copies a folder or a file as it is. */
export function copyAsItIs(site: string, from: string, folder: string, to: string): void {
  mkdirSync(dirname(join(folder, to)), { recursive: true });
  cpSync(join(site, from), join(folder, to), { recursive: true });
}

/** `2012-05-29-post-5000.md`'s date as front matter says it. */
export function dated(text: string, name: string): string {
  return text.replace('---\n', `---\ndate: ${name.slice(0, 10)}\n`);
}
