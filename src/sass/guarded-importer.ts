/** Loads of style sheets that may be refused before a file is opened: Sass's own open first. */
import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Importer, ImporterResult, Syntax } from 'sass';
import { findStylesheet } from './find-stylesheet.js';

/** Why a file may not be read, by its absolute path; `null` when it may. */
export type RefuseFile = (path: string) => string | null;

/** Lets imports through, or not. Sass makes an error of its own of what is thrown here: the guard remembers the words. */
export class ImportGuard {
  /** Why the last import failed; `null` when none did. */
  reason: string | null = null;

  constructor(private readonly refuse: RefuseFile) {}

  /**
   * Finds and loads as Sass does itself.
   *
   * @param folders absolute, where imports are looked up that are relative to no file, in order
   */
  importer(folders: readonly string[]): Importer<'sync'> {
    return {
      canonicalize: (url, { fromImport }) => this.attempt(() => this.find(pathsOf(url, folders), fromImport)),
      load: (url) => this.attempt(() => readStylesheet(fileURLToPath(url))),
    };
  }

  private find(paths: readonly string[], fromImport: boolean): URL | null {
    for (const path of paths) {
      const file = findStylesheet(path, fromImport);
      if (file === null) continue;
      const reason = this.refuse(file);
      if (reason !== null) throw new Error(reason);
      return pathToFileURL(file);
    }
    return null;
  }

  private attempt<T>(run: () => T): T {
    try {
      return run();
    } catch (error) {
      this.reason = (error as Error).message;
      throw error;
    }
  }
}

/** Where an import looks: an address says it itself, as one relative to another file does once Sass has resolved it. */
function pathsOf(url: string, folders: readonly string[]): string[] {
  if (url.startsWith('file:')) return [fileURLToPath(url)];
  if (/^[a-z][a-z\d+.-]+:/i.test(url)) return [];
  return folders.map((folder) => fileURLToPath(new URL(url, pathToFileURL(`${folder}/`))));
}

const SYNTAXES: Readonly<Record<string, Syntax>> = { '.sass': 'indented', '.css': 'css' };

function readStylesheet(path: string): ImporterResult {
  const bytes = readFileSync(path);
  if (!isUtf8(bytes)) throw new Error(`Invalid UTF-8 in ${path}.`);
  const contents = bytes.toString().replace(/^\uFEFF/, '');
  return { contents, syntax: SYNTAXES[extname(path)] ?? 'scss', sourceMapUrl: pathToFileURL(path) };
}
