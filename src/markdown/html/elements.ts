/**
 * What kramdown knows about HTML's elements. Origin: kramdown 2.5.2, `Parser::Html::Constants`.
 */
import type { ContentModel } from '../tokens.js';

function names(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}

const blockContent = names(
  'address applet article aside blockquote body dd details div dl fieldset figure figcaption footer form ' +
    'header hgroup iframe li main map menu nav noscript object section summary td',
);
const spanContent = names(
  'a abbr acronym b bdo big button cite caption del dfn dt em h1 h2 h3 h4 h5 h6 i ins label legend optgroup p ' +
    'q rb rbc rp rt rtc ruby select small span strong sub sup th tt',
);
const rawContent = names('script style math option textarea pre code kbd samp var');

/** Elements that stand in text: a line starting with one starts no block. */
export const spanElements = names(
  'a abbr acronym b big bdo br button cite code del dfn em i img input ins kbd label mark option q rb rbc rp rt ' +
    'rtc ruby samp select small span strong sub sup time tt u var',
);

/** Elements that may not stand in text. */
export const blockElements = names(
  'address article aside applet body blockquote caption col colgroup dd div dl dt fieldset figcaption footer form ' +
    'h1 h2 h3 h4 h5 h6 header hgroup hr html head iframe legend menu li main map nav ol optgroup p pre section ' +
    'summary table tbody td th thead tfoot tr ul',
);

/** Elements without contents and end tag. */
export const voidElements = names(
  'area base br col command embed hr img input keygen link meta param source track wbr',
);

const known: ReadonlySet<string> = new Set([
  ...spanElements,
  ...blockElements,
  ...voidElements,
  ...blockContent,
  ...spanContent,
  ...rawContent,
]);

/** Whether the lower-case name is one of HTML's; others keep their case and that of their attributes. */
export function isHtmlElement(name: string): boolean {
  return known.has(name);
}

/** How the contents of an element are read when it holds Markdown; `raw` for elements not listed (also `table`, `ul`). */
export function contentModelOf(name: string): ContentModel {
  if (blockContent.has(name)) return 'block';
  return spanContent.has(name) ? 'span' : 'raw';
}

/** `markdown="…"`: what it asks for, `null` for an unknown value. `default` is the element's own content model. */
export function markdownAttribute(value: string | undefined): ContentModel | 'default' | null {
  switch (value) {
    case '0':
      return 'raw';
    case '1':
      return 'default';
    case 'span':
      return 'span';
    case 'block':
      return 'block';
    default:
      return null;
  }
}
