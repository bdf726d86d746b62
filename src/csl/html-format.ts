import { type Affixes, affixesOf } from './affixes.js';
import { encodeXmlText } from './characters.js';
import type { CslLocale } from './locale.js';
import { quote } from './quotes.js';
import type { CslNode } from './style-tree.js';
import { changeCase } from './text-case.js';

/** Writes what was rendered as HTML (citeproc-ruby 2.1, `Formats::Html`). */
export interface HtmlFormat extends Affixes {
  /** A node's text in the node's formatting; nothing stays nothing. */
  apply(text: string | null, node: Pick<CslNode, 'name' | 'attributes'>): string;
}

/** HTML for a locale. */
export function htmlFormat(locale: CslLocale): HtmlFormat {
  const affixes = affixesOf(locale);
  return {
    ...affixes,
    apply(text, { name, attributes }) {
      if (text === null || text === '') return '';
      const affix = (output: string): string => withAffixes(output, attributes, affixes);
      const inside = name === 'layout' ? affix(text) : text;
      const formatted = withContent(inside, attributes, locale);
      const outside = name === 'layout' ? formatted : affix(formatted);
      return escapeLoneSigns(withDisplay(outside, attributes));
    },
  };
}

type Attributes = ReadonlyMap<string, string>;

function withAffixes(text: string, attributes: Attributes, affixes: Affixes): string {
  const prefix = attributes.get('prefix');
  const suffix = attributes.get('suffix');
  const prefixed = prefix === undefined ? text : affixes.prepend(encodeXmlText(prefix), text);
  return suffix === undefined ? prefixed : affixes.append(prefixed, encodeXmlText(suffix));
}

/** Case, tags, full stops, quotes, and at last a `span` for what has no tag of its own. */
function withContent(text: string, attributes: Attributes, locale: CslLocale): string {
  let output = changeCase(text, attributes.get('text-case') ?? '', locale.language);
  const styles: string[] = [];
  for (const property of ['font-style', 'font-variant', 'font-weight', 'text-decoration', 'vertical-align']) {
    const value = attributes.get(property);
    if (value === undefined) continue;
    const tag = TAGS.get(`${property}: ${value}`);
    if (tag === undefined) styles.push(`${property}: ${value === 'sup' ? 'super' : value}`);
    else output = `<${tag}>${output}</${tag}>`;
  }
  if (isTrue(attributes, 'strip-periods')) output = output.replaceAll('.', '');
  if (isTrue(attributes, 'quotes')) output = quote(output, locale);
  return styles.length === 0 ? output : `<span style="${styles.join('; ')}">${output}</span>`;
}

const TAGS = new Map([
  ['font-style: italic', 'i'],
  ['font-weight: bold', 'b'],
]);

function isTrue(attributes: Attributes, name: string): boolean {
  return /^true$/i.test(attributes.get(name) ?? '');
}

function withDisplay(text: string, attributes: Attributes): string {
  const display = attributes.get('display');
  return display === undefined ? text : `<div class="csl-${display}">${text}</div>`;
}

/** Signs beside a space, which can't be part of a reference or a tag; `&` and `<` before another white space are lost, as there. */
function escapeLoneSigns(text: string): string {
  return text
    .replace(/[&<][ \t\n\v\f\r]/g, (signs) => LONE_SIGNS[signs] ?? '')
    .replace(/[ \t\n\v\f\r]>/g, ' &gt;');
}

const LONE_SIGNS: Readonly<Record<string, string>> = { '& ': '&amp; ', '< ': '&lt; ' };
