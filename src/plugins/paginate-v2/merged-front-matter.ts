import type { Page } from '../../model/page.js';
import { deepMerge } from '../../ruby/deep-merge.js';
import type { RubyHash, Value } from '../../ruby/value.js';

/**
 * The front matter of a page for which defaults of two paths count: templates see those of the page's own path, the build goes by those of
 * the file it was made from.
 *
 * @param own      as if written in a file
 * @param defaults of the page's own path
 * @param lookUp   what the build finds under a key that is not the page's own
 * @param origin   the keys under which it finds something
 */
export function mergedFrontMatter(
  own: RubyHash,
  defaults: RubyHash,
  lookUp: (key: string) => Value,
  origin: RubyHash,
): Pick<Page, 'data' | 'frontMatter'> {
  const inherited: RubyHash = new Map();
  for (const key of [...defaults.keys(), ...origin.keys()]) {
    if (typeof key === 'string' && !own.has(key)) inherited.set(key, lookUp(key));
  }
  return { data: deepMerge(defaults, own), frontMatter: new Map([...inherited, ...own]) };
}
