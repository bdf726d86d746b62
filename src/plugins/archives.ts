import type { EnginePlugin } from '../liquid/engine-plugin.js';
import type { Document, Page } from '../model/page.js';
import type { Additions, GeneratorTools } from '../model/plugin.js';
import type { Site } from '../model/site.js';
import * as messages from '../report/messages.js';
import { deepMerge } from '../ruby/deep-merge.js';
import { inspect } from '../ruby/inspect.js';
import { RubyDate } from '../ruby/time/date.js';
import { strftime } from '../ruby/time/strftime.js';
import { toS } from '../ruby/to-s.js';
import type { RubyHash, Value } from '../ruby/value.js';
import { placeInMessages } from '../site/site-files.js';
import { replacePlaceholders } from '../url/permalink.js';
import { slugify } from '../url/slugify.js';
import { archivePageOf } from './shared/archive-page.js';
import { isFrom, versionOf } from './shared/gem-version.js';
import { grouped } from './shared/grouped-documents.js';
import { dig, eachOf } from './shared/template-values.js';

/** jekyll-archives 2.3.0, and releases before it without `slug_mode`: pages of the posts of a year, month, day, tag or category. */
export const archives: EnginePlugin = {
  name: 'jekyll-archives',
  isSafe: true,
  generators: [{ name: 'Jekyll::Archives::Archives', priority: 'normal', generate }],
};

type ArchiveType = 'year' | 'month' | 'day' | 'tag' | 'category';

const DEFAULTS: RubyHash = new Map<Value, Value>([
  ['layout', 'archive'],
  ['enabled', []],
  [
    'permalinks',
    new Map<Value, Value>([
      ['year', '/:year/'],
      ['month', '/:year/:month/'],
      ['day', '/:year/:month/:day/'],
      ['tag', '/tag/:name/'],
      ['category', '/category/:name/'],
    ]),
  ],
]);

/** Posts of an archive, newest first. */
interface Group {
  readonly type: ArchiveType;
  /** A tag or category, else `null`. */
  readonly title: Value;
  readonly date: RubyDate | null;
  /** For the permalink. */
  readonly placeholders: readonly (readonly [name: string, value: string])[];
  readonly posts: readonly Document[];
}

function generate(site: Site, tools: GeneratorTools): Additions {
  const given = site.config.settings.get('jekyll-archives') ?? new Map<Value, Value>();
  if (!(given instanceof Map)) {
    tools.report(messages.archivesNotMapping(inspect(given)));
    return {};
  }
  const settings = deepMerge(DEFAULTS, given);
  const posts = site.collections.get('posts')?.documents ?? [];
  const hasModes = isFrom(versionOf(site.config, 'jekyll-archives'), '2.3.0');
  const mode = hasModes ? dig(settings, 'slug_mode') : null;
  const slugOf = (title: string, post: Document): string => {
    const slug = slugify(title, mode === null ? null : toS(mode));
    if (slug === '') tools.report(messages.emptySlug(title, { file: placeInMessages(post) }));
    return slug;
  };
  const groups = [
    ...(isEnabled('tags', settings) ? byAttribute(posts, 'tags', 'tag', slugOf) : []),
    ...(isEnabled('categories', settings) ? byAttribute(posts, 'categories', 'category', slugOf) : []),
    ...byDate(posts).filter(({ type }) => isEnabled(type, settings)),
  ];
  const pages = groups.map((group, index) => archivePage(group, index, settings, tools));
  return {
    pages,
    pageLists: new Map([['archives', pages.map(({ id }) => id)]]),
    site: new Map([['jekyll-archives', settings]]),
  };
}

function isEnabled(name: string, settings: RubyHash): boolean {
  const enabled = dig(settings, 'enabled');
  return enabled === true || enabled === 'all' || (Array.isArray(enabled) && enabled.includes(name));
}

function byAttribute(
  posts: readonly Document[],
  attribute: 'tags' | 'categories',
  type: ArchiveType,
  slugOf: (title: string, post: Document) => string,
): Group[] {
  const valuesOf = ({ data }: Document): readonly Value[] => eachOf(data.get(attribute) ?? null);
  return [...grouped(posts, valuesOf)].map(([title, ofTitle]) => {
    const slug = slugOf(toS(title), ofTitle[0]!);
    return {
      type,
      title,
      date: null,
      placeholders: [
        ['name', slug],
        ['type', type],
      ],
      posts: ofTitle,
    };
  });
}

/** Each year with its months with their days. */
function byDate(posts: readonly Document[]): Group[] {
  const groups: Group[] = [];
  const part = (format: string) => (post: Document) => [strftime(post.date, format)];
  const add = (type: ArchiveType, [year, month, day]: readonly string[], of: readonly Document[]): void => {
    const parts = [
      ['year', year],
      ['month', month],
      ['day', day],
    ] as const;
    const placeholders = parts.flatMap(([name, text]) => (text === undefined ? [] : [[name, text] as const]));
    const date = new RubyDate(Number(year), Number(month ?? 1), Number(day ?? 1));
    groups.push({ type, title: null, date, placeholders: [...placeholders, ['type', type]], posts: of });
  };
  for (const [year, ofYear] of grouped(posts, part('%Y'))) {
    add('year', [year], ofYear);
    for (const [month, ofMonth] of grouped(ofYear, part('%m'))) {
      add('month', [year, month], ofMonth);
      for (const [day, ofDay] of grouped(ofMonth, part('%d'))) add('day', [year, month, day], ofDay);
    }
  }
  return groups;
}

function archivePage(group: Group, index: number, settings: RubyHash, tools: GeneratorTools): Page {
  const { type, title, date, placeholders, posts } = group;
  const url = replacePlaceholders(toS(dig(settings, 'permalinks', type)), placeholders);
  const layout = dig(settings, 'layouts', type) ?? dig(settings, 'layout');
  const own: RubyHash = new Map<Value, Value>([
    ['layout', layout],
    ['posts', null],
    ['type', type],
    ['title', title],
    ['date', date],
    ['permalink', null],
  ]);
  const madeFor = title === null ? `the ${type}` : `the ${type} ${inspect(title)}`;
  const data = (path: string): RubyHash => deepMerge(tools.defaultsFor(path, type), own);
  return { ...archivePageOf({ index, url, layout, madeFor, data }), posts: posts.map(({ id }) => id) };
}
