/**
 * With which characters can a match of an expression start? A state asks only the rules whose expressions can match at
 * the character in front of the run, which saves most attempts. Everything not understood counts as "any".
 */
import { asciiMembers } from './pattern.js';

/** Flags by ASCII code; the last one, at `beyondAscii`, stands for all other characters. */
export type FirstCharacters = Uint8Array;

/** Index of the flag for characters beyond ASCII. */
export const beyondAscii = 128;

/** The characters, or `undefined` when a match may be empty. `source` is of the flag `u`. */
export function firstCharacters(source: string, ignoreCase: boolean): FirstCharacters | undefined {
  const { first, isNullable } = new Reader(source).alternatives();
  if (isNullable) return undefined;
  if (ignoreCase) addOtherCase(first);
  return first;
}

/** What a part of an expression can start with, and whether it can match the empty string. */
interface Part {
  readonly first: FirstCharacters;
  readonly isNullable: boolean;
}

/** Reads an expression just far enough to tell the first characters. */
class Reader {
  private place = 0;

  constructor(private readonly source: string) {}

  alternatives(): Part {
    const first = noCharacters();
    let isNullable = false;
    do {
      const branch = this.sequence();
      addAll(first, branch.first);
      isNullable ||= branch.isNullable;
    } while (this.skip('|'));
    return { first, isNullable };
  }

  private sequence(): Part {
    let first = noCharacters();
    let isNullable = true;
    let required: FirstCharacters | undefined;
    while (this.place < this.source.length && !'|)'.includes(this.source[this.place]!)) {
      const isAtStart = isNullable && first.every((flag) => flag === 0);
      if (isAtStart && this.source.startsWith('(?=', this.place)) {
        const ahead = this.item();
        if (!ahead.isNullable) required ??= ahead.first;
        continue;
      }
      const isLookaround = /^\(\?<?[=!]/.test(this.source.slice(this.place, this.place + 4));
      const item = this.item();
      if (isLookaround) continue;
      addAll(first, item.first);
      isNullable = item.isNullable;
      if (!isNullable) this.skipSequence();
    }
    if (required !== undefined) {
      first = isNullable ? required : first.map((flag, code) => flag & required[code]!);
      isNullable = false;
    }
    return { first, isNullable };
  }

  /** Goes to the end of a sequence whose start is known. */
  private skipSequence(): void {
    let depth = 0;
    for (; this.place < this.source.length; this.place++) {
      const character = this.source[this.place]!;
      if (character === '\\') this.place += 1;
      else if (character === '[') this.skipClass();
      else if (character === '(') depth += 1;
      else if (depth === 0 && (character === '|' || character === ')')) return;
      else if (character === ')') depth -= 1;
    }
  }

  private skipClass(): void {
    while (this.source[this.place] !== ']') this.place += this.source[this.place] === '\\' ? 2 : 1;
  }

  private item(): Part {
    const atom = this.atom();
    const quantifier = /^(?:[*?]|\{0[,}]|(\+|\{\d))/.exec(this.source.slice(this.place, this.place + 3));
    if (quantifier === null) return atom;
    this.place = this.source[this.place] === '{' ? this.source.indexOf('}', this.place) + 1 : this.place + 1;
    this.skip('?');
    return { first: atom.first, isNullable: atom.isNullable || quantifier[1] === undefined };
  }

  private atom(): Part {
    const character = this.source[this.place]!;
    if (character === '(') return this.group();
    if (character === '[') return { first: this.characterClass(), isNullable: false };
    if (character === '\\') return this.escape();
    return { first: only(this.literal()), isNullable: false };
  }

  private group(): Part {
    this.place += /^\((?:\?(?:[:=!]|<[=!]|<\w+>))?/.exec(this.source.slice(this.place))![0].length;
    const inside = this.alternatives();
    this.skip(')');
    return inside;
  }

  private escape(): Part {
    const kind = this.source[this.place + 1]!;
    if (/[bB1-9k]/.test(kind)) {
      this.place += 2;
      return { first: kind === 'b' || kind === 'B' ? noCharacters() : allCharacters(), isNullable: true };
    }
    return { first: this.member().first, isNullable: false };
  }

  private characterClass(): FirstCharacters {
    this.place += 1;
    const isNegated = this.skip('^');
    const first = noCharacters();
    while (!this.skip(']')) {
      const from = this.member();
      if (from.code === undefined || this.source[this.place] !== '-' || this.source[this.place + 1] === ']') {
        addAll(first, from.first);
        continue;
      }
      this.place += 1;
      const to = this.member().code ?? from.code;
      for (let code = from.code; code <= Math.min(to, beyondAscii); code++) first[code] = 1;
      if (to >= beyondAscii) first[beyondAscii] = 1;
    }
    return isNegated ? first.map((flag, code) => (code === beyondAscii ? 1 : 1 - flag)) : first;
  }

  /** A character or escape for characters; `code` unless it stands for many. */
  private member(): { first: FirstCharacters; code?: number } {
    if (this.source[this.place] === '\\') {
      const many = /^\\(?:[dwsDWS]|[pP]\{[^}]*\})/.exec(this.source.slice(this.place, this.place + 40));
      if (many !== null) {
        this.place += many[0].length;
        return { first: charactersOf(many[0]) };
      }
    }
    const code = this.literal();
    return { first: only(code), code };
  }

  private literal(): number {
    const escaped = /^\\(?:u\{([\da-f]+)\}|u([\da-f]{4})|x([\da-f]{2})|([nrtfv0])|)/i.exec(
      this.source.slice(this.place, this.place + 12),
    );
    this.place += escaped?.[0].length ?? 0;
    const hex = escaped?.[1] ?? escaped?.[2] ?? escaped?.[3];
    if (hex !== undefined) return Number.parseInt(hex, 16);
    if (escaped?.[4] !== undefined) return controls[escaped[4]]!;
    const code = this.source.codePointAt(this.place)!;
    this.place += code > 0xffff ? 2 : 1;
    return code;
  }

  private skip(text: string): boolean {
    if (!this.source.startsWith(text, this.place)) return false;
    this.place += text.length;
    return true;
  }
}

const controls: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, f: 12, v: 11, '0': 0 };

/** The characters of `\d` and its like; a class that is not listed counts as all of ASCII. */
function charactersOf(escaped: string): FirstCharacters {
  const members = /^\\p/i.test(escaped) ? asciiMembers[escaped] : escaped;
  const first = allCharacters();
  if (members === undefined) return first;
  const part = new RegExp(`[${members}]`);
  for (let code = 0; code < beyondAscii; code++) first[code] = part.test(String.fromCharCode(code)) ? 1 : 0;
  return first;
}

function addOtherCase(first: FirstCharacters): void {
  for (let code = 65; code <= 90; code++) first[code] = first[code + 32] = first[code]! | first[code + 32]!;
  first[beyondAscii] = 1;
}

function addAll(to: FirstCharacters, from: FirstCharacters): void {
  for (let code = 0; code <= beyondAscii; code++) to[code]! |= from[code]!;
}

function only(code: number): FirstCharacters {
  const first = noCharacters();
  first[Math.min(code, beyondAscii)] = 1;
  return first;
}

function noCharacters(): FirstCharacters {
  return new Uint8Array(beyondAscii + 1);
}

function allCharacters(): FirstCharacters {
  return noCharacters().fill(1);
}
