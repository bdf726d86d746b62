import { CslError } from '../csl-error.js';
import type { RenderedItem } from '../item.js';
import type { CslNode } from '../style-tree.js';
import { renderChoose } from './choose.js';
import { renderDate } from './date.js';
import { renderGroup } from './group.js';
import { renderLabel } from './label.js';
import { renderNames } from './names.js';
import { renderNumber } from './number.js';
import { type Rendering, renderChildren } from './rendering.js';
import { renderMacro, renderText } from './text.js';

type Renderer = (rendering: Rendering, item: RenderedItem, node: CslNode) => string | null;

const RENDERERS = new Map<string, Renderer>([
  ['choose', renderChoose],
  ['date', renderDate],
  ['group', renderGroup],
  ['label', renderLabel],
  ['layout', renderLayout],
  ['macro', renderMacro],
  ['names', renderNames],
  ['number', renderNumber],
  ['text', renderText],
]);

/** Any rendering element's text in its formatting. */
export function renderNode(rendering: Rendering, item: RenderedItem, node: CslNode): string {
  const renderer = RENDERERS.get(node.name);
  if (renderer === undefined) throw new CslError(`<${node.name}> is nothing to be rendered`);
  return rendering.format.apply(renderer(rendering, item, node), node);
}

/** `cs:layout`: one reference; the delimiter between citations goes between its parts, as in the original. */
export function renderLayout(rendering: Rendering, item: RenderedItem, node: CslNode): string {
  const texts = renderChildren(rendering, item, node);
  return rendering.format.join(texts, node.attributes.get('delimiter') ?? '');
}
