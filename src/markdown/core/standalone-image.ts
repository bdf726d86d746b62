import type { Token } from 'markdown-it';
import { KramdownToken } from '../kramdown-token.js';
import type { ElementMeta } from '../tokens.js';

/**
 * A paragraph that holds nothing but an image marked `{:standalone}` becomes a figure, which takes class and id of the image.
 * Origin: kramdown 2.5.2, `Converter::Html#convert_standalone_image`.
 *
 * @returns the figure, the image in its children; `null` when the paragraph is another
 */
export function standaloneImage(paragraph: Token, inline: Token): Token | null {
  const image = inline.children?.[0];
  if (paragraph.hidden || inline.children?.length !== 1 || image?.type !== 'image') return null;
  if (!(image.meta as ElementMeta | null)?.attributeList?.references.includes('standalone')) return null;
  const figure = new KramdownToken('figure', 'figure', 0);
  figure.block = true;
  figure.level = paragraph.level;
  figure.map = paragraph.map;
  figure.attrs = paragraph.attrs;
  figure.children = [image];
  figure.content = String(image.attrGet('alt') ?? '');
  for (const name of ['class', 'id']) moveAttribute(image, figure, name);
  return figure;
}

function moveAttribute(from: Token, to: Token, name: string): void {
  const value = from.attrGet(name);
  if (value === null || to.attrGet(name) !== null) return;
  to.attrSet(name, value);
  from.attrs = from.attrs!.filter(([other]) => other !== name);
}
