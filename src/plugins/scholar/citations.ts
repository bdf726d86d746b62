import type { Frame } from '../../liquid/run/frame.js';
import type { Value } from '../../ruby/value.js';
import { type CitationFormatter, type CitationStyle, createFormatter } from './formatter.js';

/** What one page cites, in the order in which it does so first. */
export class CitedKeys {
  private readonly numbers = new Map<string, number>();
  private known = new Set<string>();

  get keys(): readonly string[] {
    return [...this.known];
  }

  has(key: string): boolean {
    return this.known.has(key);
  }

  add(key: string): void {
    this.known.add(key);
  }

  clear(): void {
    this.known = new Set();
  }

  /** The number a key is cited by: how many there were when it came first. */
  numberOf(key: string): number {
    const number = this.numbers.get(key) ?? this.known.size;
    this.numbers.set(key, number);
    return number;
  }
}

/** What the tags of one build share. */
export class Citations {
  private readonly byPage = new WeakMap<object, CitedKeys>();
  private readonly withoutPage = new CitedKeys();
  private readonly formatters = new Map<string, CitationFormatter>();

  /** What a page has cited so far, in its text, its includes and its layouts. */
  of(page: Value): CitedKeys {
    if (typeof page !== 'object' || page === null) return this.withoutPage;
    let cited = this.byPage.get(page);
    if (cited === undefined) this.byPage.set(page, (cited = new CitedKeys()));
    return cited;
  }

  /** The formatter of a style, made once. */
  formatter(style: CitationStyle, _frame: Frame): CitationFormatter {
    const name = `${style.style}\0${style.locale}`;
    let formatter = this.formatters.get(name);
    if (formatter === undefined) this.formatters.set(name, (formatter = createFormatter(style)));
    return formatter;
  }
}
