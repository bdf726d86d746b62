import type { RubyHash } from '../../ruby/value.js';

/** Attributes that cannot be read, in the gem's words. */
export class AttributeError extends Error {}

const OF_NAMES = /^[a-zA-z0-9\-_]$/;

/** What the characters read so far are part of; `null` stands for a text without any. */
type Part =
  | { readonly kind: 'between' | 'done' }
  | { readonly kind: 'key'; text: string | null }
  | { readonly kind: 'value'; text: string | null; isQuoted: boolean };

/** `[ name = value, other="quoted \" value" ]`, character by character, as premonition's `Attributes::Parser` reads it. */
export function parseAttributes(source: string): RubyHash {
  return new AttributeReader(source).read();
}

class AttributeReader {
  private readonly attributes: RubyHash = new Map();
  private readonly parts: Part[] = [];
  private at = 0;

  constructor(private readonly source: string) {}

  read(): RubyHash {
    this.at = this.source.indexOf('[') + 1;
    this.parts.push({ kind: 'between' });
    while (this.at < this.source.length) {
      const character = String.fromCodePoint(this.source.codePointAt(this.at)!);
      this.at += character.length;
      const part = this.parts.at(-1)!;
      if (part.kind === 'between') this.between(character);
      else if (part.kind === 'key') this.key(character, part);
      else if (part.kind === 'value') this.value(character, part);
    }
    return this.attributes;
  }

  private between(character: string): void {
    if (character === ' ') return;
    if (character === ']') {
      this.parts.pop();
      this.parts.push({ kind: 'done' });
    } else if (character === ',') {
      if (this.attributes.size === 0) throw this.error("Attribute separator ',' not allowed here.");
      this.parts.push({ kind: 'key', text: null });
    } else if (OF_NAMES.test(character)) {
      this.parts.push({ kind: 'key', text: character });
    } else {
      throw this.error(`Illegal character '${character}' outside key and value`);
    }
  }

  private key(character: string, part: { text: string | null }): void {
    if (character === ' ') {
      const rest = /^\s*=\s*/.exec(this.source.slice(this.at));
      if (rest === null) throw this.error('Space not allowed inside attribute key');
      this.at += rest[0].length;
    } else if (OF_NAMES.test(character)) {
      part.text = (part.text ?? '') + character;
      return;
    } else if (character !== '=') {
      throw this.error(`Illegal character '${character}' for attribute key`);
    }
    this.parts.push({ kind: 'value', text: null, isQuoted: false });
  }

  private value(character: string, part: { text: string | null; isQuoted: boolean }): void {
    if (character === '"') this.quote(part);
    else if (part.isQuoted) this.quoted(character, part);
    else this.plain(character, part);
  }

  private quote(part: { text: string | null; isQuoted: boolean }): void {
    if (part.isQuoted) this.settle();
    else if (part.text !== null) throw this.error('Illegal " found');
    else part.isQuoted = true;
  }

  /** A closing bracket gets lost, as in the gem. */
  private quoted(character: string, part: { text: string | null }): void {
    if (character === ']') return;
    let next = character;
    if (character === '\\') {
      next = this.source.charAt(this.at);
      if (next !== '\\' && next !== '"') {
        throw this.error('Unsupported escaping of character inside string block');
      }
      this.at += 1;
    }
    part.text = (part.text ?? '') + next;
  }

  private plain(character: string, part: { text: string | null }): void {
    if (character === ']') {
      this.settle();
      this.parts.push({ kind: 'done' });
    } else if (character === ',') {
      this.settle();
      this.parts.push({ kind: 'between' });
    } else if (character === ' ') {
      if (!/^\s*[,\]]/.test(this.source.slice(this.at)))
        throw this.error('Illegal spacing in unquoted value');
      this.settle();
      this.parts.push({ kind: 'between' });
    } else if (character === '\\') {
      throw this.error('Backslash is not allowed in unquoted values');
    } else if (character === '=') {
      throw this.error('Illegal use of equals character in unquoted value');
    } else {
      part.text = (part.text ?? '') + character;
    }
  }

  private settle(): void {
    const value = this.parts.pop();
    const key = this.parts.pop();
    if (value?.kind !== 'value' || key?.kind !== 'key') throw this.error('Expected key');
    this.attributes.set(key.text, value.text);
  }

  private error(reason: string): AttributeError {
    return new AttributeError(`${reason} [${this.at}:${this.source.length}]`);
  }
}
