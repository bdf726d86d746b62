import type { HtmlFormat } from '../html-format.js';
import type { RenderedItem } from '../item.js';
import type { CslLocale } from '../locale.js';
import type { CslNode, CslStyle } from '../style-tree.js';

/** One reference, or one citation, while it is rendered (citeproc-ruby 2.1, `Renderer` and its `State`). */
export interface Rendering {
  readonly style: CslStyle;
  readonly locale: CslLocale;
  readonly format: HtmlFormat;
  /** `cs:citation` or `cs:bibliography`. */
  readonly mode: CslNode;
  /** First names of the entry before this; `null` for the first. */
  readonly previousAuthors: readonly string[] | null;
  /** Names as they were rendered first, for the next entry. */
  readonly authors: string[];
  /** Whether the first names are done. */
  hasRenderedNames: boolean;
  /** `cs:names` that another stands in for. */
  substituted: CslNode | null;
  /** A node's text, formatted. */
  render(item: RenderedItem, node: CslNode): string;
}

/** The rendered children that are not empty. */
export function renderChildren(rendering: Rendering, item: RenderedItem, node: CslNode): string[] {
  return node.children.map((child) => rendering.render(item, child)).filter((text) => text !== '');
}

/** The format a style wants page ranges in. */
export function pageRangeFormat({ style }: Rendering): string | null {
  return style.root.attributes.get('page-range-format') ?? null;
}

/** What stands between the pages of a range. */
export function pageRangeDash({ locale }: Rendering): string {
  return locale.translate('page-range-delimiter') ?? '–';
}
