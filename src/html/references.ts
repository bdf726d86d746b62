import { entityCharacters } from './entity-names.js';

/** A number needs no semicolon, a name does. */
const REFERENCE = /&#(?:[xX]([\da-fA-F]*)|(\d*));?|&([A-Za-z_:][\w:.-]*);/g;

/** XML's characters: all but most control characters, halves of pairs and two at the end of the first plane. */
const NO_CHARACTER = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/** What may be one of these: looked for first, since it is found faster, and seldom. */
const PERHAPS_NONE = /[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]/;

/** Text with references as characters (libxml2 2.9.14, `htmlParseReference`): a number that is no character vanishes, names unknown stay. */
export function decodeReferences(text: string): string {
  return text.includes('&') ? decode(text, '') : text;
}

/** An attribute's value likewise (`htmlParseHTMLAttribute`): a number that is no character ends it. */
export function decodeAttribute(text: string): string {
  return text.includes('&') ? decode(text, '\0').split('\0', 1)[0]! : text;
}

/** Text without what is no character in XML. */
export function withoutInvalid(text: string): string {
  return PERHAPS_NONE.test(text) ? text.replace(NO_CHARACTER, '') : text;
}

function decode(text: string, invalid: string): string {
  return text.replace(REFERENCE, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return entityCharacters.get(name) ?? whole;
    const codePoint = hex === undefined ? Number(decimal) : Number.parseInt(hex || '0', 16);
    return isCharacter(codePoint) ? String.fromCodePoint(codePoint) : invalid;
  });
}

/** What `NO_CHARACTER` does not match. */
function isCharacter(codePoint: number): boolean {
  if (codePoint < 0x20) return codePoint === 0x9 || codePoint === 0xa || codePoint === 0xd;
  return codePoint <= 0xd7ff || (codePoint >= 0xe000 && codePoint <= 0x10ffff && codePoint >> 1 !== 0x7fff);
}
