/** Ruby's Integer: a `number` up to 2^53, a `bigint` beyond; which of the two never shows. */
/** An Integer in either form. */
export type Integer = number | bigint;

/** A whole number, of whatever size, in the form an Integer has everywhere: `number` when it is safe, and no negative zero. */
export function integerOf(whole: Integer): Integer {
  const small = Number(whole);
  return Number.isSafeInteger(small) ? small + 0 : BigInt(whole);
}

/** Adds, subtracts, multiplies, floor-divides or takes the floored remainder. The divisor must not be zero. */
export function integerArithmetic(operation: '+' | '-' | '*' | '/' | '%', a: Integer, b: Integer): Integer {
  if (typeof a === 'number' && typeof b === 'number') {
    const result = smallArithmetic(operation, a, b);
    if (Number.isSafeInteger(result)) return result + 0;
  }
  return integerOf(bigArithmetic(operation, BigInt(a), BigInt(b)));
}

function smallArithmetic(operation: '+' | '-' | '*' | '/' | '%', a: number, b: number): number {
  if (operation === '+') return a + b;
  if (operation === '-') return a - b;
  if (operation === '*') return a * b;
  // The remainder is exact, where the quotient of two large numbers could be rounded up to a whole.
  const remainder = a % b;
  const floored = remainder !== 0 && remainder < 0 !== b < 0 ? remainder + b : remainder;
  return operation === '%' ? floored : (a - floored) / b;
}

function bigArithmetic(operation: '+' | '-' | '*' | '/' | '%', a: bigint, b: bigint): bigint {
  if (operation === '+') return a + b;
  if (operation === '-') return a - b;
  if (operation === '*') return multiply(a, b);
  const remainder = a % b;
  const floored = remainder !== 0n && remainder < 0n !== b < 0n ? remainder + b : remainder;
  return operation === '%' ? floored : (a - floored) / b;
}

/** An Integer no page can want, as a loop makes that multiplies a number by itself. */
export class IntegerError extends Error {
  constructor() {
    super(`number with more than ${MOST_DIGITS} hexadecimal digits`);
    this.name = 'IntegerError';
  }
}

const MOST_DIGITS = 1_000_000;

function multiply(a: bigint, b: bigint): bigint {
  if (a.toString(16).length + b.toString(16).length > MOST_DIGITS) throw new IntegerError();
  return a * b;
}

/** `String#to_i`: the digits a text starts with, `_` between them ignored; 0 without any. */
export function leadingInteger(text: string): Integer {
  const digits = /^[\t\n\v\f\r ]*([-+]?\d+(?:_\d+)*)/.exec(text)?.[1];
  return digits === undefined ? 0 : readDigits(digits.replaceAll('_', ''));
}

function readDigits(digits: string): Integer {
  return digits.length < 16 ? Number(digits) + 0 : integerOf(BigInt(digits.replace(/^\+/, '')));
}

const LITERAL = /^[\t\n\v\f\r ]*([-+]?)([\da-zA-Z_]+)[\t\n\v\f\r ]*$/;
/** Ruby's notations of a whole number, each with the prefix under which JavaScript reads its digits. */
const NOTATIONS: readonly (readonly [digits: RegExp, prefix: string])[] = [
  [/^(0|[1-9]\d*(?:_\d+)*)$/, ''],
  [/^0[xX]([\da-fA-F]+(?:_[\da-fA-F]+)*)$/, '0x'],
  [/^0[bB]([01]+(?:_[01]+)*)$/, '0b'],
  [/^0[oO_]?([0-7]+(?:_[0-7]+)*)$/, '0o'],
  [/^0[dD](\d+(?:_\d+)*)$/, ''],
];

/** `Integer(text)`: a whole literal in any of Ruby's notations (`0x1A`, `017`, `1_000`); `null` for anything else. */
export function wholeInteger(text: string): Integer | null {
  const [, sign, literal = ''] = LITERAL.exec(text) ?? [];
  for (const [notation, prefix] of NOTATIONS) {
    const digits = notation.exec(literal)?.[1];
    if (digits === undefined) continue;
    const size = BigInt(prefix + digits.replaceAll('_', ''));
    return integerOf(sign === '-' ? -size : size);
  }
  return null;
}

/** `Integer#size`: the 8 bytes of a machine word, or as many as a big number fills. */
export function integerSize(value: Integer): number {
  const magnitude = BigInt(value) < 0n ? -BigInt(value) : BigInt(value);
  return Math.max(8, Math.ceil(magnitude.toString(16).length / 2));
}
