/**
 * The parts of names (bibtex-ruby 6.2.0, `NameParser`): `First von Last`, `von Last, First` or `von Last, Jr, First`. What begins with a small
 * letter in between is the `von`. As in bibtex-ruby one name that fits none of them makes nothing of the whole list.
 */
import { type NameToken, type NameWords, scanNames } from './name-scanner.js';
import type { Name } from './names.js';

/** A word with its case. */
type Word = Extract<NameToken, { readonly text: string }>;

const NO_NAME: Name = { first: null, last: null, prefix: null, suffix: null };

/** Reads names with `and` between them; `null` where one of them cannot be read. */
export function parseNames(text: string): readonly Name[] | null {
  const names = scanNames(text)?.map(readName);
  return names?.every((name) => name !== null) ? names : null;
}

function readName({ tokens, isFamilyFirst }: NameWords): Name | null {
  const [before, ...behind] = splitAtCommas(tokens);
  if (before!.length === 0) return null;
  if (behind.length > 0) return withCommas(before!, behind);
  return isFamilyFirst ? familyFirst(before!) : givenFirst(before!);
}

function splitAtCommas(tokens: readonly NameToken[]): Word[][] {
  const parts: Word[][] = [[]];
  for (const token of tokens) {
    if (token.kind === 'comma') parts.push([]);
    else parts.at(-1)!.push(token);
  }
  return parts;
}

/** `von Last, First` and `von Last, Jr, First`. */
function withCommas(before: readonly Word[], behind: readonly (readonly Word[])[]): Name | null {
  const family = familyOf(before);
  if (family === null || behind.length > 2) return null;
  const { capitals, von, last } = family;
  const prefix = [...capitals, ...von];
  const given = textOf(behind.at(-1)!);
  return {
    first: given,
    last: textOf(last),
    prefix: von.length === 0 ? null : textOf(prefix),
    suffix: behind.length === 2 ? textOf(behind[0]!) : null,
  };
}

/** `First von Last`. */
function givenFirst(words: readonly Word[]): Name | null {
  const start = words.slice(0, -1);
  if (start.every(isCapital)) return { ...NO_NAME, first: textOf(start), last: words.at(-1)!.text };
  const family = familyOf(words);
  if (family === null) return null;
  const { capitals, von, last } = family;
  return { ...NO_NAME, first: textOf(capitals), prefix: textOf(von), last: textOf(last) };
}

/** `Last First`: as East Asian names are written. */
function familyFirst(words: readonly Word[]): Name {
  const end = words.length - 1;
  let begin = end;
  while (begin > 0 && isCapital(words[begin - 1]!)) begin -= 1;
  // The last word may be a small one; before it only capitals belong to the name proper.
  const von = words.slice(0, begin);
  const [last, ...given] = words.slice(begin);
  return {
    ...NO_NAME,
    first: textOf(given),
    last: last!.text,
    prefix: textOf(von),
  };
}

/** Words up to the family's name: capitals before the `von`, the `von`, and the name, which is one small word, or capitals. */
function familyOf(words: readonly Word[]): {
  readonly capitals: readonly Word[];
  readonly von: readonly Word[];
  readonly last: readonly Word[];
} | null {
  if (words.length === 1 || words.every(isCapital)) return { capitals: [], von: [], last: words };
  const start = words.findIndex((word) => !isCapital(word));
  const lastSmall = words.findLastIndex((word) => !isCapital(word));
  const isSmallAtEnd = lastSmall === words.length - 1;
  const split = isSmallAtEnd ? lastSmall : lastSmall + 1;
  const von = words.slice(start, split);
  if (von.length === 0 || isCapital(von.at(-1)!)) return null;
  return { capitals: words.slice(0, start), von, last: words.slice(split) };
}

function isCapital({ kind }: Word): boolean {
  return kind !== 'lower';
}

function textOf(words: readonly Word[]): string | null {
  return words.length === 0 ? null : words.map(({ text }) => text).join(' ');
}
