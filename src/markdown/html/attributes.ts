import type { KramdownEnv } from '../env.js';
import type { HtmlTag } from './scan.js';

/**
 * A tag's attributes as an element has them: names in lower case for HTML's elements, the last value of a repeated one at the
 * place of the first, with a warning. Origin: kramdown 2.5.2, `Parser::Html::Parser#parse_html_attributes`.
 *
 * @param line 1-based, for the warning
 */
export function readHtmlAttributes(
  tag: HtmlTag,
  isHtml: boolean,
  line: number,
  env: KramdownEnv,
): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const [written, value] of tag.attributes) {
    const name = isHtml ? written.toLowerCase() : written;
    if (attributes.has(name)) {
      env.warn(`Duplicate HTML attribute '${name}' on line ${line} - overwriting previous one`);
    }
    attributes.set(name, value);
  }
  return attributes;
}
