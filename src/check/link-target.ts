/** What a link's target is, without rendering: the Liquid that links are most often made with is read as it would come out. */
import { posix } from 'node:path';
import type { Config } from '../model/config.js';

/**
 * The target with its Liquid worked out.
 *
 * @returns `null` where it depends on what only rendering knows
 */
export function plainTarget(target: string, config: Config): string | null {
  const url = config.url ?? '';
  const baseurl = config.baseurl ?? '';
  const plain = target.replace(/\{\{-?\s*([\s\S]*?)\s*-?\}\}/g, (whole, markup: string) => {
    if (markup === 'site.baseurl') return baseurl;
    if (markup === 'site.url') return url;
    const [, path, filter] = /^["']([^"']*)["']\s*\|\s*(relative_url|absolute_url)$/.exec(markup) ?? [];
    if (path === undefined) return whole;
    if (/^[a-z][a-z0-9+.-]*:/i.test(path)) return path;
    const rooted = `${rootOf(baseurl)}/${path.replace(/^\/+/, '')}`;
    return filter === 'relative_url' ? rooted : url + rooted;
  });
  return /\{[{%]/.test(plain) ? null : plain;
}

/** As `relative_url` takes it, whose slashes may be missing or too many. */
function rootOf(baseurl: string): string {
  const path = baseurl.replace(/^\/|\/$/g, '');
  return path === '' ? '' : `/${path}`;
}

/** Where a target leads in the site. */
export interface SitePlace {
  /** From the root of the site, without `baseurl`, decoded, e.g. `/about/`; `''` for the page itself. */
  readonly path: string;
  /** What stands behind `#`, decoded; `''` for none. */
  readonly anchor: string;
  /** Whether it begins with a slash and not with the site's `baseurl`, so that it leads out of the site. */
  readonly isOutside: boolean;
}

/**
 * @param pageUrl whose link it is, from the root of the site; `null` for a text that stands in many pages
 * @returns `null` for what leads elsewhere, or cannot be told
 */
export function placeOf(target: string, pageUrl: string | null, { url, baseurl }: Config): SitePlace | null {
  const own = url !== null && url !== '' && target.startsWith(url) ? target.slice(url.length) : target;
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(own) || own.includes('\\')) return null;
  const [, path = '', anchor = ''] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/.exec(own.trim()) ?? [];
  const decoded = decode(anchor);
  if (path === '') return pageUrl === null ? null : { path: '', anchor: decoded, isOutside: false };
  if (!path.startsWith('/')) {
    if (pageUrl === null) return null;
    const folder = pageUrl.slice(0, pageUrl.lastIndexOf('/') + 1);
    return { path: decode(posix.normalize(folder + path)), anchor: decoded, isOutside: false };
  }
  const base = rootOf(baseurl ?? '');
  const isInside = base === '' || path === base || path.startsWith(`${base}/`);
  return {
    path: decode(isInside ? path.slice(base.length) || '/' : path),
    anchor: decoded,
    isOutside: !isInside,
  };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
