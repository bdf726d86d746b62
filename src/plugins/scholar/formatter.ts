/** Formatters of references and citations: processors of CSL's styles, in the languages of its locales. */
import { hash } from 'node:crypto';
import { CslError } from '../../csl/csl-error.js';
import { normalizeLocaleTag } from '../../csl/locale-tag.js';
import { type CslProcessor, createCslProcessor } from '../../csl/processor.js';
import { LiquidError } from '../../liquid/errors.js';
import type { Config } from '../../model/config.js';
import type { DependencyKey } from '../../model/dependency.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import * as messages from '../../report/messages.js';
import { findLocale, findStyle, keysOfCandidates } from './csl-files.js';
import { PLAIN_STYLE } from './plain-style.js';

/** A style and a language, as the configuration names them, e.g. `apa` and `en`. */
export interface CitationStyle {
  readonly style: string;
  readonly locale: string;
}

/** A formatter with what it was made of. */
export interface Formatter {
  /** To be taken `fresh` for each list. */
  readonly processor: CslProcessor;
  /** What of the site's files it goes by. */
  readonly keys: readonly DependencyKey[];
  /** What is not as it was asked for, to be told by whoever uses it. */
  readonly warnings: readonly Diagnostic[];
}

/** The formatters of one build, each made once. */
export class Formatters {
  private readonly made = new Map<string, Formatter>();

  constructor(private readonly config: Config) {}

  /** @throws LiquidError for a style or locale that is not there, or is none */
  of({ style, locale }: CitationStyle): Formatter {
    const name = `${style}\0${locale}`;
    let formatter = this.made.get(name);
    if (formatter === undefined) this.made.set(name, (formatter = this.make(style, locale)));
    return formatter;
  }

  /** What the files of a style and a locale hold, in short; `''` where there are none. */
  fingerprint({ style, locale }: CitationStyle): string {
    const texts = [findStyle(style, this.config)?.text, findLocale(locale, this.config)?.text];
    return hash('sha256', texts.map((text) => text ?? '').join('\0'), 'base64url');
  }

  private make(style: string, locale: string): Formatter {
    const found = findStyle(style, this.config);
    if (found === null && !isName(style)) throw refused(messages.citationStyleMissing(style));
    const localeFile = findLocale(locale, this.config);
    // The terms of American English need no file.
    const isTranslated = localeFile !== null || normalizeLocaleTag(locale) === 'en-US';
    const warnings = [
      ...(found === null ? [messages.citationStyleReplaced(style)] : []),
      ...(isTranslated ? [] : [messages.citationLocaleMissing(locale)]),
    ];
    const files = [found, localeFile].flatMap((file) =>
      file === null || file.key === null ? [] : [file.key],
    );
    const language = isTranslated ? locale : 'en-US';
    try {
      return {
        processor: createCslProcessor(found?.text ?? PLAIN_STYLE, localeFile?.text ?? null, language),
        keys: [...keysOfCandidates(style, locale), ...files],
        warnings,
      };
    } catch (error) {
      if (!(error instanceof CslError)) throw error;
      throw refused(
        messages.citationStyleInvalid(error.message, found?.path ?? style, localeFile?.path ?? null),
      );
    }
  }
}

/** Whether it is the name of a style that the gem knows, and no file of the site's. */
function isName(style: string): boolean {
  return /^[\w-]+$/.test(style);
}

function refused(problem: Diagnostic): LiquidError {
  return new LiquidError('ruby', problem.message, { hint: problem.hint ?? null });
}
