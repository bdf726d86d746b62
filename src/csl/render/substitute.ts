import type { RenderedItem } from '../item.js';
import type { CslNode } from '../style-tree.js';
import type { Rendering } from './rendering.js';

/** `cs:substitute`: the first of its children that renders to anything; what it showed is not shown again. */
export function renderSubstitute(rendering: Rendering, item: RenderedItem, node: CslNode): string {
  const outer = rendering.substituted;
  const names = node.parent!;
  rendering.substituted = names;
  try {
    for (const child of node.children) {
      const shown = new Set<string>();
      const text = item.watch(
        (variable, value) => value === null || shown.add(variable),
        () => rendering.render(item, child),
      );
      if (text === '') continue;
      item.suppress(shown);
      // Groups around take the names for found. The variable is cut at a hyphen, as there.
      item.announce(/\w+/.exec(names.attributes.get('variable') ?? '')![0], text);
      return text;
    }
    return '';
  } finally {
    rendering.substituted = outer;
  }
}

/**
 * The names that an entry begins with, or the bibliography's `subsequent-author-substitute` when the entry before began with
 * the same. Of the rules for it only `complete-all` is followed, as in the original.
 */
export function substituteSubsequent(rendering: Rendering, names: string): string {
  const { attributes, name } = rendering.mode;
  const substitute = attributes.get('subsequent-author-substitute');
  if (name !== 'bibliography' || substitute === undefined || rendering.hasRenderedNames) return names;
  if ((attributes.get('subsequent-author-substitute-rule') ?? 'complete-all') !== 'complete-all')
    return names;
  rendering.authors.push(names);
  return rendering.previousAuthors?.[0] === names ? substitute : names;
}
