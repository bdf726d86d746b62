/** Pages for each tag, category and collection, made of layouts; what they list is split like any listing (`AutoPages`). */
import { SiteError } from '../../model/diagnostic.js';
import type { Document } from '../../model/page.js';
import type { Change, GeneratorTools } from '../../model/plugin.js';
import type { Layout, Site } from '../../model/site.js';
import * as messages from '../../report/messages.js';
import { deepMerge } from '../../ruby/deep-merge.js';
import { joinPaths } from '../../ruby/file-path.js';
import { inspect } from '../../ruby/inspect.js';
import { replaceFirst } from '../../ruby/replace.js';
import { toS } from '../../ruby/to-s.js';
import { isTruthy, type RubyHash, type Value } from '../../ruby/value.js';
import { allDocuments } from '../../site/site-files.js';
import { basenameOf } from '../../url/extension.js';
import { isSlugMode, slugify } from '../../url/slugify.js';
import { keysIn, lookupKey, writtenKeys } from './keys.js';
import type { Template } from './listing.js';
import { mergedFrontMatter } from './merged-front-matter.js';
import { autopageSettings, mappingOf, paginationSettings, textOf, wrong } from './settings.js';

const TOPIC = 'AutoPages:';
/** Where the gem looks for layouts. */
const LAYOUTS = '_layouts';

/** What pages are made for. */
interface Kind {
  /** As the settings name it, e.g. `tags`. */
  readonly name: 'tags' | 'categories' | 'collections';
  /** As a listing's settings choose one, e.g. `tag`. */
  readonly filter: 'tag' | 'category' | 'collection';
  /** What stands for one in titles and permalinks, e.g. `:tag`. */
  readonly placeholder: string;
  /** As documents write it. */
  readonly keysOf: (document: Document) => readonly string[];
}

const KINDS: readonly Kind[] = [
  { name: 'tags', filter: 'tag', placeholder: ':tag', keysOf: (file) => writtenKeys(file, 'tags') },
  {
    name: 'categories',
    filter: 'category',
    placeholder: ':cat',
    keysOf: (file) => writtenKeys(file, 'categories'),
  },
  {
    name: 'collections',
    filter: 'collection',
    placeholder: ':coll',
    keysOf: ({ collection }) => keysIn(collection),
  },
];

/** What the pages are made for, and how. */
interface Order {
  readonly kind: Kind;
  /** The kind's settings of the site. */
  readonly settings: RubyHash;
  /** File in the folder of layouts, e.g. `autopage_tags.html`. */
  readonly layoutFile: string;
  /** Without capitals and white space around, e.g. `sci-fi`. */
  readonly key: string;
  /** As the first document has it, e.g. `Sci-Fi`. */
  readonly written: string;
}

/** The pages, and what becomes of the documents: each learns its collection's label as `__coll`. */
export interface Autopages {
  readonly templates: readonly Template[];
  readonly changes: ReadonlyMap<string, Change>;
}

/** Makes the pages that the site asks for. */
export function autopagesOf(site: Site, tools: GeneratorTools): Autopages {
  const settings = autopageSettings(site.config.settings);
  if (!isTruthy(settings.get('enabled') ?? null)) {
    tools.info(TOPIC, 'Disabled/Not configured in site.config.');
    return { templates: [], changes: new Map() };
  }
  const documents = allDocuments(site).filter(({ data }) => !data.has('pagination'));
  const templates = KINDS.flatMap((kind) =>
    ordersOf(kind, mappingOf(settings.get(kind.name), `autopages: ${kind.name}`), documents, tools).map(
      (order) => autopage(order, site, tools),
    ),
  );
  const changes = documents.map(({ id, data, collection }): [string, Change] => [
    id,
    { data: new Map(data).set('__coll', collection) },
  ]);
  return { templates, changes: new Map(changes) };
}

