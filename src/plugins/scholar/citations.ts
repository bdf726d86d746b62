import type { Config } from '../../model/config.js';
import type { Value } from '../../ruby/value.js';
import { Formatters } from './formatter.js';

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
  private known: Formatters | null = null;

  /** What a page has cited so far, in its text, its includes and its layouts. */
  of(page: Value): CitedKeys {
    if (typeof page !== 'object' || page === null) return this.withoutPage;
    let cited = this.byPage.get(page);
    if (cited === undefined) this.byPage.set(page, (cited = new CitedKeys()));
    return cited;
  }

  /** @param config the build's, the same each time */
  formatters(config: Config): Formatters {
    return (this.known ??= new Formatters(config));
  }
}
