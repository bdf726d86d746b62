import { isNumericValue, type RenderedItem, valueText } from '../item.js';
import { numberTokens, romanize } from '../number.js';
import type { CslNode } from '../style-tree.js';
import type { Rendering } from './rendering.js';

/** `cs:number`: as digits, an ordinal or in Roman letters; what is no number is written as it stands. */
export function renderNumber({ locale }: Rendering, item: RenderedItem, node: CslNode): string {
  const variable = node.attributes.get('variable');
  if (variable === undefined) return '';
  const value = item.read(variable);
  const text = valueText(value);
  if (!isNumericValue(value)) return text;
  const form = node.attributes.get('form');
  return numberTokens(text)
    .map((token) => {
      if (!/^[0-9]+$/.test(token)) return token;
      if (form === 'ordinal' || form === 'long-ordinal') return locale.ordinalize(Number(token), form);
      return form === 'roman' ? romanize(Number(token)) : token;
    })
    .join('');
}
