import { Entry } from './entry.js';
import { BibtexError, parseBibtex } from './parser.js';
import { matchesQuery } from './query.js';
import { successor } from './successor.js';
import type { BibtexProblem } from './tokens.js';
import type { BibtexValue, MacroDefinition, TextFilter } from './value.js';

export { BibtexError };

/** How a text is read; `bibtex_options` in a site's configuration. */
export interface BibtexOptions {
  /** `strict`: objects may begin anywhere, not only at the beginning of a line. */
  readonly isStrict: boolean;
  /** `strip`: line breaks in values become spaces. */
  readonly stripsLines: boolean;
  /** `allow_missing_keys`: an entry without a key is given one. */
  readonly allowsMissingKeys: boolean;
  /** `parse_names`: authors and editors become lists of names. */
  readonly parsesNames: boolean;
  /** `parse_months`: months become `jan` … `dec`, with their number beside them. */
  readonly parsesMonths: boolean;
  /** `filter`: applied to all values. */
  readonly filters: readonly TextFilter[];
}

/** What a text holds: an entry, or what stands between objects; `''` for an object that is no entry. */
export type BibtexItem = Entry | string;

/** What an `@string` says; later ones may change it. */
interface StringObject extends MacroDefinition {
  value: BibtexValue;
}

/** A file's entries (bibtex-ruby 6.2.0, `Bibliography`). */
export class Bibliography {
  readonly problems: readonly BibtexProblem[];
  /** In the file's order, with the texts between. */
  readonly items: BibtexItem[] = [];
  private readonly byKey = new Map<string, Entry>();
  private readonly macros = new Map<string, StringObject>();
  /** Strings and entries in the file's order, which is that of replacement. */
  private readonly replaceable: (StringObject | Entry)[] = [];

  /** @throws BibtexError */
  constructor(text: string, options: BibtexOptions) {
    const { objects, problems } = parseBibtex(text, options);
    this.problems = problems;
    for (const object of objects) {
      if (object.kind === 'entry') this.add(new Entry(object.type, object.key, object.fields), options);
      else if (object.kind !== 'error') this.items.push(object.kind === 'text' ? object.text : '');
      if (object.kind === 'string') this.define(object.name, object.value);
    }
  }

  /** In the file's order. */
  get entries(): readonly Entry[] {
    return this.items.filter((item) => item instanceof Entry);
  }

  /** The entry of that key; `null` when there is none. */
  entry(key: string): Entry | null {
    return this.byKey.get(key) ?? null;
  }

  /** Entries that a query finds, e.g. `@book[year>=2001]`; what is no query is a key, which finds none in a list. */
  query(query: string): readonly Entry[] {
    if (!/^!?@/.test(query)) return [];
    return this.entries.filter((entry) => matchesQuery(entry, query));
  }

  /** Puts what macros stand for in their places, also in the definitions of others. */
  replaceMacros(): void {
    for (const object of this.replaceable) {
      if (object instanceof Entry) object.replaceMacros(this.macros.values());
      else object.value = object.value.replaced(this.macros.values());
    }
  }

  /** Makes neighbouring texts of values one. */
  join(): void {
    for (const object of this.replaceable) {
      if (object instanceof Entry) object.join();
      else object.value = object.value.joined();
    }
  }

  /** Removes entries that are like an earlier one in their type and these fields; the year and the title, if none are given. */
  removeDuplicates(fields: readonly string[]): void {
    const compared = fields.length === 0 ? ['year', 'title'] : fields;
    const seen = new Set<string>();
    for (const entry of this.entries) {
      const digest = entry.digest(compared);
      if (seen.has(digest)) this.remove(entry);
      seen.add(digest);
    }
  }

  private add(entry: Entry, { parsesNames, parsesMonths, filters }: BibtexOptions): void {
    entry.key = this.freeKey(entry.key);
    entry.bibliography = this;
    this.byKey.set(entry.key, entry);
    if (parsesNames) entry.parseNames(this.macros.values());
    if (parsesMonths) entry.parseMonth();
    if (filters.length > 0) entry.convert(filters);
    this.items.push(entry);
    this.replaceable.push(entry);
  }

  private freeKey(wanted: string): string {
    let key = wanted;
    while (this.byKey.has(key)) key = successor(key);
    return key;
  }

  private define(name: string, value: BibtexValue): void {
    const object: StringObject = { name, value };
    this.macros.set(name, object);
    this.replaceable.push(object);
  }

  private remove(entry: Entry): void {
    this.byKey.delete(entry.key);
    this.items.splice(this.items.indexOf(entry), 1);
    this.replaceable.splice(this.replaceable.indexOf(entry), 1);
  }
}
