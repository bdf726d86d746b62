import { escapedCharacter, escapedSet, literal, posixSet } from './characters.js';
import type { Reader } from './reader.js';

/** A class, e.g. `[a-z&&[^aeiou][:digit:]]`, as JavaScript's; classes in classes and intersections mean the same there. */
export function readClass(reader: Reader): string {
  reader.takes('[');
  const isNegated = reader.takes('^');
  const parts: string[] = [''];
  for (let isFirst = true; isFirst || !reader.isAt(']'); isFirst = false) {
    if (reader.isAtEnd) throw reader.error('premature end of char-class');
    if (reader.takes('&&')) parts.push('');
    else parts[parts.length - 1] += member(reader);
  }
  reader.takes(']');
  const sets = parts.length === 1 ? parts[0]! : parts.map((part) => `[${part}]`).join('&&');
  return `[${isNegated ? '^' : ''}${sets}]`;
}

/** A set, a character, or a range of them. */
function member(reader: Reader): string {
  const posix = reader.match(/\[:(\^?)(\w+):\]/y);
  if (posix !== null) return posixSet(posix[2]!, posix[1] === '^', reader);
  if (reader.isAt('[')) return readClass(reader);
  const first = characterOrSet(reader);
  if (first.isSet || !reader.isAt('-') || reader.isAt('-]')) return first.text;
  reader.takes('-');
  if (reader.isAtEnd) throw reader.error('premature end of char-class');
  const last = characterOrSet(reader);
  if (last.isSet) return `${first.text}\\-${last.text}`;
  if (first.code > last.code) throw reader.error('empty range in char class');
  return `${first.text}-${last.text}`;
}

interface Member {
  readonly text: string;
  readonly isSet: boolean;
  readonly code: number;
}

function characterOrSet(reader: Reader): Member {
  if (!reader.takes('\\')) return character(reader.next());
  if (reader.takes('b')) return character('\b');
  const set = escapedSet(reader);
  return set === null ? character(escapedCharacter(reader)) : { text: set, isSet: true, code: 0 };
}

function character(text: string): Member {
  return { text: literal(text), isSet: false, code: text.codePointAt(0)! };
}
