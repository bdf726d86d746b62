import { LiquidError } from '../../liquid/errors.js';
import { unknownBibtexFilter } from '../../report/messages.js';
import { toS } from '../../ruby/to-s.js';
import { isTruthy, type Value } from '../../ruby/value.js';
import type { BibtexOptions } from './bibtex/bibliography.js';
import { bibtexFilter, FILTER_NAMES } from './bibtex/filters.js';
import type { TextFilter } from './bibtex/value.js';
import type { ScholarSettings } from './settings.js';

/** The filters of that names; in Ruby's order of trying, the first unknown one is the error. @throws LiquidError */
export function filtersNamed(names: readonly string[]): readonly TextFilter[] {
  return names.map((name) => {
    const filter = bibtexFilter(name);
    if (filter !== null) return filter;
    const { message, hint = null } = unknownBibtexFilter(name, FILTER_NAMES);
    throw new LiquidError('ruby', message, { hint });
  });
}

/** How files are read: `bibtex_options`, which BibTeX-Ruby's own defaults complete. */
export function bibtexOptions(settings: ScholarSettings): BibtexOptions {
  const section = settings.get('bibtex_options');
  const options = section instanceof Map ? section : new Map<Value, Value>();
  const isOn = (key: string, byDefault: boolean): boolean =>
    options.has(key) ? isTruthy(options.get(key) ?? null) : byDefault;
  const filter = options.get('filter') ?? null;
  return {
    isStrict: isOn('strict', true),
    stripsLines: isOn('strip', true),
    allowsMissingKeys: isOn('allow_missing_keys', false),
    parsesNames: isOn('parse_names', true),
    parsesMonths: isOn('parse_months', true),
    filters: filter === null ? [] : filtersNamed((Array.isArray(filter) ? filter : [filter]).map(toS)),
  };
}
