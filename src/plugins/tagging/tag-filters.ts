import { noMethod } from '../../liquid/run/ruby-errors.js';
import type { PluginContext, PluginFilter } from '../../model/plugin.js';
import { joinPaths } from '../../ruby/file-path.js';
import { encodeBytes, toBytes } from '../../ruby/percent.js';
import { splitWords } from '../../ruby/string.js';
import { hasAsciiText, isAsciiText } from '../../ruby/text-encoding.js';
import { toS } from '../../ruby/to-s.js';
import { isTruthy, type RubyHash, type Value } from '../../ruby/value.js';
import { dig, eachOf } from '../shared/template-values.js';
import { isIgnored, isPretty } from './tag-pages.js';
import { tagSlug } from './tag-slug.js';

/** `{{ site | tag_cloud }}`, `{{ post | tags }}`, and what these are made of. */
export const tagFilters: readonly PluginFilter[] = [
  {
    name: 'tag_cloud',
    arity: [0, 0],
    apply: (context) =>
      tagData(context)
        .map((item) => {
          const [tag = null, size = null] = eachOf(item);
          return link(toS(tag), tagUrl(tag, 'page', context), new Map([['class', `set-${toS(size)}`]]));
        })
        .join(' '),
    isAscii: isOfEmptyList,
  },
  {
    name: 'tag_link',
    arity: [0, 2],
    apply(context, tag, url, options = null) {
      if (isTruthy(options) && !(options instanceof Map)) throw noMethod('map', options);
      const address = url === undefined ? tagUrl(tag, 'page', context) : toS(url);
      return link(toS(tag), address, options instanceof Map ? options : null);
    },
  },
  {
    name: 'tag_url',
    arity: [0, 1],
    apply: (context, tag, type = 'page') => tagUrl(tag, toS(type), context),
  },
  {
    name: 'tags',
    arity: [0, 0],
    apply: (context, file) =>
      tagsOf(file)
        .filter((tag) => typeof tag === 'string')
        .map((tag) => link(toS(tag), tagUrl(tag, 'page', context), new Map([['rel', 'tag']])))
        .join(', '),
    isAscii: isOfEmptyList,
  },
  {
    name: 'keywords',
    arity: [0, 0],
    apply: (_context, file) => tagsOf(file).map(toS).join(','),
    isAscii: (answer, file) =>
      isTruthy(dig(file, 'tags')) && hasAsciiText([...tagsOf(file)]) && isAsciiText(answer),
  },
  { name: 'active_tag_data', arity: [0, 0], apply: (context) => [...tagData(context)] },
  { name: 'jekyll_tagging_slug', arity: [0, 0], apply: (_context, tag) => tagSlug(toS(tag)) },
];

/** Ruby has no UTF-8 in a joined list without items. */
function isOfEmptyList(answer: string): boolean {
  return answer === '';
}

/** The tags of a post or page; of the site, all. */
function tagsOf(file: Value): readonly Value[] {
  const tags = dig(file, 'tags');
  if (tags instanceof Map) return [...tags.keys()];
  return typeof tags === 'string' ? splitWords(tags) : eachOf(tags);
}

/** What the generator left as `site.tag_data`, without tags that are ignored. */
function tagData(context: PluginContext): readonly Value[] {
  const settings = settingsOf(context);
  context.depend('config:ignored_tags');
  return eachOf(dig(context.lookup('site'), 'tag_data')).filter(
    (item) => !isIgnored(toS(dig(item, 0)), settings),
  );
}

function tagUrl(tag: Value, type: string, context: PluginContext): string {
  const settings = settingsOf(context);
  for (const key of ['baseurl', `tag_${type}_dir`, 'permalink', 'tag_permalink_style'] as const) {
    context.depend(`config:${key}`);
  }
  const slug = encodeBytes(toBytes(tagSlug(toS(tag))), /[^a-zA-Z0-9_\-.~]/g);
  const folders = ['baseurl', `tag_${type}_dir`].map((key) => toS(settings.get(key) ?? null));
  const url = [...folders, slug].reduce((path, part) => joinPaths(path, part), '');
  return url + (isPretty(context.config?.permalink ?? '', settings) ? '/' : '.html');
}

function settingsOf({ config }: PluginContext): RubyHash {
  return config?.settings ?? new Map<Value, Value>();
}

function link(tag: string, url: string, attributes: RubyHash | null): string {
  const written = [...(attributes ?? [])].map(([key, value]) => ` ${toS(key)}="${toS(value)}"`).join('');
  return `<a href="${url}"${attributes === null ? '' : written || ' '}>${tag}</a>`;
}
