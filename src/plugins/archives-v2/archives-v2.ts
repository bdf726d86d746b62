import type { EnginePlugin } from '../../liquid/engine-plugin.js';
import type { Document } from '../../model/page.js';
import type { Additions, GeneratorTools } from '../../model/plugin.js';
import type { Site } from '../../model/site.js';
import * as messages from '../../report/messages.js';
import { deepMerge } from '../../ruby/deep-merge.js';
import { inspect } from '../../ruby/inspect.js';
import { RubyDate } from '../../ruby/time/date.js';
import { strftime } from '../../ruby/time/strftime.js';
import type { RubyHash, Value } from '../../ruby/value.js';
import { compareAsRead, compareInTemplates } from '../../site/document-order.js';
import { grouped } from '../shared/grouped-documents.js';
import { dig } from '../shared/template-values.js';
import { type Archive, archivePage, type Placeholder } from './archive-page.js';

/**
 * jekyll-archives-v2 0.0.5: for each collection, pages of the documents of a year, month, day, or of one value of any list in their front
 * matter.
 */
export const archivesV2: EnginePlugin = {
  name: 'jekyll-archives-v2',
  isSafe: true,
  generators: [{ name: 'Jekyll::ArchivesV2::Archives', priority: 'normal', generate }],
};

const DATES = ['year', 'month', 'day'] as const;
type DatePart = (typeof DATES)[number];

const FORMATS: Readonly<Record<DatePart, string>> = { year: '%Y', month: '%m', day: '%d' };

function defaultsOf(): RubyHash {
  return new Map<Value, Value>([
    ['layout', 'archive'],
    ['enabled', []],
    [
      'permalinks',
      new Map<Value, Value>([
        ['year', '/:collection/:year/'],
        ['month', '/:collection/:year/:month/'],
        ['day', '/:collection/:year/:month/:day/'],
        ['tags', '/:collection/:type/:name/'],
      ]),
    ],
  ]);
}

function generate(site: Site, tools: GeneratorTools): Additions {
  const given = site.config.settings.get('jekyll-archives') ?? new Map<Value, Value>();
  if (!(given instanceof Map)) {
    tools.report(messages.archivesNotMapping(inspect(given)));
    return {};
  }
  const labels = [...site.collections.keys()];
  const settings = deepMerge(new Map<Value, Value>(labels.map((label) => [label, defaultsOf()])), given);
  const pages = labels
    .flatMap((label) => archivesOf(label, site.collections.get(label)!.documents, dig(settings, label)))
    .map((archive, index) => archivePage(archive, index, dig(settings, archive.collection)));
  return {
    pages,
    pageLists: new Map([['archives', pages.map(({ id }) => id)]]),
    site: new Map([['jekyll-archives', settings]]),
  };
}

function archivesOf(collection: string, documents: readonly Document[], settings: Value): readonly Archive[] {
  const enabled = dig(settings, 'enabled');
  const isAll = enabled === true || enabled === 'all';
  const wanted = isAll ? [...DATES, ...lists(documents)] : Array.isArray(enabled) ? enabled : [];
  const isDate = (name: Value): name is DatePart => DATES.includes(name as DatePart);
  const dates = wanted.filter(isDate);
  // Once it was asked for, even a document without a date has one: the build's.
  const order = dates.length > 0 ? compareInTemplates : compareAsRead;
  return [
    ...byDate(collection, documents, dates),
    ...wanted
      .filter((name) => !isDate(name))
      .flatMap((name) => byAttribute(collection, documents, name, order)),
  ];
}

/** Names in front matter that stand for a list somewhere. */
function lists(documents: readonly Document[]): readonly Value[] {
  const names = new Set<Value>(documents.flatMap(({ data }) => [...data.keys()]));
  const isList = (name: Value): boolean => documents.some(({ data }) => Array.isArray(data.get(name)));
  return [...names].filter(isList);
}

/** The values of an attribute that is no list are that one. */
function byAttribute(
  collection: string,
  documents: readonly Document[],
  name: Value,
  order: (a: Document, b: Document) => number,
): Archive[] {
  const valuesOf = ({ data }: Document): readonly Value[] => {
    const value = data.get(name) ?? null;
    if (value instanceof Map) return [...value].map(([key, item]) => [key, item]);
    return value === null ? [] : [value].flat();
  };
  return [...grouped(documents, valuesOf, order)].map(([title, found]) => ({
    ...{ collection, type: String(name), title, date: null, documents: found, parts: [] },
  }));
}

/** Each year with its months with their days. */
function byDate(
  collection: string,
  all: readonly Document[],
  wanted: readonly DatePart[],
): readonly Archive[] {
  const archives: Archive[] = [];
  const deepest = Math.max(...wanted.map((part) => DATES.indexOf(part)));
  const add = (depth: number, before: readonly Placeholder[], documents: readonly Document[]): void => {
    const type = DATES[depth]!;
    const keyOf = ({ date }: Document): readonly string[] => [strftime(date, FORMATS[type])];
    for (const [text, found] of grouped(documents, keyOf)) {
      const parts: readonly Placeholder[] = [...before, [type, text]];
      const [year, month = 1, day = 1] = parts.map(([, part]) => Number(part));
      const date = new RubyDate(year!, month, day);
      if (wanted.includes(type))
        archives.push({ collection, type, title: null, date, documents: found, parts });
      if (depth < deepest) add(depth + 1, parts, found);
    }
  };
  if (wanted.length > 0) add(0, [], all);
  return archives;
}
