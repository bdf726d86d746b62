/** kramdown's attribute lists, as the gem finds them in cells: `{: .class}`, `{:name: .class}`. */

/** One of them. */
export interface AttributeList {
  /** As it is written. */
  readonly written: string;
  /** Its name, for one that defines others; else `null`. */
  readonly name: string | null;
  readonly list: string;
}

const LIST = /(?<!\\)\{:(?:([A-Za-z][^ \t\r\n\f\v]*):)?(.*?)(?<!\\)\}/g;
const ENTRY = /([^ \t\r\n\f\v]+)=(”|"|')(.*?)\2|([^ \t\r\n\f\v]+)/g;

/** Those in a text. */
export function attributeLists(text: string): readonly AttributeList[] {
  return [...text.matchAll(LIST)].map(([written, name, list]) => ({
    written,
    name: name ?? null,
    list: list!,
  }));
}

/** Puts what a list says on an element's attributes; values of one name follow each other. */
export function applyList(
  list: string,
  attributes: Map<string, string | null>,
  named: ReadonlyMap<string, string>,
  used: ReadonlySet<string> = new Set(),
): void {
  for (const [, key, , value, single] of list.matchAll(ENTRY)) {
    if (key !== undefined) attributes.set(key, (attributes.get(key) ?? '') + value!);
    else if (single!.startsWith('#')) attributes.set('id', single!.slice(1));
    else if (single!.startsWith('.')) {
      const own = attributes.get('class') ?? '';
      attributes.set('class', `${own}${own === '' ? '' : ' '}${single!.slice(1)}`);
    } else if (named.has(single!) && !used.has(single!)) {
      applyList(named.get(single!)!, attributes, named, new Set([...used, single!]));
    }
  }
}
