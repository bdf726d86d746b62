/** `relative_url`, `absolute_url`, `strip_index` (Jekyll 4.4.1, `URLFilters`). */
import type { Config } from '../../model/config.js';
import { toS } from '../../ruby/to-s.js';
import { isAbsoluteUri, UriError } from '../../ruby/uri.js';
import { normalizeUri } from '../../ruby/uri-normalize.js';
import { Drop, type Value } from '../../ruby/value.js';
import type { RenderContext } from '../context.js';
import { type Filter, FilterError } from '../filter.js';
import { noMethod } from '../run/ruby-errors.js';
import { BoundedMap } from './bounded-map.js';

/** Paths that come out of normalising as they went in: one slash before each segment, and no dots in front. */
const PLAIN_PATH = /^(?:\/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*\/?$/;

/** A site's address that stays as it is before a path. */
const PLAIN_SITE = /^https?:\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)*$/;

/** Links that pages have in common are worked out once: at most this many are kept. */
const MOST_LINKS = 10_000;

/** What links depend on; a template's whole context will do. */
export interface UrlContext {
  readonly config: Config | null;
  readonly render: Pick<RenderContext, 'depend'>;
}

/** `relative_url` and `absolute_url` with the links they keep. */
export interface SiteUrls {
  relative(context: UrlContext, input: Value): Value;
  absolute(context: UrlContext, input: Value): Value;
}

function setting(context: UrlContext, key: 'url' | 'baseurl'): Value {
  context.render.depend(key === 'url' ? 'config:url' : 'config:baseurl');
  return context.config?.settings.get(key) ?? null;
}

/** A document stands for its URL. */
function urlOf(input: Value): Value {
  return input instanceof Drop && input.has('url') ? input.get('url') : input;
}

function withLeadingSlash(text: string): string {
  return text === '' || text.startsWith('/') ? text : `/${text}`;
}

function baseurl(context: UrlContext): string {
  return withLeadingSlash(toS(setting(context, 'baseurl')).replace(/\/$/, ''));
}

/** Texts that are no URL fail in the words of the gem Addressable. */
function checkingUrls<T>(compute: () => T): T {
  try {
    return compute();
  } catch (error) {
    if (error instanceof UriError) throw new FilterError(error.message, false);
    throw error;
  }
}

function joinUrl(base: string, path: string): string {
  if (isAbsoluteUri(path)) return path;
  const joined = base + withLeadingSlash(path);
  return PLAIN_PATH.test(joined) ? joined : normalizeUri(joined);
}

/** Makes links for one build. */
export function createSiteUrls(): SiteUrls {
  const links = new BoundedMap<string>(MOST_LINKS);

  function relative(context: UrlContext, input: Value): Value {
    if (input === null) return null;
    const path = toS(urlOf(input));
    const base = baseurl(context);
    if (path !== '' && PLAIN_PATH.test(path) && PLAIN_PATH.test(base)) return base + path;
    return checkingUrls(() => links.get(`${base}\n${path}`, () => joinUrl(base, path)));
  }

  function absolute(context: UrlContext, input: Value): Value {
    if (input === null) return null;
    const site = toS(setting(context, 'url'));
    const path = toS(urlOf(input));
    if (checkingUrls(() => isAbsoluteUri(path))) return path;
    const local = toS(relative(context, path));
    if (site === '') return local;
    if (local !== '' && PLAIN_SITE.test(site) && PLAIN_PATH.test(local)) return site + local;
    return checkingUrls(() => links.get(`${site}\n${local}`, () => normalizeUri(site + local)));
  }

  return { relative, absolute };
}

/** The filters for links. */
export function createUrlFilters(): readonly Filter[] {
  const { relative, absolute } = createSiteUrls();

  return [
    { name: 'relative_url', arity: [0, 0], apply: relative },
    { name: 'absolute_url', arity: [0, 0], apply: absolute },
    {
      name: 'strip_index',
      arity: [0, 0],
      apply(_context, input) {
        if (toS(input) === '') return null;
        if (typeof input !== 'string') throw noMethod('sub', input);
        return input.replace(/\/index\.html?(?=\n|$)/, '/');
      },
    },
  ];
}
