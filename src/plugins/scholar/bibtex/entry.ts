import { downcase } from '../../../ruby/string.js';
import type { Bibliography } from './bibliography.js';
import { Names, nameText, readNames } from './names.js';
import { BibtexValue, Macro, type MacroDefinition, type TextFilter } from './value.js';

/** What stands in a field. */
export type FieldValue = BibtexValue | Names;

/** Fields that hold names of people. */
export const NAME_FIELDS = ['author', 'editor', 'translator', 'director', 'producer', 'composer'] as const;

/** Months as BibTeX's styles call them. */
export const MONTHS: readonly string[] = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** Where an entry of a collection finds in its parent what it does not say itself. */
const ALIASES: ReadonlyMap<string, string> = new Map([['booktitle', 'title']]);

/** A book, an article or the like (bibtex-ruby 6.2.0, `Entry`). */
export class Entry {
  key: string;
  /** Where it stands; `null` before it is added. */
  bibliography: Bibliography | null = null;
  readonly fields: Map<string, FieldValue>;

  constructor(
    /** In small letters, e.g. `article`. */
    readonly type: string,
    key: string,
    fields: ReadonlyMap<string, FieldValue>,
  ) {
    this.fields = new Map(fields);
    this.key = key === '' ? this.defaultKey() : key;
  }

  /** The entry that `crossref` names. */
  get parent(): Entry | null {
    const key = this.fields.get('crossref')?.text ?? '';
    return key === '' ? null : (this.bibliography?.entry(key) ?? null);
  }

  /** A field's value, its own or its parent's. */
  get(name: string): FieldValue | null {
    return this.fields.get(name) ?? this.parent?.provided(name) ?? null;
  }

  /** Its own field of that name, or the one that stands for it. */
  provided(name: string): FieldValue | null {
    return this.fields.get(name) ?? this.fields.get(ALIASES.get(name) ?? '') ?? null;
  }

  /** The year, or the one in the date. */
  get year(): string | null {
    const year = this.fields.get('year');
    if (year !== undefined) return year.text;
    return /\d{4}/.exec(this.fields.get('date')?.text ?? '')?.[0] ?? null;
  }

  /** Names of fields that only the parent has, sorted. */
  get inheritedFields(): readonly string[] {
    const { parent } = this;
    if (parent === null) return [];
    const own = [...parent.fields.keys()].filter((name) => !this.fields.has(name));
    const aliased = [...ALIASES].filter(([, field]) => parent.fields.has(field)).map(([name]) => name);
    return [...own, ...aliased].sort();
  }

  /** The entry with filters applied to all values. */
  converted(filters: readonly TextFilter[]): Entry {
    const copy = this.copy();
    copy.convert(filters);
    return copy;
  }

  /** Without some of its fields. */
  without(names: readonly string[]): Entry {
    const copy = this.copy();
    for (const name of names) copy.fields.delete(name);
    return copy;
  }

  convert(filters: readonly TextFilter[]): void {
    for (const [name, value] of this.fields) this.fields.set(name, value.converted(filters));
  }

  replaceMacros(definitions: Iterable<MacroDefinition>): void {
    const all = [...definitions];
    for (const [name, value] of this.fields) {
      if (value instanceof BibtexValue) this.fields.set(name, value.replaced(all));
    }
  }

  join(): void {
    for (const [name, value] of this.fields) {
      if (value instanceof BibtexValue) this.fields.set(name, value.joined());
    }
  }

  parseNames(definitions: Iterable<MacroDefinition>): void {
    const all = [...definitions];
    for (const field of NAME_FIELDS) {
      const value = this.fields.get(field);
      if (value instanceof BibtexValue) this.fields.set(field, readNames(value.replaced(all).joined().text));
    }
  }

  /** Makes the month one of BibTeX's own, and puts its number last among the fields. */
  parseMonth(): void {
    this.fields.delete('month_numeric');
    const month = this.fields.get('month');
    if (!(month instanceof BibtexValue)) return;
    const parsed = readMonth(month);
    this.fields.set('month', parsed);
    const index = MONTHS.indexOf(parsed.text);
    if (index >= 0) this.fields.set('month_numeric', new BibtexValue([String(index + 1)]));
  }

  /** What entries have in common that are like each other in some fields. */
  digest(names: readonly string[]): string {
    const known = new Set([...this.fields.keys(), ...this.inheritedFields]);
    const parts = names.filter((name) => known.has(name)).sort();
    return [this.type, ...parts.map((name) => `${name}:${this.get(name)?.text ?? ''}`)].join('|');
  }

  /**
   * The entry as BibTeX.
   *
   * @param quotes  what stands before and behind values, e.g. `['{', '}']`
   * @param filters applied to values that are no names
   */
  toBibtex(quotes: readonly string[], filters: readonly TextFilter[] = []): string {
    const lines = [...this.fields].map(([name, value]) => `${name} = ${quote(value, quotes, filters)}`);
    const content = lines.join(',\n').replace(/\n(?!$)/g, '\n  ');
    return `@${this.type}{${this.key},\n  ${content}\n}\n`;
  }

  private copy(): Entry {
    const copy = new Entry(this.type, this.key, this.fields);
    copy.bibliography = this.bibliography;
    return copy;
  }

  /** Of the first name, the year and an `a`. */
  private defaultKey(): string {
    const named = NAME_FIELDS.map((name) => this.fields.get(name)).find((value) => value !== undefined);
    const [first] = named instanceof Names ? named.names.map(nameText) : [firstPart(named)];
    const letters = (first ?? '').normalize('NFKD').replace(/[^\x00-\x7f"']|["']/g, '');
    const name = /[A-Za-z-]+/.exec(letters)?.[0] ?? 'unknown';
    return downcase(`${name}${/\d+/.exec(this.year ?? '')?.[0] ?? '-'}a`);
  }
}

function firstPart(value: BibtexValue | undefined): string {
  const part = value?.parts[0];
  return part instanceof Macro ? part.name : (part ?? '');
}

function readMonth(month: BibtexValue): BibtexValue {
  const { text } = month;
  const trimmed = text.trim();
  if (/(?<![^\n])(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i.test(trimmed)) {
    return new BibtexValue([new Macro(downcase([...text].slice(0, 3).join('')))]);
  }
  if (!/(?<![^\n])\d\d?(?![^\n])/.test(trimmed)) return month;
  const number = Number(month.integer);
  const name = MONTHS.at(number - 1);
  return name === undefined ? month : new BibtexValue([new Macro(name)]);
}

/** A value to which filters are applied is quoted by what it was before. */
function quote(value: FieldValue, quotes: readonly string[], filters: readonly TextFilter[]): string {
  if (value instanceof Names || filters.length === 0) return value.quoted(quotes);
  const converted = value.converted(filters);
  return value.isAtomic && !value.hasMacro ? converted.quoted(quotes) : converted.text;
}
