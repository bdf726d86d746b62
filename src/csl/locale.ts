import { strip } from '../ruby/string.js';
import { encodeXmlText } from './characters.js';
import { CslError } from './csl-error.js';
import { englishLocale } from './english-locale.js';
import { ordinalSuffix, ordinalsOf } from './ordinals.js';
import { readXml, type XmlElement } from './xml.js';

/** A term in one form. */
export interface CslTerm {
  readonly name: string;
  /** `long`, `short`, `verb`, `verb-short` or `symbol`. */
  readonly form: string;
  readonly single: string;
  readonly multiple: string;
  /** How an ordinal fits numbers: `last-digit`, `last-two-digits`, `whole-number`, or `null` for its own rule. */
  readonly match: string | null;
}

/** A part of a date, as a locale writes it: the attributes of `cs:date-part`. */
export type LocaleDatePart = ReadonlyMap<string, string>;

/** What a locale file holds. */
export interface LocaleData {
  /** E.g. `en`. */
  readonly language: string;
  readonly hasPunctuationInQuote: boolean;
  readonly limitsDayOrdinalsToFirst: boolean;
  /** By form: `text`, `numeric`. */
  readonly dates: ReadonlyMap<string, readonly LocaleDatePart[]>;
  readonly terms: readonly CslTerm[];
}

/** Terms, dates and habits of a language (csl-ruby 2.2, `CSL::Locale`). */
export interface CslLocale extends Omit<LocaleData, 'terms'> {
  /** A term, or `null` when the locale has none; a form that lacks gives way to the next. */
  translate(name: string, form?: string, isPlural?: boolean): string | null;
  /** A number as an ordinal: `2nd`, or `second` in the form `long-ordinal`. */
  ordinalize(number: number, form?: string): string;
}

/** A locale from its file; without one, American English. */
export function readLocale(source: string | null): CslLocale {
  return localeOf(source === null ? englishLocale() : readLocaleFile(source));
}

/** Where a form looks next; `long` nowhere. */
const NEXT_FORM = new Map<string, string>([
  ['verb', 'long'],
  ['short', 'long'],
  ['verb-short', 'verb'],
  ['symbol', 'short'],
]);

function localeOf({ terms, ...data }: LocaleData): CslLocale {
  const byName = new Map<string, Map<string, CslTerm>>();
  const ordinals = ordinalsOf(terms);
  for (const term of terms) {
    if (/^(?:long-)?ordinal(?:-\d\d+)?$/.test(term.name)) continue;
    const forms = byName.get(term.name);
    if (forms === undefined) byName.set(term.name, new Map([[term.form, term]]));
    else forms.set(term.form, term);
  }
  return {
    ...data,
    translate(name, form = 'long', isPlural = false) {
      const term = inForm(byName.get(name), form);
      if (term === undefined) return null;
      return isPlural ? term.multiple : term.single;
    },
    ordinalize: (number, form = '') => ordinalSuffix(ordinals, number, form),
  };
}

function inForm(forms: ReadonlyMap<string, CslTerm> | undefined, form: string): CslTerm | undefined {
  for (let wanted: string | undefined = form; wanted !== undefined; wanted = NEXT_FORM.get(wanted)) {
    const term = forms?.get(wanted);
    if (term !== undefined) return term;
  }
  return undefined;
}

function readLocaleFile(source: string): LocaleData {
  const root = readXml(source);
  if (root.name !== 'locale') throw new CslError(`<${root.name}> is no locale`);
  const named = (name: string): readonly XmlElement[] => root.children.filter((child) => child.name === name);
  const option = (key: string): boolean =>
    named('style-options').some(({ attributes }) => /^true$/i.test(attributes.get(key) ?? ''));
  return {
    language: (root.attributes.get('lang') ?? 'en-US').split('-')[0]!.toLowerCase(),
    hasPunctuationInQuote: option('punctuation-in-quote'),
    limitsDayOrdinalsToFirst: option('limit-day-ordinals-to-day-1'),
    dates: new Map(named('date').map(toDate)),
    terms: named('terms').flatMap(({ children }) => children.map(toTerm)),
  };
}

function toDate({ attributes, children }: XmlElement): [string, LocaleDatePart[]] {
  return [attributes.get('form') ?? '', children.map((part) => part.attributes)];
}

/** Text beside the term is kept as it stands; that of `cs:single` is stripped, and its signs are escaped. */
function toTerm({ attributes, children, text }: XmlElement): CslTerm {
  const inside = (name: string): string => {
    const child = children.find((candidate) => candidate.name === name);
    return text ?? encodeXmlText(strip(child?.text ?? ''));
  };
  return {
    name: attributes.get('name') ?? '',
    form: attributes.get('form') ?? 'long',
    single: inside('single'),
    multiple: inside('multiple'),
    match: attributes.get('match') ?? null,
  };
}
