import { type Condition, conditionsOf } from './conditions.js';
import { CslError } from './csl-error.js';
import { readXml, type XmlElement } from './xml.js';

/** An element of a style, with what it stands in. */
export interface CslNode {
  readonly name: string;
  /** Those that csl-ruby knows of such an element. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly CslNode[];
  /** Of `cs:if` and `cs:else-if`. */
  readonly conditions: readonly Condition[];
  /** `null` at the root. */
  readonly parent: CslNode | null;
}

/** A style ready to be rendered. */
export interface CslStyle {
  readonly root: CslNode;
  readonly macros: ReadonlyMap<string, CslNode>;
  /** `cs:citation`. */
  readonly citation: CslNode | null;
  /** `cs:bibliography`. */
  readonly bibliography: CslNode | null;
}

const FONT = ['font-style', 'font-variant', 'font-weight', 'text-decoration', 'vertical-align'];
const AFFIXES = ['prefix', 'suffix'];
const FORMATTING = ['text-case', 'display', ...AFFIXES, ...FONT];

/** The attributes of `cs:name` that `cs:style`, `cs:citation` and `cs:bibliography` may carry for all names. */
export const NAME_ATTRIBUTES: readonly string[] = [
  'and',
  'delimiter-precedes-et-al',
  'delimiter-precedes-last',
  'et-al-min',
  'et-al-subsequent-min',
  'et-al-subsequent-use-first',
  'et-al-use-first',
  'et-al-use-last',
  'initialize',
  'initialize-with',
  'name-as-sort-order',
  'sort-separator',
];

/** Formatting that an element may have (csl-ruby 2.2, `attr_struct`); on any other it counts for nothing. */
const FORMATTED = new Map<string, readonly string[]>([
  ['bibliography', []],
  ['citation', []],
  ['date', FORMATTING],
  ['date-part', [...FORMATTING, 'strip-periods']],
  ['et-al', ['text-case', ...AFFIXES, ...FONT]],
  ['group', FORMATTING],
  ['label', [...FORMATTING, 'strip-periods']],
  ['layout', [...AFFIXES, ...FONT]],
  ['name', [...AFFIXES, ...FONT]],
  ['name-part', ['text-case', ...AFFIXES, ...FONT]],
  ['names', [...AFFIXES, ...FONT]],
  ['number', FORMATTING],
  ['text', [...FORMATTING, 'strip-periods', 'quotes']],
]);
const ANY_FORMATTING = new Set([...FORMATTING, 'strip-periods', 'quotes']);

/** Reads a style. */
export function readStyle(source: string): CslStyle {
  const element = readXml(source);
  if (element.name !== 'style') throw new CslError(`<${element.name}> is no style`);
  const root = toNode(element, null);
  const macros = new Map<string, CslNode>();
  for (const node of root.children) {
    if (node.name === 'macro') macros.set(node.attributes.get('name') ?? '', node);
  }
  return { root, macros, citation: childOf(root, 'citation'), bibliography: childOf(root, 'bibliography') };
}

/** The style a dependent style stands for, as its link says it (`http://www.zotero.org/styles/apa`); `null` for a style of its own. */
export function independentParent(source: string): string | null {
  const info = readXml(source).children.find(({ name }) => name === 'info');
  const link = info?.children.find(
    ({ name, attributes }) => name === 'link' && attributes.get('rel') === 'independent-parent',
  );
  return link?.attributes.get('href') ?? null;
}

/** The first child of that name. */
export function childOf(node: CslNode, name: string): CslNode | null {
  return node.children.find((child) => child.name === name) ?? null;
}

function toNode(element: XmlElement, parent: CslNode | null): CslNode {
  const children: CslNode[] = [];
  const attributes = knownAttributes(element);
  const conditions = /^(?:else-)?if$/.test(element.name) ? conditionsOf(attributes) : [];
  const node: CslNode = { name: element.name, attributes, children, conditions, parent };
  for (const child of element.children) children.push(toNode(child, node));
  return node;
}

function knownAttributes({ name, attributes }: XmlElement): ReadonlyMap<string, string> {
  const known = FORMATTED.get(name) ?? [];
  const isForeign = (key: string): boolean => ANY_FORMATTING.has(key) && !known.includes(key);
  const entries = [...attributes];
  return entries.some(([key]) => isForeign(key))
    ? new Map(entries.filter(([key]) => !isForeign(key)))
    : attributes;
}
