import type { KramdownEnv } from '../env.js';
import type { HtmlTag } from './scan.js';

/** A tag's attributes as an element has them. */
export interface HtmlAttributes {
  readonly attrs: [name: string, value: string][];
  /** The value of `markdown`, which is not among them; `undefined` where there is none. */
  readonly markdown: string | undefined;
}

/** With so many attributes looking for a name among them costs less than a map. */
const FEW = 8;

/**
 * Names in lower case for HTML's elements, the last value of a repeated one at the place of the first, with a warning.
 * Origin: kramdown 2.5.2, `Parser::Html::Parser#parse_html_attributes`.
 *
 * @param line 1-based, for the warning
 */
export function readHtmlAttributes(
  tag: HtmlTag,
  isHtml: boolean,
  line: number,
  env: KramdownEnv,
): HtmlAttributes {
  const attrs: [string, string][] = [];
  const places = tag.attributes.length > FEW ? new Map<string, number>() : null;
  for (const attribute of tag.attributes) {
    const [written, value] = attribute;
    const name = isHtml ? written.toLowerCase() : written;
    const place = places === null ? placeOf(name, attrs) : places.get(name);
    if (place === undefined) {
      places?.set(name, attrs.length);
      attrs.push(name === written ? attribute : [name, value]);
    } else {
      env.warn(`Duplicate HTML attribute '${name}' on line ${line} - overwriting previous one`);
      attrs[place]![1] = value;
    }
  }
  const place = placeOf('markdown', attrs);
  return { attrs, markdown: place === undefined ? undefined : attrs.splice(place, 1)[0]![1] };
}

function placeOf(name: string, attrs: readonly (readonly [string, string])[]): number | undefined {
  for (let place = 0; place < attrs.length; place++) if (attrs[place]![0] === name) return place;
  return undefined;
}
