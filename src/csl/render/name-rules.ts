import type { NameOptions } from '../name.js';
import { type CslNode, childOf, NAME_ATTRIBUTES } from '../style-tree.js';
import type { Rendering } from './rendering.js';

/** How a list of names is written: `cs:name` with what it inherits. */
export interface NameRules {
  /** The node whose affixes and font each name has, and all together. */
  readonly node: Pick<CslNode, 'name' | 'attributes'>;
  readonly parts: readonly CslNode[];
  readonly etAl: CslNode | null;
  readonly isCount: boolean;
  readonly delimiter: string;
  /** Between the names of several roles. */
  readonly namesDelimiter: string;
  /** `and`: `&`, `text` or another word; `null` for none. */
  readonly and: string | null;
  /** From this many names on, a list is cut; `null` for never. */
  readonly cutFrom: number | null;
  /** To this many names. */
  readonly cutTo: number;
  /** Whether a list that is cut ends with its last name. */
  readonly keepsLast: boolean;
  readonly precedesEtAl: string;
  readonly precedesLast: string;
  /** Whether the name of that place, from 1, begins with the family name. */
  isSortOrderAt(position: number): boolean;
  readonly isSortOrderForAll: boolean;
  readonly isSortOrder: boolean;
  readonly nameOptions: Omit<NameOptions, 'isSortOrder'>;
}

/** The rules for `cs:names`; what its `cs:name` does not say is said by the citation or bibliography, or else by the style. */
export function namesRules(rendering: Rendering, namesNode: CslNode): NameRules {
  const nameNode = childOf(namesNode, 'name');
  const attributes = inheritedAttributes(rendering, nameNode);
  const get = (name: string): string | null => attributes.get(name) ?? null;
  const order = get('name-as-sort-order');
  const isSortOrderForAll = /^all$/i.test(order ?? '');
  const cutFrom = get('et-al-min');
  const cutTo = get('et-al-use-first');
  const and = get('and');
  return {
    node: { name: 'name', attributes },
    parts: (nameNode?.children ?? []).filter(({ name }) => name === 'name-part'),
    etAl: childOf(namesNode, 'et-al'),
    isCount: get('form') === 'count',
    delimiter: get('delimiter') ?? ', ',
    namesDelimiter: namesNode.attributes.get('delimiter') ?? inherited(rendering, 'names-delimiter') ?? '',
    and: and === 'symbol' ? '&' : and,
    cutFrom: cutFrom === null || cutTo === null ? null : leadingNumber(cutFrom),
    cutTo: leadingNumber(cutTo ?? ''),
    keepsLast: get('et-al-use-last') === 'true',
    precedesEtAl: (get('delimiter-precedes-et-al') ?? '').toLowerCase(),
    precedesLast: (get('delimiter-precedes-last') ?? '').toLowerCase(),
    isSortOrderAt: (position) => isSortOrderForAll || (position === 1 && /^first$/i.test(order ?? '')),
    isSortOrderForAll,
    isSortOrder: order !== null,
    nameOptions: {
      form: get('form') ?? 'long',
      sortSeparator: get('sort-separator') ?? ', ',
      initializeWith: get('initialize-with'),
      initializesExistingOnly: get('initialize') === 'false',
      demotion: rendering.style.root.attributes.get('demote-non-dropping-particle') ?? 'never',
    },
  };
}

/** Attributes that are called otherwise where they are inherited from. */
const INHERITED: readonly (readonly [attribute: string, inheritedAs: string])[] = [
  ...NAME_ATTRIBUTES.map((name) => [name, name] as const),
  ['delimiter', 'name-delimiter'],
  ['form', 'name-form'],
];

function inheritedAttributes(rendering: Rendering, nameNode: CslNode | null): ReadonlyMap<string, string> {
  const attributes = new Map(nameNode?.attributes);
  for (const [name, inheritedAs] of INHERITED) {
    const value = attributes.has(name) ? undefined : inherited(rendering, inheritedAs);
    if (value !== undefined) attributes.set(name, value);
  }
  return attributes;
}

function inherited({ mode, style }: Rendering, name: string): string | undefined {
  return mode.attributes.get(name) ?? style.root.attributes.get(name);
}

/** `String#to_i`. */
function leadingNumber(text: string): number {
  return Number(/^[ \t\n\v\f\r]*([+-]?[0-9]+)/.exec(text)?.[1] ?? 0);
}
