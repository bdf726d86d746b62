import type { Page } from '../../model/page.js';
import { inspect } from '../../ruby/inspect.js';
import { toS } from '../../ruby/to-s.js';
import type { HeldObject, RubyHash } from '../../ruby/value.js';
import { dirnameOf } from '../../url/extension.js';
import type { DropScope } from './drop-scope.js';
import { RecordedHash } from './recorded-hash.js';

/**
 * A page as templates see it: not a drop but a Hash of its front matter and six properties (Jekyll 4.4.1,
 * `Convertible#to_liquid`, `Page::ATTRIBUTES_FOR_LIQUID`), as they are at this moment.
 *
 * @param withExcerpt `false` while the page's own excerpt is rendered
 */
export function pageHash(page: Page, scope: DropScope, withExcerpt = true): RubyHash {
  const values: RubyHash = new Map(page.data);
  const excerpt = withExcerpt ? scope.excerptOf(page) : null;
  if (page.posts) {
    values.set(
      'posts',
      page.posts.map((id) => scope.documentDrop(id)),
    );
  }
  // An excerpt cut from the text stands among the front matter, a missing one after it.
  if (excerpt !== null) values.set('excerpt', excerpt);
  values.set('content', scope.contentOf(page));
  values.set('dir', pageDir(page.url));
  if (withExcerpt && !values.has('excerpt')) values.set('excerpt', null);
  values.set('name', page.name);
  values.set('path', page.path);
  values.set('url', page.url);
  return new PageHash(values, page, scope);
}

/** Ruby's lists of pages hold the pages themselves. */
class PageHash extends RecordedHash implements HeldObject {
  constructor(
    values: RubyHash,
    private readonly page: Page,
    scope: DropScope,
  ) {
    super(values, (key) => scope.readAttribute('pages', page.id, key === null ? '*' : toS(key)));
  }

  /** Jekyll 4.4.1, `Convertible#to_s`. */
  heldText(): string {
    return toS(this.get('content') ?? null);
  }

  /** Jekyll 4.4.1, `Page#inspect`. */
  heldInspect(): string {
    const type = this.page.source === null ? 'PageWithoutAFile' : 'Page';
    return `#<Jekyll::${type} @relative_path=${inspect(this.page.path)}>`;
  }
}

/** The URL's folder, with slashes at both ends. */
function pageDir(url: string): string {
  if (url.endsWith('/')) return url;
  const dir = dirnameOf(url);
  return dir.endsWith('/') ? dir : `${dir}/`;
}
