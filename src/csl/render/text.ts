import { CslError } from '../csl-error.js';
import type { RenderedItem } from '../item.js';
import { valueText } from '../item.js';
import { formatPageRange } from '../page-range.js';
import type { CslNode } from '../style-tree.js';
import { pageRangeDash, pageRangeFormat, type Rendering } from './rendering.js';

/** `cs:text`: a variable, a macro, a term or a text of its own. */
export function renderText(rendering: Rendering, item: RenderedItem, node: CslNode): string | null {
  const { attributes } = node;
  const variable = attributes.get('variable');
  if (variable !== undefined) return renderVariable(rendering, item, variable, attributes.get('form'));
  const macro = attributes.get('macro');
  if (macro !== undefined) return rendering.render(item, findMacro(rendering, macro));
  const term = attributes.get('term');
  // Any `plural` makes a plural, `plural="false"` too.
  if (term !== undefined)
    return rendering.locale.translate(term, attributes.get('form'), attributes.has('plural'));
  return attributes.get('value') ?? '';
}

/** `cs:macro`: what it holds, joined without a second look at punctuation. */
export function renderMacro(rendering: Rendering, item: RenderedItem, node: CslNode): string {
  return node.children.map((child) => rendering.render(item, child)).join('');
}

function findMacro({ style }: Rendering, name: string): CslNode {
  const macro = style.macros.get(name);
  if (macro === undefined) throw new CslError(`no macro "${name}"`);
  return macro;
}

function renderVariable(
  rendering: Rendering,
  item: RenderedItem,
  variable: string,
  form: string | undefined,
): string {
  if (variable === 'locator') return item.cited.locator ?? item.readText('locator');
  const text = shortOrLong(item, variable, form);
  if (variable === 'page') return rewritePages(rendering, item, text);
  if (variable === 'page-first' && text === '') return /[0-9]+/.exec(item.readText('page'))?.[0] ?? '';
  return text;
}

/** The variable's short form where the style wants it, or else the long; `title-short` falls back to `title`. */
function shortOrLong(item: RenderedItem, variable: string, form: string | undefined): string {
  const short = form === 'short' ? item.read(`${variable}-short`) : null;
  const text = short === null ? item.readText(variable) : valueText(short);
  return text === '' && variable.endsWith('-short') ? item.readText(variable.slice(0, -6)) : text;
}

/** Pages with the locale's dash; later readers find them so. */
function rewritePages(rendering: Rendering, item: RenderedItem, pages: string): string {
  const written = formatPageRange(pages, pageRangeDash(rendering), pageRangeFormat(rendering));
  if (pages !== '') item.rewrite('page', written);
  return written;
}
