/**
 * What outputs are written in where `encoding` is not UTF-8. Ruby's strings carry their encoding: text of the site's files has the
 * site's, and text from front matter, configuration and data is UTF-8; of two that are joined, the one with more than ASCII
 * decides. Jekyll stops where both have more; here such an output is written in the site's encoding as long as that has the
 * characters.
 */
import { existsSync, readFileSync } from 'node:fs';
import { type DependencyKey, kindOf, splitKey } from '../model/dependency.js';
import { SiteError } from '../model/diagnostic.js';
import { wholeText } from '../model/output.js';
import type { Renderable } from '../model/page.js';
import type { Site } from '../model/site.js';
import type { TurnKeys } from '../model/turn.js';
import * as messages from '../report/messages.js';
import { decodeText, type Encoding, utf8, writtenEncoding } from '../ruby/encoding.js';
import { joinPaths } from '../ruby/file-path.js';
import { allDocuments } from '../site/site-files.js';
import type { Includes } from './includes.js';

/** Attributes of a page or document that print its text. */
const TEXTS: ReadonlySet<string> = new Set(['content', 'excerpt', 'output']);

/** The encodings of one site's outputs. */
export class OutputEncoding {
  private readonly encoding: Encoding;
  /** Ids of the pages and documents whose own text is more than ASCII. */
  private readonly pastAscii = new Set<string>();
  /** By path from the source; one file may be read for every output. */
  private readonly filesPastAscii = new Map<string, boolean>();

  constructor(
    private readonly site: Site,
    private readonly includes: Includes,
  ) {
    this.encoding = writtenEncoding(site.config.encoding);
    if (this.encoding.isUtf8) return;
    for (const { id, body } of [...site.pages, ...allDocuments(site)]) {
      if (isPastAscii(wholeText(body))) this.pastAscii.add(id);
    }
  }

  /**
   * The encoding of an output, by name.
   *
   * @param keys what was read for it
   * @throws SiteError for a text of which the encoding lacks a character
   */
  of(file: Renderable, output: string, keys: TurnKeys): string {
    const { encoding } = this;
    if (encoding.isUtf8 || !isPastAscii(output)) return utf8.name;
    if (!isPastAscii(wholeText(file.body)) && !keys.all().some((key) => this.isTextPastAscii(key)))
      return utf8.name;
    const missing = encoding.firstMissing(output);
    if (missing === null) return encoding.name;
    throw new SiteError(messages.encodingsMixed(encoding.name, missing, file.path, { file: file.path }));
  }

  /** Whether a text of the site's files that stands behind a key is more than ASCII. */
  private isTextPastAscii(key: DependencyKey): boolean {
    const { of, attribute } = splitKey(key);
    const isText = attribute !== null && TEXTS.has(attribute);
    switch (kindOf(key)) {
      case 'layout':
        return isPastAscii(this.site.layouts.get(of)?.body ?? '');
      case 'include':
        return isPastAscii(this.includes.read(of).text);
      case 'source':
        return this.isFilePastAscii(of);
      case 'page':
        return isText && this.pastAscii.has(of);
      case 'members':
        return isText && this.pastAscii.size > 0;
      default:
        return false;
    }
  }

  private isFilePastAscii(path: string): boolean {
    let answer = this.filesPastAscii.get(path);
    if (answer === undefined) this.filesPastAscii.set(path, (answer = isPastAscii(this.textOfFile(path))));
    return answer;
  }

  private textOfFile(path: string): string {
    const { directories, encoding } = this.site.config;
    const absolutePath = joinPaths(directories.source, path);
    return existsSync(absolutePath) ? decodeText(readFileSync(absolutePath), encoding) : '';
  }
}

function isPastAscii(text: string): boolean {
  return /[^\0-\x7F]/.test(text);
}
