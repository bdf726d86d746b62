import { toJson } from '../../ruby/json.js';
import { isTruthy, type RubyHash, type Value } from '../../ruby/value.js';
import type { SeoPage } from './seo-page.js';
import type { SeoRelease } from './seo-release.js';

/** Pages of these types are the main thing at their address. */
const MAIN_ENTITIES: ReadonlySet<Value> = new Set(['BlogPosting', 'CreativeWork']);
const AUTHOR_TYPES: ReadonlySet<Value> = new Set(['Organization', 'Person']);

/** The page as schema.org describes it, keys sorted as from jekyll-seo-tag 2.8.0 on (`JSONLDDrop`). */
export function jsonLd(page: SeoPage, release: SeoRelease): string {
  return toJson(
    known([
      ['@context', release.vocabulary],
      ['@type', page.type],
      ['author', author(page, release)],
      ['dateModified', page.dateModified],
      ['datePublished', page.datePublished],
      ['description', page.description],
      ['headline', page.pageTitle],
      ['image', image(page)],
      ['mainEntityOfPage', mainEntity(page)],
      ['name', page.name],
      ['publisher', publisher(page)],
      ['sameAs', page.links],
      ['url', page.canonicalUrl],
    ]),
  );
}

function known(entries: readonly (readonly [string, Value])[]): RubyHash {
  return new Map<Value, Value>(entries.filter(([, value]) => value !== null));
}

function author({ author: of }: SeoPage, { knowsAuthors }: SeoRelease): Value {
  const type = knowsAuthors ? of.get('type') : null;
  const isOther = isTruthy(type) && !AUTHOR_TYPES.has(type);
  if (!isTruthy(of.get('name')) || isOther) return null;
  const hash: RubyHash = new Map<Value, Value>([
    ['@type', isTruthy(type) ? type : 'Person'],
    ['name', of.get('name')],
  ]);
  return knowsAuthors && isTruthy(of.get('url')) ? hash.set('url', of.get('url')) : hash;
}

function image({ image: of }: SeoPage): Value {
  if (of === null) return null;
  if (of.details.size === 1) return of.path;
  const hash: RubyHash = new Map(of.details);
  hash.delete('path');
  return hash.set('url', of.path).set('@type', 'imageObject');
}

function mainEntity(page: SeoPage): Value {
  if (!MAIN_ENTITIES.has(page.type)) return null;
  return new Map<Value, Value>([
    ['@type', 'WebPage'],
    ['@id', page.canonicalUrl],
  ]);
}

function publisher(page: SeoPage): Value {
  const { logo } = page;
  if (!isTruthy(logo)) return null;
  const hash: RubyHash = new Map<Value, Value>([
    ['@type', 'Organization'],
    [
      'logo',
      new Map<Value, Value>([
        ['@type', 'ImageObject'],
        ['url', logo],
      ]),
    ],
  ]);
  const name = page.author.get('name');
  return isTruthy(name) ? hash.set('name', name) : hash;
}
