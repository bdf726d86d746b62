import type { Document, Page } from '../../model/page.js';
import { inspect } from '../../ruby/inspect.js';
import type { RubyDate } from '../../ruby/time/date.js';
import { toS } from '../../ruby/to-s.js';
import { isTruthy, type RubyHash, type Value } from '../../ruby/value.js';
import { replacePlaceholders } from '../../url/permalink.js';
import { slugify } from '../../url/slugify.js';
import { archivePageOf } from '../shared/archive-page.js';
import { dig } from '../shared/template-values.js';
import { singularize } from './singularize.js';

/** `:year` with what stands there. */
export type Placeholder = readonly [name: string, value: string];

/** Documents of a collection that have something in common, newest first. */
export interface Archive {
  /** The collection's label. */
  readonly collection: string;
  /** `year`, `month`, `day`, or the attribute, e.g. `tags`. */
  readonly type: string;
  /** The attribute's value; `null` for a date. */
  readonly title: Value;
  /** The first day of the year or month, or the day. */
  readonly date: RubyDate | null;
  readonly documents: readonly Document[];
  /** The date's parts in addresses. */
  readonly parts: readonly Placeholder[];
}

/** Its page; templates see no permalink. @param settings of the collection */
export function archivePage(archive: Archive, index: number, settings: Value): Page {
  const { collection, type, title, date, documents } = archive;
  const url = addressOf(archive, settings);
  const layout = layoutOf(type, settings);
  const madeFor =
    title === null ? `the ${type} of ${collection}` : `${inspect(title)} in ${type} of ${collection}`;
  const data = (): RubyHash =>
    new Map<Value, Value>([
      ['layout', layout],
      ['collection_name', collection],
      ['documents', null],
      ['type', type],
      ['title', typeof title === 'string' ? title : null],
      ['date', date],
      ['permalink', null],
    ]);
  return {
    ...archivePageOf({ index, url, layout, madeFor, data }),
    documents: documents.map(({ id }) => id),
  };
}

/** `layouts` may be one for all types. */
function layoutOf(type: string, settings: Value): Value {
  const layouts = dig(settings, 'layouts');
  const own = typeof layouts === 'string' ? layouts : dig(layouts, type);
  return isTruthy(own) ? own : dig(settings, 'layout');
}

/** A value that is no text has no name in addresses. */
function addressOf({ collection, type, title, parts }: Archive, settings: Value): string {
  const template = dig(settings, 'permalinks', type);
  const text = isTruthy(template) ? toS(template) : '/:collection/:type/:name/';
  const kind: Placeholder = ['type', singularize(type)];
  if (parts.length > 0) return replacePlaceholders(text, [...parts, ['collection', collection], kind]);
  if (typeof title !== 'string')
    return replacePlaceholders(text.replaceAll('/:name', ''), [['collection', collection], kind]);
  const mode = dig(settings, 'slug_mode');
  const name: Placeholder = ['name', slugify(title, mode === null ? null : toS(mode))];
  return replacePlaceholders(text, [['collection', collection], name, kind]);
}
