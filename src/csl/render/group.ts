import { isEmptyValue, type RenderedItem } from '../item.js';
import type { CslNode } from '../style-tree.js';
import { type Rendering, renderChildren } from './rendering.js';

/** `cs:group`: nothing, when variables were asked for and all of them are empty. */
export function renderGroup(rendering: Rendering, item: RenderedItem, node: CslNode): string {
  const asked = new Map<string, boolean>();
  const texts = item.watch(
    (variable, value) => asked.set(variable, !isEmptyValue(value)),
    () => renderChildren(rendering, item, node),
  );
  const isEmpty = asked.size > 0 && ![...asked.values()].includes(true);
  return isEmpty ? '' : rendering.format.join(texts, node.attributes.get('delimiter') ?? '');
}
