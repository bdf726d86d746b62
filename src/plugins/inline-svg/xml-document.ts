/** XML as libxml2 reads it (version 2.9), as far as it is well-formed. */

/** An element, or text of another kind as it is written. */
export type XmlNode = XmlElement | XmlText;

/** A piece between tags. */
export interface XmlText {
  /** `raw` are comments, instructions, CDATA and references to entities of the document's own: written as they stand. */
  readonly kind: 'text' | 'raw';
  readonly text: string;
  /** Whether it counts as text for the layout: what stands beside it gets no line of its own. */
  readonly isInline: boolean;
}

/** An element with its attributes in order, those that declare namespaces first. */
export interface XmlElement {
  readonly kind: 'element';
  readonly name: string;
  /** By name; a value with `raw` references as they are written. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlNode[];
}

/** What a file holds. */
export interface XmlDocument {
  readonly root: XmlElement;
  /** Whether it says that it is UTF-8: else everything beyond ASCII is written as a reference. */
  readonly isDeclaredUtf8: boolean;
}

/** Text that is no XML, or more than is read here. */
export class XmlError extends Error {}

const NAME = /[A-Za-z_:\u0080-\uffff][\w:.\-\u0080-\uffff]*/y;
const SPACE = /[ \t\n]*/y;
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
/** Stands for `&` of a reference that is written as it stands; no character of XML. */
export const KEPT_REFERENCE = '\uffff';

/** @throws XmlError */
export function parseXml(source: string): XmlDocument {
  return new XmlReader(source.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')).read();
}

class XmlReader {
  private at = 0;
  private readonly ownEntities = new Set<string>();

  constructor(private readonly source: string) {}

  read(): XmlDocument {
    const encoding = /^<\?xml[^>]*?encoding\s*=\s*["']([^"']+)["']/.exec(this.source)?.[1] ?? null;
    if (encoding !== null && encoding.toLowerCase() !== 'utf-8')
      throw this.error(`encoding ${encoding} is not read`);
    this.skipBesides();
    if (!this.isAt('<')) throw this.error('start tag expected');
    const root = this.element();
    this.skipBesides();
    if (this.at < this.source.length) throw this.error('extra content at the end of the document');
    return { root, isDeclaredUtf8: encoding !== null };
  }

  /** What may stand before and behind the root. */
  private skipBesides(): void {
    for (;;) {
      this.match(SPACE);
      if (this.isAt('<?')) this.until('?>');
      else if (this.isAt('<!--')) this.until('-->');
      else if (this.isAt('<!DOCTYPE')) this.documentType();
      else return;
    }
  }

  private documentType(): void {
    const match = this.match(/<!DOCTYPE[^[>]*(?:\[([\s\S]*?)\]\s*)?>/y);
    if (match === null) throw this.error('document type is not finished');
    for (const [, name] of (match[1] ?? '').matchAll(/<!ENTITY\s+([^\s%]+)\s/g)) this.ownEntities.add(name!);
  }

  private element(): XmlElement {
    this.at += 1;
    const name = this.match(NAME)?.[0];
    if (name === undefined) throw this.error('name expected');
    const attributes = this.attributes();
    if (this.takes('/>')) return { kind: 'element', name, attributes, children: [] };
    if (!this.takes('>')) throw this.error(`start tag of ${name} is not finished`);
    const children: XmlNode[] = [];
    while (!this.isAt('</')) {
      if (this.at >= this.source.length) throw this.error(`${name} is not closed`);
      children.push(this.child());
    }
    this.at += 2;
    const end = this.match(NAME)?.[0];
    this.match(SPACE);
    if (end !== name || !this.takes('>'))
      throw this.error(`opening and ending tag mismatch: ${name} and ${end}`);
    return { kind: 'element', name, attributes, children };
  }

  private attributes(): ReadonlyMap<string, string> {
    const namespaces = new Map<string, string>();
    const attributes = new Map<string, string>();
    for (;;) {
      const space = this.match(SPACE)![0];
      const name = space === '' ? undefined : this.match(NAME)?.[0];
      if (name === undefined) return new Map([...namespaces, ...attributes]);
      const value = this.match(/[ \t\n]*=[ \t\n]*(?:"([^"<]*)"|'([^'<]*)')/y);
      if (value === null) throw this.error(`value of ${name} expected`);
      const own = /^xmlns(?:$|:)/.test(name) ? namespaces : attributes;
      if (own.has(name)) throw this.error(`attribute ${name} redefined`);
      own.set(name, this.resolved((value[1] ?? value[2]!).replace(/[\t\n]/g, ' ')));
    }
  }

  private child(): XmlNode {
    if (this.isAt('<!--')) return { kind: 'raw', text: this.until('-->'), isInline: false };
    if (this.isAt('<![CDATA[')) return { kind: 'raw', text: this.until(']]>'), isInline: true };
    if (this.isAt('<?')) return { kind: 'raw', text: this.until('?>'), isInline: false };
    if (this.isAt('<')) return this.element();
    return { kind: 'text', text: this.resolved(this.match(/[^<]+/y)![0]), isInline: true };
  }

  /** With references replaced, but for those to the document's own entities. */
  private resolved(text: string): string {
    return text.replace(
      /&(?:#(\d+)|#x([0-9A-Fa-f]+)|([^;&\s]*))(;?)/g,
      (reference, decimal, hex, name, end) => {
        if (end === '') throw this.error(`reference ${reference} is not finished`);
        if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
        if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
        if (this.ownEntities.has(name)) return `${KEPT_REFERENCE}${name};`;
        const character = ENTITIES[name];
        if (character === undefined) throw this.error(`entity ${name} not defined`);
        return character;
      },
    );
  }

  private until(end: string): string {
    const found = this.source.indexOf(end, this.at);
    if (found < 0) throw this.error(`${end} expected`);
    const text = this.source.slice(this.at, found + end.length);
    this.at = found + end.length;
    return text;
  }

  private isAt(text: string): boolean {
    return this.source.startsWith(text, this.at);
  }

  private takes(text: string): boolean {
    const isHere = this.isAt(text);
    if (isHere) this.at += text.length;
    return isHere;
  }

  private match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.source);
    if (match !== null) this.at += match[0].length;
    return match;
  }

  private error(reason: string): XmlError {
    const line = this.source.slice(0, this.at).split('\n').length;
    return new XmlError(`${reason}, line ${line}`);
  }
}
