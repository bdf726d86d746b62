import { toS } from '../../ruby/to-s.js';
import type { RubyHash, Value } from '../../ruby/value.js';
import { dig } from '../shared/template-values.js';

/**
 * Whose page it is: `author` or the first of `authors` in the front matter, or the site's `author`. A name is looked up in
 * `_data/authors` (jekyll-seo-tag 2.8.0, `AuthorDrop`).
 */
export class SeoAuthor {
  private readonly details: RubyHash;

  constructor(page: Value, site: Value) {
    const authors = dig(page, 'authors');
    const sources = [
      dig(page, 'author'),
      Array.isArray(authors) ? (authors[0] ?? null) : null,
      dig(site, 'author'),
    ];
    this.details = detailsOf(sources.find((source) => toS(source) !== '') ?? null, site);
  }

  get(key: string): Value {
    return this.details.get(key) ?? null;
  }

  /** Without the `@`; a name stands in for a missing one. */
  get twitter(): string | null {
    const account = [this.get('twitter'), this.get('name')].find(
      (value) => value !== null && value !== false,
    );
    return typeof account === 'string' ? account.replace(/^@/m, '') : null;
  }
}

function detailsOf(author: Value, site: Value): RubyHash {
  if (author instanceof Map) return author;
  if (typeof author !== 'string') return new Map();
  const known = dig(site, 'data', 'authors', author);
  return new Map<Value, Value>([['name', author], ...(known instanceof Map ? known : [])]);
}
