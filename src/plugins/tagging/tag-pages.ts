import type { Document, Page } from '../../model/page.js';
import type { Additions, GeneratorTools } from '../../model/plugin.js';
import type { Site } from '../../model/site.js';
import { compareStrings } from '../../ruby/compare.js';
import { deepMerge } from '../../ruby/deep-merge.js';
import { joinPaths } from '../../ruby/file-path.js';
import { inspect } from '../../ruby/inspect.js';
import { toS } from '../../ruby/to-s.js';
import { isTruthy, type RubyHash, type Value } from '../../ruby/value.js';
import { compareInTemplates } from '../../site/document-order.js';
import { basenameOf } from '../../url/extension.js';
import { eachOf } from '../shared/template-values.js';
import { tagSlug } from './tag-slug.js';

/** What is made for a tag, as the settings name it: `tag_page_layout`, `tag_feed_dir`. */
const TYPES = ['page', 'feed'] as const;
/** Clouds know so many sizes. */
const SIZES = 5;

/** Adds the pages, and `site.tag_data`: each tag with its size from 1 to 5. */
export function generateTagPages(site: Site, tools: GeneratorTools): Additions {
  const tags = activeTags(site);
  const pages = tags.flatMap(([tag, posts]) =>
    TYPES.flatMap((type) => {
      const layout = site.config.settings.get(`tag_${type}_layout`) ?? null;
      return isTruthy(layout) ? [tagPage(type, layout, tag, posts, site, tools)] : [];
    }),
  );
  return { pages, site: new Map([['tag_data', sizesOf(tags)]]) };
}

/** Whether links end in a slash and pages are indexes of folders. */
export function isPretty(permalink: string, settings: RubyHash): boolean {
  return permalink === 'pretty' || settings.get('tag_permalink_style') === 'pretty';
}

/** By tag in order of appearance, newest post first. As in the gem, `ignored_tags` is asked for a tag's first letter here. */
function activeTags({ collections, config }: Site): [tag: Value, posts: Document[]][] {
  const tags = new Map<Value, Document[]>();
  for (const post of collections.get('posts')?.documents ?? []) {
    for (const tag of eachOf(post.data.get('tags') ?? null)) {
      const tagged = tags.get(tag);
      if (tagged) tagged.push(post);
      else tags.set(tag, [post]);
    }
  }
  for (const tagged of tags.values()) tagged.sort((a, b) => compareInTemplates(b, a));
  return [...tags].filter(([tag]) => {
    const [first = ''] = toS(tag);
    return !isIgnored(first, config.settings);
  });
}

/** Whether `ignored_tags` names it, or has it as a part if that is a text. */
export function isIgnored(tag: string, settings: RubyHash): boolean {
  const ignored = settings.get('ignored_tags') ?? null;
  if (typeof ignored === 'string') return ignored.includes(tag);
  return Array.isArray(ignored) && ignored.includes(tag);
}

function tagPage(
  type: (typeof TYPES)[number],
  layout: Value,
  tag: Value,
  posts: readonly Document[],
  site: Site,
  tools: GeneratorTools,
): Page {
  const { settings, permalink } = site.config;
  const more = settings.get(`tag_${type}_data`);
  const data: RubyHash = new Map<Value, Value>([
    ['layout', layout],
    ['posts', null],
    ['tag', tag],
    ...(more instanceof Map ? more : []),
  ]);
  const body = toS(data.get('content') ?? null);
  data.delete('content');
  const slug = tagSlug(toS(tag));
  const pretty = isPretty(permalink, settings);
  const within = joinPaths(toS(settings.get(`tag_${type}_dir`) ?? null), pretty ? slug : '');
  // As in the gem, the path of an index keeps a slash that the setting has in front.
  const folder = within.endsWith('/') ? within : `/${within}`;
  const extension = site.layouts.get(toS(data.get('layout') ?? null))?.extension ?? '.html';
  const name = `${pretty ? 'index' : slug}${extension}`;
  const path = joinPaths(folder, name).replace(/^\//, '');
  return {
    kind: 'page',
    id: `page:tag ${type} ${inspect(tag)}`,
    source: null,
    path,
    data: deepMerge(tools.defaultsFor(path), data),
    frontMatter: data,
    body,
    bodyLine: 1,
    name,
    extension,
    url: '',
    outputPath: '',
    dir: `/${folder}/`.replace(/\/{2,}/g, '/'),
    basename: name.slice(0, name.lastIndexOf('/') + 1) + basenameOf(name),
    posts: posts.map(({ id }) => id),
    madeFor: `the tag ${inspect(tag)}`,
  };
}

/** Tags by name, each with the fifth of the way from one post to the most posts that its own number falls into. */
function sizesOf(tags: readonly (readonly [tag: Value, posts: readonly Document[]])[]): Value {
  const counts = tags.map(([tag, posts]) => [toS(tag), posts.length] as const);
  const most = Math.max(0, ...counts.map(([, count]) => count));
  const size = (count: number): number =>
    count >= most ? SIZES : Math.trunc((count - 1) / ((most - 1) / SIZES)) + 1;
  return [...counts]
    .sort(([a, countOfA], [b, countOfB]) => compareStrings(a, b) || countOfA - countOfB)
    .map(([tag, count]): Value => [tag, size(count)]);
}