function ordersOf(
  kind: Kind,
  settings: RubyHash,
  documents: readonly Document[],
  tools: GeneratorTools,
): readonly Order[] {
  if (!isTruthy(settings.get('enabled') ?? null)) {
    tools.info(TOPIC, `${kind.name} pages are disabled/not configured in site.config.`);
    return [];
  }
  tools.info(TOPIC, `Generating ${kind.name} pages`);
  const layouts = settings.get('layouts') ?? null;
  if (!Array.isArray(layouts)) return wrong('layouts', 'a list of files', layouts);
  const writtenAs = new Map<string, string>();
  for (const written of documents.flatMap(kind.keysOf)) {
    const key = lookupKey(written);
    if (!writtenAs.has(key)) writtenAs.set(key, written);
  }
  return [...writtenAs].flatMap(([key, written]) =>
    layouts.map((layout) => ({ kind, settings, layoutFile: toS(layout), key, written })),
  );
}

/** One page (`BaseAutoPage`). */
function autopage(order: Order, site: Site, tools: GeneratorTools): Template {
  const { kind, layoutFile, key, written } = order;
  const layout = ownLayout(layoutFile, site, tools);
  const front: RubyHash = layout?.data ?? new Map();
  const pagination = deepMerge(
    paginationSettings(site.config.settings),
    mappingOf(front.get('pagination'), 'pagination'),
  );
  const settings = deepMerge(order.settings, mappingOf(front.get('autopages'), 'autopages'));
  const permalink = filledIn(textOf(settings, 'permalink'), order, tools);
  const own = new Map(front)
    .set('permalink', permalink)
    .set('layout', basenameOf(layoutFile))
    .set('title', filledIn(textOf(settings, 'title'), order, tools))
    .set('pagination', pagination.set(kind.filter, key))
    .set(
      'autopage',
      new Map([
        ['layout_path', `${LAYOUTS}/${layoutFile}`],
        ['display_name', written],
      ]),
    );
  const origin = tools.defaultsFor(`${LAYOUTS}/${layoutFile}`);
  const defaults = tools.defaultsFor(FILE);
  return {
    page: {
      kind: 'page',
      id: `page:${kind.name} ${layoutFile} ${key}`,
      source: null,
      path: FILE,
      ...mergedFrontMatter(own, defaults, (name) => origin.get(name) ?? null, origin),
      body: layout?.body ?? '',
      bodyLine: 1,
      name: FILE,
      extension: '.html',
      url: '',
      outputPath: '',
      dir: '/',
      basename: 'index',
      givenUrl: joinPaths(permalink, FILE),
      // The gem leaves `post_init` out.
      isInitialized: true,
      madeFor: `the ${kind.filter} ${inspect(written)}`,
    },
    own,
    isAutopage: true,
  };
}

/** Its name, and its path, whatever its address. */
const FILE = 'index.html';

/** The gem takes the site's own layouts only, though a theme's of that name wraps the page; without any it goes on. */
function ownLayout(file: string, site: Site, tools: GeneratorTools): Layout | undefined {
  const { directories, settings } = site.config;
  const path = joinPaths(directories.layouts[0]!, file);
  const found = [...site.layouts.values()].find(({ source }) => source.absolutePath === path);
  if (found) return found;
  const missing = messages.autopageLayoutMissing(path);
  if (isTruthy(settings.get('strict_front_matter') ?? null)) throw new SiteError(missing);
  tools.report(missing);
  return undefined;
}

function filledIn(text: string, { kind, settings, key }: Order, tools: GeneratorTools): string {
  const slugs = mappingOf(settings.get('slugify'), 'slugify');
  const mode: Value = slugs.has('mode') ? slugs.get('mode')! : null;
  const modeName = mode === null ? null : toS(mode);
  const slug = slugify(key, modeName, isTruthy(slugs.get('cased') ?? null));
  if (slug === '' && (modeName === null || isSlugMode(modeName))) tools.report(messages.emptySlug(key));
  return replaceFirst(text, kind.placeholder, slug);
}
