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

/** Links that filters have made of texts, which one pass over a site leaves to the next: Jekyll 4 keeps them as long as its process lives. */
export type KeptLinks = Map<string, Value>;

type MakeLink = (context: UrlContext, input: Value) => Value;

/** Makes links of texts once for all passes. What passes before left is recorded nowhere else: who finds it is made anew each time. */
function keeping(name: string, make: MakeLink, kept: KeptLinks | null): MakeLink {
  if (kept === null) return make;
  return (context, input) => {
    if (typeof input !== 'string') return make(context, input);
    const key = `${name}\0${input}`;
    const known = kept.get(key);
    if (known !== undefined) {
      context.render.depend('random');
      return known;
    }
    const made = make(context, input);
    kept.set(key, made);
    return made;
  };
}

/** Makes links for one build. @param kept by passes before */
export function createSiteUrls(kept: KeptLinks | null = null): SiteUrls {
  const links = new BoundedMap<string>(MOST_LINKS);

  const relative = keeping('relative', makeRelative, kept);

  function makeRelative(context: UrlContext, input: Value): Value {
    if (input === null) return null;
    const path = toS(urlOf(input));
    const base = baseurl(context);
    if (path !== '' && PLAIN_PATH.test(path) && PLAIN_PATH.test(base)) return base + path;
    return checkingUrls(() => links.get(`${base}\n${path}`, () => joinUrl(base, path)));
  }

  function makeAbsolute(context: UrlContext, input: Value): Value {
    if (input === null) return null;
    const site = toS(setting(context, 'url'));
    const path = toS(urlOf(input));
    if (checkingUrls(() => isAbsoluteUri(path))) return path;
    const local = toS(relative(context, path));
    if (site === '') return local;
    if (local !== '' && PLAIN_SITE.test(site) && PLAIN_PATH.test(local)) return site + local;
    return checkingUrls(() => links.get(`${site}\n${local}`, () => normalizeUri(site + local)));
  }

  return { relative, absolute: keeping('absolute', makeAbsolute, kept) };
}

/** The filters for links. */
export function createUrlFilters(kept: KeptLinks | null): readonly Filter[] {
  const { relative, absolute } = createSiteUrls(kept);

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
