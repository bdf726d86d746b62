import type { RubyHash, Value } from '../../ruby/value.js';
import type { Entry } from './bibtex/entry.js';
import { NAME_PARTS, Names } from './bibtex/names.js';
import { filtersNamed } from './bibtex-settings.js';
import type { ScholarSettings } from './settings.js';

/** An entry as templates see it (jekyll-scholar 7.3.0, `Utilities#liquidify`): its fields, its names one by one, and itself as BibTeX. */
export function entryValues(entry: Entry, settings: ScholarSettings): RubyHash {
  const filters = filtersNamed(settings.texts('bibtex_filters'));
  const values: RubyHash = new Map<Value, Value>([
    ['key', entry.key],
    ['type', entry.type],
    ['bibtex', bibtexOf(entry, settings)],
  ]);
  for (const [name, own] of entry.fields) {
    const value = own.converted(filters);
    values.set(name, value.text);
    if (value instanceof Names) addNames(values, name, value);
  }
  return values;
}

function bibtexOf(entry: Entry, settings: ScholarSettings): string {
  const shown = entry.without(settings.texts('bibtex_skip_fields'));
  return shown.toBibtex(settings.texts('bibtex_quotes'), filtersNamed(settings.texts('raw_bibtex_filters')));
}

/** `author_array` has each name's parts; `author_0_last` is one of them. */
function addNames(values: RubyHash, field: string, { names }: Names): void {
  const list: Value[] = [];
  values.set(`${field}_array`, list);
  for (const [index, name] of names.entries()) {
    for (const part of NAME_PARTS) values.set(`${field}_${index}_${part}`, name[part] ?? '');
    list.push(new Map<Value, Value>(NAME_PARTS.map((part) => [part, name[part] ?? ''])));
  }
}
