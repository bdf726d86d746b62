import type { CslProcessor } from '../../csl/processor.js';
import { LiquidError } from '../../liquid/errors.js';
import type { DependencyKey } from '../../model/dependency.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import { toS } from '../../ruby/to-s.js';
import { isTruthy } from '../../ruby/value.js';
import type { Entry } from './bibtex/entry.js';
import { filtersNamed } from './bibtex-settings.js';
import type { Formatters } from './formatter.js';
import { element } from './html.js';
import type { ScholarSettings } from './settings.js';
import { toCsl } from './to-csl.js';

/** What it may ask of whoever prints the references; a frame will do. */
export interface WriterTools {
  depend(key: DependencyKey): void;
  report(diagnostic: Diagnostic): void;
}

/** Writes the references of one list (jekyll-scholar 7.3.0, `Utilities#render_bibliography`). */
export class ReferenceWriter {
  private readonly inHand = new Map<string, CslProcessor>();

  /**
   * @param style  the style's name or path
   * @param tools  told what of the site's files it goes by, and what is not as it was asked for
   */
  constructor(
    private readonly formatters: Formatters,
    private readonly settings: ScholarSettings,
    private readonly style: string,
    private readonly tools: WriterTools,
  ) {}

  /** The style's own formatter, in the language that the configuration names. */
  get formatter(): CslProcessor {
    return this.inLanguage(this.settings.text('locale'));
  }

  /** A reference with an element around it. @param id the element's address */
  reference(entry: Entry, number: number | null, id: string, suppressAuthor = false): string {
    const filtered = entry.converted(filtersNamed(this.settings.texts('bibtex_filters')));
    const name = this.settings.get('reference_tagname');
    const text = this.text(filtered, number, suppressAuthor);
    return element(isTruthy(name) ? toS(name) : 'span', text, [['id', id]]);
  }

  /** The reference alone, of an entry to which the filters have been applied. */
  text(entry: Entry, number: number | null, suppressAuthor = false): string {
    const formatter = this.ofEntry(entry);
    return formatter.bibliographyEntry({ item: toCsl(entry, number), suppressAuthor });
  }

  /** Under `allow_locale_overrides` that of the entry's language, if there is one. */
  private ofEntry(entry: Entry): CslProcessor {
    const language = entry.get('language')?.text ?? '';
    if (language === '' || !this.settings.isOn('allow_locale_overrides')) return this.formatter;
    try {
      return this.inLanguage(language);
    } catch (error) {
      if (error instanceof LiquidError) return this.formatter;
      throw error;
    }
  }

  private inLanguage(locale: string): CslProcessor {
    const { processor, keys, warnings } = this.formatters.of({ style: this.style, locale });
    for (const key of keys) this.tools.depend(key);
    for (const warning of warnings) this.tools.report(warning);
    let fresh = this.inHand.get(locale);
    if (fresh === undefined) this.inHand.set(locale, (fresh = processor.fresh()));
    return fresh;
  }
}
