import { LINE_END, LINE_START, pattern, SPACE } from './characters.js';

/** What stands for a number: digits with letters, full stops, colons and semicolons around (`2nd`, `L2d`). */
const ONE = '[\\w.:;]*[0-9]+[\\w.:;]*';
const NUMERIC = pattern('', LINE_START, ONE, `(?:${SPACE}*[,&\\-]${SPACE}*${ONE})*`, LINE_END);

/** `Variable#numeric?` of citeproc 1.1: numbers alone, parted by comma, hyphen or ampersand. */
export function isNumeric(text: string): boolean {
  return NUMERIC.test(text);
}

const PARTED = pattern('', `[^ \\t\\n\\v\\f\\r](?:${SPACE}|[,&–-])[^ \\t\\n\\v\\f\\r]|[0-9]f`);

/** `Number.pluralize?`: several numbers, or one with those that follow (`12f`). */
export function isPluralNumber(text: string): boolean {
  return PARTED.test(text);
}

/** A numeric text's numbers and what parts them, in their usual writing: `2 -4,5` gives `2`, `-`, `4`, `, `, `5`. */
export function numberTokens(text: string): string[] {
  const spaced = (sign: string): RegExp => pattern('g', `${SPACE}*${sign}${SPACE}*`);
  return text
    .replace(spaced(','), ', ')
    .replace(spaced('-'), '-')
    .replace(spaced('&'), ' & ')
    .split(pattern('', `(${SPACE}*[,&\\-]${SPACE}*)`));
}

const ROMAN: readonly (readonly [code: string, factor: number])[] = [
  ['m', 1000],
  ['cm', 900],
  ['d', 500],
  ['cd', 400],
  ['c', 100],
  ['xc', 90],
  ['l', 50],
  ['xl', 40],
  ['x', 10],
  ['ix', 9],
  ['v', 5],
  ['iv', 4],
  ['i', 1],
];

/** A number in small Roman letters. */
export function romanize(number: number): string {
  let rest = number;
  let roman = '';
  for (const [code, factor] of ROMAN) {
    roman += code.repeat(Math.floor(rest / factor));
    rest %= factor;
  }
  return roman;
}
