/** The files of a bibliography (jekyll-scholar 7.3.0, `Utilities#bibtex_paths`), read and put together. */
import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { LiquidError } from '../../liquid/errors.js';
import type { Config } from '../../model/config.js';
import type { DependencyKey } from '../../model/dependency.js';
import { type Diagnostic, SiteError } from '../../model/diagnostic.js';
import * as messages from '../../report/messages.js';
import { decodeText } from '../../ruby/encoding.js';
import { joinPaths, pathWithin, slashed } from '../../ruby/file-path.js';
import { glob } from '../../ruby/glob.js';
import { lineNumberAt } from '../../ruby/string.js';
import { extensionOf } from '../../url/extension.js';
import { Bibliography, BibtexError } from './bibtex/bibliography.js';
import { bibtexOptions } from './bibtex-settings.js';
import type { ScholarSettings } from './settings.js';

/** Who reads: what it goes by is recorded, what is wrong is told. */
export interface FileReader {
  readonly config: Config;
  depend(key: DependencyKey): void;
  report(diagnostic: Diagnostic): void;
}

/** What of a bibliography's entries that are like others is left out; `null` for nothing. */
export type MatchFields = readonly string[] | null;

/** Absolute paths of the files that were asked for; those of the configuration if none were. */
export function bibliographyPaths(
  asked: readonly string[],
  settings: ScholarSettings,
  config: Config,
  interpolate: (text: string) => string,
): readonly string[] {
  const folder = sourceFolder(settings, config);
  const byDefault = settings.text('bibliography');
  const found = byDefault.includes('*') ? glob(byDefault, folder) : [byDefault];
  return (asked.length > 0 ? asked : found).map((name) => extendPath(interpolate(name) || byDefault, folder));
}

function sourceFolder(settings: ScholarSettings, { directories }: Config): string {
  const source = settings.text('source');
  return source.startsWith('/') && existsSync(source) ? source : joinPaths(directories.source, source);
}

/** The ending `.bib` may be left out. */
function extendPath(name: string, folder: string): string {
  if (name.startsWith('/') && existsSync(name)) return name;
  const path = joinPaths(folder, name);
  return extensionOf(path) === '' && !existsSync(path) ? `${path}.bib` : path;
}

/** The bibliography in some files, one text to BibTeX. @throws LiquidError, SiteError */
export function readBibliography(
  paths: readonly string[],
  settings: ScholarSettings,
  matchFields: MatchFields,
  reader: FileReader,
): Bibliography {
  const texts = paths.map((path) => readText(path, reader));
  const placeAt = (offset: number): messages.Place => placeIn(texts, offset, reader.config);
  const bibliography = parse(texts.map(({ text }) => text).join(''), settings, placeAt);
  for (const { reason, offset } of bibliography.problems) {
    reader.report(messages.bibtexObjectSkipped(reason, placeAt(offset)));
  }
  if (settings.isOn('replace_strings')) {
    bibliography.replaceMacros();
    if (settings.isOn('join_strings')) bibliography.join();
  }
  if (matchFields !== null) bibliography.removeDuplicates(matchFields);
  return bibliography;
}

/** A file's text. */
interface FileText {
  readonly path: string;
  readonly text: string;
}

function readText(path: string, reader: FileReader): FileText {
  const { config } = reader;
  reader.depend(`source:${slashed(relative(config.directories.source, path))}`);
  if (!existsSync(path)) {
    const { message, hint = null } = messages.bibliographyMissing(path);
    throw new LiquidError('ruby', message, { hint });
  }
  return { path, text: decodeText(readFileSync(path), config.encoding, false) };
}

function parse(
  text: string,
  settings: ScholarSettings,
  placeAt: (offset: number) => messages.Place,
): Bibliography {
  try {
    return new Bibliography(text, bibtexOptions(settings));
  } catch (error) {
    if (!(error instanceof BibtexError)) throw error;
    throw new SiteError({ ...messages.bibtexInvalid(error.message, placeAt(error.offset)), cause: error });
  }
}

function placeIn(texts: readonly FileText[], offset: number, { directories }: Config): messages.Place {
  let start = 0;
  for (const { path, text } of texts) {
    if (offset < start + text.length || path === texts.at(-1)!.path) {
      const line = lineNumberAt(text, Math.min(offset - start, text.length));
      return { file: pathWithin(directories.root, join(path)), line, text };
    }
    start += text.length;
  }
  throw new Error('a place is asked for in texts that there are');
}
