/**
 * What libxml2 2.9.14 knows of HTML 4's elements: which are empty, which stand in a line of text, which start tags end an open element, and
 * how far an end tag reaches (`html40ElementTable`, `htmlStartClose`, `htmlEndPriority`). HTML 5's elements are unknown to it: they are
 * neither.
 */

/** Elements without content: never an end tag. */
const EMPTY = words('area base basefont br col frame hr img input isindex link meta param');

/** Elements between which line ends may be put when they are written. */
const BLOCKS = words(
  'address area base blockquote body caption center col colgroup dd dir div dl dt fieldset form frame frameset h1 h2 h3 h4 h5 h6 head hr',
  'html isindex legend li link menu meta noframes noscript ol optgroup option p param pre style table tbody td tfoot th thead title tr ul',
);

/** What an open `head` ends with: all that belongs to a body. */
const NOT_IN_HEAD =
  'a abbr acronym address b bdo big blockquote body br center cite code dd dfn dir div dl dt em fieldset font form frameset h1 h2 h3 h4 h5 ' +
  'h6 hr i iframe img kbd li listing map menu ol p pre q s samp small span strike strong sub sup table tt u ul var xmp';

const NOT_IN_HEADING = 'fieldset form li p table';
const NOT_IN_PREFORMATTED = 'dd dl dt fieldset form li table ul';

/** For an open element, the start tags that end it. */
const ENDED_BY: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    a: 'a fieldset table td th',
    address: 'dd dl dt form li ul',
    b: 'center p td th',
    big: 'p',
    caption: 'col colgroup tbody tfoot thead tr',
    col: 'col colgroup tbody tfoot thead tr',
    colgroup: 'colgroup tbody tfoot thead tr',
    dd: 'dt',
    dir: 'dd dl dt form ul',
    dl: 'form li',
    dt: 'dd dl',
    font: 'center td th',
    form: 'form',
    h1: NOT_IN_HEADING,
    h2: NOT_IN_HEADING,
    h3: NOT_IN_HEADING,
    h4: NOT_IN_HEADING,
    h5: NOT_IN_HEADING,
    h6: NOT_IN_HEADING,
    head: NOT_IN_HEAD,
    hr: 'form',
    i: 'center p td th',
    legend: 'fieldset',
    li: 'li',
    link: 'body frameset',
    listing: NOT_IN_PREFORMATTED,
    menu: 'dd dl dt form ul',
    ol: 'form ul',
    option: 'optgroup option',
    p:
      'address blockquote body caption center col colgroup dd dir div dl dt fieldset form frameset h1 h2 h3 h4 h5 h6 head hr li listing ' +
      'menu ol p pre table tbody td tfoot th title tr ul xmp',
    pre: NOT_IN_PREFORMATTED,
    s: 'p',
    script: 'noscript',
    small: 'p',
    span: 'td th',
    strike: 'p',
    style: 'body frameset',
    tbody: 'tbody tfoot',
    td: 'tbody td tfoot th tr',
    tfoot: 'tbody',
    th: 'tbody td tfoot th tr',
    thead: 'tbody tfoot',
    title: 'body frameset',
    tr: 'tbody tfoot tr',
    tt: 'p',
    u: 'p td th',
    ul: 'address form menu ol pre',
    xmp: NOT_IN_PREFORMATTED,
  }).map(([name, starts]) => [name, words(starts)]),
);

/** An end tag closes elements of its rank or lower on the way to its own; a higher one keeps it out. All others: 100. */
const RANKS: ReadonlyMap<string, number> = new Map([
  ['div', 150],
  ['td', 160],
  ['th', 160],
  ['tr', 170],
  ['thead', 180],
  ['tbody', 180],
  ['tfoot', 180],
  ['table', 190],
  ['head', 200],
  ['body', 200],
  ['html', 220],
]);
const LOWEST_RANK = 100;

/** Attributes that are written by their name alone, whatever their value. */
const BOOLEAN_ATTRIBUTES = words(
  'checked compact declare defer disabled ismap multiple nohref noresize noshade nowrap readonly selected',
);

/** Whether the element has no content. */
export function isEmptyElement(name: string): boolean {
  return EMPTY.has(name);
}

/** Whether line ends may be put around and in the element. */
export function isBlockElement(name: string): boolean {
  return BLOCKS.has(name);
}

/** Whether the start tag of one element ends the other, which is open. */
export function endsOpen(starting: string, open: string): boolean {
  return ENDED_BY.get(open)?.has(starting) ?? false;
}

/** How far the element's end tag reaches. */
export function rankOf(name: string): number {
  return RANKS.get(name) ?? LOWEST_RANK;
}

/** Whether the attribute is written without its value. */
export function isBooleanAttribute(name: string): boolean {
  return BOOLEAN_ATTRIBUTES.has(name.toLowerCase());
}

function words(...lists: readonly string[]): ReadonlySet<string> {
  return new Set(lists.join(' ').split(' '));
}
