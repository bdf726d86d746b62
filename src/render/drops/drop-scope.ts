import type { DependencyKey } from '../../model/dependency.js';
import type { Document, Page } from '../../model/page.js';
import type { Drop, Value } from '../../ruby/value.js';

/** What drops ask of the build while a template looks into them. */
export interface DropScope {
  /** The text before Liquid until the file's turn comes, HTML after it. */
  contentOf(file: Page | Document): string;
  /** The whole page with its layouts; `null` until its turn is over. */
  outputOf(file: Page | Document): string | null;
  /** The rendered excerpt; `null` when the file has none. */
  excerptOf(file: Page | Document): string | null;
  /** The drop of a document, the same object each time. */
  documentDrop(id: string): Drop;
  /** The document being rendered, for `site.related_posts`; `null` for pages and excerpts. */
  currentDocument(): Document | null;
  /** Marks an array as the build's own, see `RenderContext.memo`. */
  own(array: Value[]): void;
  depend(key: DependencyKey): void;
  /**
   * Records that an attribute of a page or document was read: of this one, or of all in the group when it is one of many.
   *
   * @param group a collection's label, or `pages`
   */
  readAttribute(group: string, id: string, attribute: string): void;
}
