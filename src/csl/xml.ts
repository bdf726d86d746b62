import { CslError } from './csl-error.js';

/** An element of a style or a locale file. */
export interface XmlElement {
  /** Without its prefix, e.g. `date-part`. */
  readonly name: string;
  /** By name without prefix: `xml:lang` is `lang`. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** The text an element begins with, when it is more than white space; text behind an element or a comment counts for nothing. */
  readonly text: string | null;
}

/**
 * As much of XML as styles and locales are written in: elements, attributes, text, references, comments, and what may be left
 * out (declarations, instructions, CDATA). Whatever is not well formed is refused.
 */
export function readXml(source: string): XmlElement {
  const open: OpenElement[] = [newElement('', '')];
  for (const token of tokensOf(source.replace(/^\ufeff/, ''))) {
    const [whole, end, start, attributes, isEmpty] = token;
    if (start !== undefined) {
      const element = newElement(start, attributes!);
      open.at(-1)!.children.push(element);
      if (isEmpty === '') open.push(element);
    } else if (end !== undefined) {
      close(open, end);
    } else {
      addText(open.at(-1)!, whole);
    }
  }
  if (open.length > 1) throw new CslError(`no end of <${open.at(-1)!.tag}>`);
  const [root] = open[0]!.children;
  if (root === undefined) throw new CslError('no element');
  return root;
}

interface OpenElement extends XmlElement {
  readonly tag: string;
  readonly children: OpenElement[];
  text: string | null;
  isBegun: boolean;
}

/** An end with its name; a start with name, attributes and perhaps a slash; a comment and the like; or text. */
const TOKEN =
  /<\/([^\s<>]+)\s*>|<([^\s<>/!?]+)((?:\s+[^\s=<>"'/]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[[\s\S]*?\]\]>|<!DOCTYPE[^[>]*>|[^<]+/y;

function* tokensOf(source: string): Generator<RegExpExecArray> {
  const token = new RegExp(TOKEN);
  while (token.lastIndex < source.length) {
    const at = token.lastIndex;
    const found = token.exec(source);
    if (found === null) {
      const line = source.slice(0, at).split('\n').length;
      throw new CslError(`not well-formed XML in line ${line}`);
    }
    yield found;
  }
}

function newElement(tag: string, attributes: string): OpenElement {
  return {
    tag,
    name: withoutPrefix(tag),
    attributes: readAttributes(attributes),
    children: [],
    text: null,
    isBegun: false,
  };
}

function withoutPrefix(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function readAttributes(text: string): Map<string, string> {
  const found = text.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g);
  return new Map(
    Array.from(found, ([, name, double, single]) => [
      withoutPrefix(name!),
      decode((double ?? single)!.replace(/\r\n|[\t\n\r]/g, ' ')),
    ]),
  );
}

function close(open: OpenElement[], tag: string): void {
  const element = open.pop()!;
  if (open.length === 0 || element.tag !== tag)
    throw new CslError(`</${tag}> where </${element.tag}> belongs`);
  open.at(-1)!.isBegun = true;
}

/** White space between elements does not begin an element's content. */
function addText(element: OpenElement, text: string): void {
  if (text.trim() === '') return;
  if (!element.isBegun && element.children.length === 0 && !text.startsWith('<'))
    element.text = decode(text.replaceAll('\r\n', '\n'));
  element.isBegun = true;
}

const ENTITIES = new Map(Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }));

/** Names and numbers that stand for no character stay. */
function decode(text: string): string {
  return text.replace(/&(?:#x([\da-fA-F]+)|#(\d+)|(\w+));/g, (whole, hex, decimal, name) => {
    if (name !== undefined) return ENTITIES.get(name) ?? whole;
    const codePoint = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : whole;
  });
}
