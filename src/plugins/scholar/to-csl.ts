/** An entry as CSL-JSON, for a formatter (bibtex-ruby 6.2.0, `CiteProcConverter`). */

import type { CslDate } from '../../csl/date.js';
import type { CslItem, CslValue } from '../../csl/item.js';
import type { CslName } from '../../csl/name.js';
import { type Entry, type FieldValue, MONTHS } from './bibtex/entry.js';
import { type Name, Names } from './bibtex/names.js';

/** What CSL calls BibTeX's fields; others keep their names. */
const VARIABLES: ReadonlyMap<string, string> = new Map([
  ['address', 'publisher-place'],
  ['booktitle', 'container-title'],
  ['doi', 'DOI'],
  ['howpublished', 'publisher'],
  ['institution', 'publisher'],
  ['isbn', 'ISBN'],
  ['journal', 'container-title'],
  ['journaltitle', 'container-title'],
  ['number', 'issue'],
  ['organization', 'publisher'],
  ['pages', 'page'],
  ['pmcid', 'PMCID'],
  ['pmid', 'PMID'],
  ['school', 'publisher'],
  ['series', 'collection-title'],
  ['type', 'genre'],
  ['url', 'URL'],
  ['urldate', 'accessed'],
]);

/** What it calls types of entries. */
const TYPES: ReadonlyMap<string, string> = new Map([
  ['article', 'article-journal'],
  ['booklet', 'pamphlet'],
  ['conference', 'paper-conference'],
  ['inbook', 'chapter'],
  ['incollection', 'chapter'],
  ['inproceedings', 'paper-conference'],
  ['manual', 'book'],
  ['mastersthesis', 'thesis'],
  ['phdthesis', 'thesis'],
  ['proceedings', 'book'],
  ['techreport', 'report'],
  ['unpublished', 'manuscript'],
]);

/** What a thesis is called where the entry does not say. */
const GENRES: ReadonlyMap<string, string> = new Map([
  ['mastersthesis', "Master's thesis"],
  ['phdthesis', 'PhD thesis'],
]);

/** Fields that are read together. */
const DATE_FIELDS: ReadonlySet<string> = new Set(['year', 'month', 'day', 'date']);

/** @param number the entry's place in the bibliography or among what was cited; `null` for none */
export function toCsl(entry: Entry, number: number | null): CslItem {
  entry.parseNames([]);
  entry.parseMonth();
  const { parent } = entry;
  const inherited = entry.inheritedFields.flatMap((name): [string, FieldValue][] => {
    const value = parent?.provided(name) ?? null;
    return value === null ? [] : [[name, value]];
  });
  const item: Record<string, CslValue> = {};
  for (const [name, value] of [...entry.fields, ...inherited]) setVariable(item, name, value);
  setPlaces(item, entry);
  const issued = dateOf(entry);
  if (issued !== null) item['issued'] = issued;
  if (typeof item['accessed'] === 'string') item['accessed'] = accessDate(item['accessed']);
  item['id'] = entry.key;
  item['type'] = TYPES.get(entry.type) ?? entry.type;
  const genre = GENRES.get(entry.type);
  if (genre !== undefined) item['genre'] ??= genre;
  if (number !== null) item['citation-number'] = number;
  return item;
}

/** A variable that is taken leaves the field its own name. */
function setVariable(item: Record<string, CslValue>, name: string, value: FieldValue): void {
  if (DATE_FIELDS.has(name)) return;
  if (name === 'howpublished' && value.text.includes('url')) {
    item['URL'] = /url\{?([^}]*)/.exec(value.text)?.[1] ?? '';
    return;
  }
  const variable = VARIABLES.get(name) ?? name;
  item[variable in item ? name : variable] = value instanceof Names ? value.names.map(cslName) : value.text;
}

/** Where a conference was, and who speaks for it; a report's number. */
function setPlaces(item: Record<string, CslValue>, { type, fields }: Entry): void {
  const text = (name: string): string | null => fields.get(name)?.text ?? null;
  if (type === 'techreport' || type === 'report') {
    const number = text('number');
    if (number !== null) item['number'] = number;
  }
  if (!['conference', 'proceedings', 'inproceedings'].includes(type)) return;
  const [organization, publisher, address] = [text('organization'), text('publisher'), text('address')];
  if (organization !== null && publisher !== null) {
    item['authority'] = organization;
    item['publisher'] = publisher;
  }
  if (address !== null) item['event-place'] = address;
}

function cslName({ first, last, prefix, suffix }: Name): CslName {
  return {
    ...(last !== null && { family: last }),
    ...(first !== null && { given: first }),
    ...(suffix !== null && { suffix }),
    ...(prefix !== null && { 'non-dropping-particle': prefix }),
  };
}

function dateOf({ fields }: Entry): CslDate | null {
  const text = (name: string): string | null => fields.get(name)?.text ?? null;
  const date = text('date');
  if (date !== null) return { 'date-parts': dateParts(date) };
  const year = text('year');
  if (year === null) return null;
  if (!/(?<![^\n])\d+(?![^\n])/.test(year)) return { literal: year };
  const month = text('month');
  const parts = [wholeNumber(year)];
  if (month !== null) {
    const index = MONTHS.indexOf(month);
    if (index >= 0) parts.push(index + 1);
    const day = text('day');
    if (day !== null) parts.push(wholeNumber(day));
  }
  return { 'date-parts': [parts] };
}

function accessDate(text: string): CslDate {
  return /(?<![^\n])[\d/ \t\r\n\f\v-]+(?![^\n])/.test(text)
    ? { 'date-parts': dateParts(text) }
    : { literal: text };
}

/** `2001-02-03`, or two of them with a slash between. */
function dateParts(text: string): number[][] {
  return text
    .replace(/\/+$/, '')
    .split('/')
    .map((date) => date.replace(/-+$/, '').split('-'))
    .map((parts) => (parts.length === 1 && parts[0] === '' ? [] : parts.map(wholeNumber)));
}

/** Ruby's `to_i`. */
function wholeNumber(text: string): number {
  return Number(/^[ \t\r\n\f\v]*([+-]?\d+)/.exec(text)?.[1] ?? 0);
}
