import type { DependencyKey, MemberGroup } from '../../model/dependency.js';
import type { Generation } from '../../model/generation.js';
import type { Document, Renderable } from '../../model/page.js';
import type { DefaultHash } from '../../ruby/default-hash.js';
import type { Drop, Value } from '../../ruby/value.js';

/**
 * What drops ask of the build while a template looks into them: a template's second door beside `RenderContext`, which is that of tags
 * and filters. Both record with the same recorder.
 */
export interface DropScope {
  /** Which Jekyll the site was written for. */
  readonly generation: Generation;
  /** The text before Liquid until the file's turn comes, HTML after it. */
  contentOf(file: Renderable): string;
  /** The whole page with its layouts; `null` until its turn is over. */
  outputOf(file: Renderable): string | null;
  /** The rendered excerpt; `null` when the file has none. */
  excerptOf(file: Renderable): string | null;
  /** A number that is another one when the file's content or front matter is. */
  versionOf(file: Renderable): number;
  /** The drop of a document, the same object each time. */
  documentDrop(id: string): Drop;
  /** Whether there is a document of that id. */
  hasDocument(id: string): boolean;
  /** The document being rendered, for `site.related_posts`; `null` for pages and excerpts. */
  currentDocument(): Document | null;
  /** The site's `kramdown` section as it is now: the first Markdown text completes it. */
  kramdown(): Value;
  /** Marks a list or Hash as the build's own, see `RenderContext.memo`. */
  own(list: Value[] | DefaultHash): void;
  depend(key: DependencyKey): void;
  /** Records that an attribute of a file was read: of this one, or of all in the group when it is one of many; `*` is which there are. */
  readAttribute(group: MemberGroup, id: string, attribute: string): void;
}
