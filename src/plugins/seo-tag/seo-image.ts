import { isTruthy, type RubyHash, type Value } from '../../ruby/value.js';
import type { SeoText } from './seo-text.js';

/** The page's `image`: an address, or a mapping with `path` and more (jekyll-seo-tag 2.9.0, `ImageDrop`). */
export interface SeoImage {
  /** In full and escaped. */
  readonly path: Value;
  /** All that is known of it, `path` first. */
  readonly details: RubyHash;
}

/**
 * `null` when the page has no image with an address.
 *
 * @param folder of the page's address, from which a relative path leads, e.g. `/blog/`; `''` for the root
 */
export function seoImage(image: Value, folder: string, text: SeoText): SeoImage | null {
  const details: RubyHash = new Map<Value, Value>([['path', typeof image === 'string' ? image : null]]);
  if (image instanceof Map) for (const [key, value] of image) details.set(key, value);
  const path = ['path', 'facebook', 'twitter'].map((key) => details.get(key) ?? null).find(isTruthy);
  if (path === undefined) return null;
  const url = text.fileUrl(path, folder);
  return { path: url, details: details.set('path', url) };
}
