import { append, type HtmlParent, type HtmlText } from './node.js';
import { parseInside } from './parse-fragment.js';

/**
 * Puts HTML into the place of texts, as Nokogiri's `replace` does.
 *
 * @param parent  what they stand in, at any depth
 * @param skipped elements in which texts stay as they are
 * @param replace the HTML for a text; `null` to leave it
 */
export function replaceTexts(
  parent: HtmlParent,
  skipped: ReadonlySet<string>,
  replace: (text: HtmlText) => string | null,
): void {
  for (const child of parent.children.splice(0)) {
    const html = child.kind === 'text' ? replace(child) : null;
    if (html !== null) for (const node of parseInside(parent, html)) append(parent, node);
    else append(parent, child);
    if (child.kind === 'element' && !skipped.has(child.name)) replaceTexts(child, skipped, replace);
  }
}
