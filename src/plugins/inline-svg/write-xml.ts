import { KEPT_REFERENCE, type XmlDocument, type XmlElement, type XmlNode } from './xml-document.js';

const IN_TEXT = /[<>&\r]/g;
const IN_ATTRIBUTE = /[<>&"\r\n\t]/g;
const NAMES: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;' };

/**
 * The root as Nokogiri's `to_xml` writes it: elements without text among their children have a line for each. What is beyond ASCII is written
 * as it stands, or as references where the file does not say that it is UTF-8.
 */
export function writeXml({ root, isDeclaredUtf8 }: XmlDocument): string {
  return element(root, '\n', isDeclaredUtf8);
}

/** @param line what each child begins with; `null` where layout would change text */
function element({ name, attributes, children }: XmlElement, line: string | null, isUtf8: boolean): string {
  const written = [...attributes]
    .map(([key, value]) => ` ${key}="${escaped(value, IN_ATTRIBUTE, isUtf8)}"`)
    .join('');
  if (children.length === 0) return `<${name}${written}/>`;
  const isLaidOut = line !== null && !children.some((child) => child.kind !== 'element' && child.isInline);
  const inner = isLaidOut ? `${line}  ` : null;
  const content = children.map((child) => (inner ?? '') + node(child, inner, isUtf8)).join('');
  return `<${name}${written}>${content}${isLaidOut ? line : ''}</${name}>`;
}

function node(child: XmlNode, line: string | null, isUtf8: boolean): string {
  if (child.kind === 'element') return element(child, line, isUtf8);
  return child.kind === 'raw' ? child.text : escaped(child.text, IN_TEXT, isUtf8);
}

function escaped(text: string, special: RegExp, isUtf8: boolean): string {
  const safe = text.replace(special, (character) => NAMES[character] ?? `&#${character.charCodeAt(0)};`);
  const whole = isUtf8
    ? safe
    : safe.replace(
        /[^\x00-\x7f\uffff]/gu,
        (character) => `&#x${character.codePointAt(0)!.toString(16).toUpperCase()};`,
      );
  return whole.replaceAll(KEPT_REFERENCE, '&');
}
