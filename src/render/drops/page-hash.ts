import type { Page } from '../../model/page.js';
import { inspect } from '../../ruby/inspect.js';
import { toS } from '../../ruby/to-s.js';
import type { HeldObject, RubyHash, Value } from '../../ruby/value.js';
import { dirnameOf } from '../../url/extension.js';
import type { DropScope } from './drop-scope.js';
import { RecordedHash } from './recorded-hash.js';

/**
 * A page as templates see it: not a drop but a Hash of its front matter and six properties (Jekyll 4.4.1,
 * `Convertible#to_liquid`, `Page::ATTRIBUTES_FOR_LIQUID`). Jekyll makes it anew each time a page is looked at, so it shows the page as
 * it is now; the page in hand looks at itself once, before hooks change it.
 *
 * @param withExcerpt `false` while the page's own excerpt is rendered
 */
export function pageHash(page: Page, scope: DropScope, withExcerpt = true): RubyHash {
  return new PageHash(page, scope, withExcerpt);
}

/** The page in hand: as it is at the beginning of its turn. */
export function ownPageHash(page: Page, scope: DropScope): RubyHash {
  return new PageHash(page, scope, true, false);
}

/** Ruby's lists of pages hold the pages themselves. */
class PageHash extends RecordedHash implements HeldObject {
  private version: number;

  constructor(
    private readonly page: Page,
    private readonly scope: DropScope,
    private readonly withExcerpt: boolean,
    private readonly isLive = true,
  ) {
    super(valuesOf(page, scope, withExcerpt));
    this.version = scope.versionOf(page);
  }

  protected record(key: Value | null): void {
    const name = key === null ? '*' : toS(key);
    const { page, scope } = this;
    scope.readAttribute('pages', page.id, name);
    // What an excerpt was made from is read by all who read it.
    if (this.withExcerpt && (name === 'excerpt' || name === '*')) scope.excerptOf(page);
    if (!this.isLive || scope.versionOf(page) === this.version) return;
    this.version = scope.versionOf(page);
    this.replace(valuesOf(page, scope, this.withExcerpt));
  }

  get heldId(): string {
    return this.page.id;
  }

  /** Jekyll 4.4.1, `Convertible#to_s`. */
  heldText(): string {
    return toS(this.get('content') ?? null);
  }

  /** Jekyll 4.4.1, `Page#inspect`. */
  heldInspect(): string {
    this.record('path');
    const type = this.page.source === null ? 'PageWithoutAFile' : 'Page';
    return `#<Jekyll::${type} @relative_path=${inspect(this.page.path)}>`;
  }
}

function valuesOf(page: Page, scope: DropScope, withExcerpt: boolean): RubyHash {
  const values: RubyHash = new Map(page.data);
  const excerpt = withExcerpt ? scope.excerptOf(page) : null;
  for (const name of ['posts', 'documents'] as const) {
    const ids = page[name];
    if (ids === undefined) continue;
    values.set(
      name,
      ids.map((id) => scope.documentDrop(id)),
    );
  }
  // An excerpt cut from the text stands among the front matter, a missing one after it.
  if (excerpt !== null) values.set('excerpt', excerpt);
  values.set('content', scope.contentOf(page));
  values.set('dir', pageDir(page.url));
  if (withExcerpt && !values.has('excerpt')) values.set('excerpt', null);
  values.set('name', page.name);
  values.set('path', givenPath(page) ?? page.path);
  values.set('url', page.url);
  return values;
}

/** The path that a page's own front matter gives, whatever its type (Jekyll 4.4.1, `Page#path`). */
function givenPath({ frontMatter }: Page): Value {
  return frontMatter.get('path') ?? null;
}

/** The URL's folder, with slashes at both ends. */
function pageDir(url: string): string {
  if (url.endsWith('/')) return url;
  const dir = dirnameOf(url);
  return dir.endsWith('/') ? dir : `${dir}/`;
}
