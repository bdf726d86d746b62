/**
 * What SafeYAML 1.0.5 makes of a plain scalar (`SafeYAML::Transform`): the rules are its own, neither Psych's nor those of
 * YAML 1.2. They are tried in its order: integer, float, nil, boolean, date and time; what none takes stays a string.
 */

import { type Integer, integerOf } from '../integer.js';
import { daysFromCivil, daysInMonth } from '../time/civil.js';
import { RubyDate } from '../time/date.js';
import { nanosecondsOf, RubyTime } from '../time/time.js';
import { toFloat, type Value } from '../value.js';

/** A scalar that SafeYAML takes for a number and Ruby then refuses, e.g. `1._5`. */
export class InvalidScalarError extends Error {}

/** The typed value of a scalar without quotes. */
export function typedScalar(text: string): Value {
  const first = text.charCodeAt(0);
  if (canStartNumber(first)) {
    const number = PLAIN_NUMBER.test(text) ? plainNumber(text) : (integer(text) ?? float(text));
    if (number !== undefined) return number;
  }
  const word = text.length <= 5 ? WORDS.get(text.toLowerCase()) : undefined;
  if (word !== undefined) return word;
  return isDigit(first) ? (date(text) ?? time(text) ?? text) : text;
}

/** What nearly all numbers look like, which so need none of the rules for others; integers of all such lengths are exact. */
const PLAIN_NUMBER = /^-?(?:[1-9][0-9]{0,14}|(?:0|[1-9][0-9]*)\.[0-9]+)$/;

function plainNumber(text: string): Value {
  return text.includes('.') ? toFloat(Number(text)) : Number(text);
}

const WORDS: ReadonlyMap<string, null | boolean> = new Map([
  ['', null],
  ['~', null],
  ['null', null],
  ['yes', true],
  ['on', true],
  ['true', true],
  ['no', false],
  ['off', false],
  ['false', false],
]);

/** Infinity and NaN, in one of three spellings each. */
const SPECIAL_FLOAT = /^(?:(-?)\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;

/** Digits, signs, the point, and the separators `_` and `,`, which SafeYAML removes wherever they stand. */
function canStartNumber(code: number): boolean {
  return isDigit(code) || code === 43 || code === 44 || code === 45 || code === 46 || code === 95;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** `SafeYAML::Transform::ToInteger`. The separators are gone for all its forms, not only for decimals. */
function integer(text: string): Value | undefined {
  const digits = text.replace(/[_,]/g, '');
  if (/^[-+]?(?:0|[1-9][0-9]*)$/.test(digits)) return readInteger(digits, 10);
  if (/^0[0-7]+$/.test(digits)) return readInteger(digits, 8);
  if (/^[-+]?0[xX][0-9a-fA-F]+$/.test(digits) && !/^[-+]0X/.test(digits)) return readInteger(digits, 16);
  if (/^0b[01]+$/.test(digits)) return readInteger(digits, 2);
  if (/^[-+]?[0-9]+(?::[0-5]?[0-9])+$/.test(digits)) return sexagesimal(digits);
  return undefined;
}

/** An integer of any size: a number up to 2^53, a `bigint` beyond. */
function readInteger(text: string, base: 2 | 8 | 10 | 16): Integer {
  const isNegative = text.startsWith('-');
  const digits = text.replace(/^[-+]?(?:0[xX]|0b)?/, '');
  const small = Number.parseInt(digits, base);
  if (Number.isSafeInteger(small)) return integerOf(isNegative ? -small : small);
  const prefix = { 2: '0b', 8: '0o', 10: '', 16: '0x' }[base];
  const large = BigInt(prefix + digits);
  return isNegative ? -large : large;
}

/** `SafeYAML::Transform::ToFloat`: a point is needed, and a sign in the exponent. */
function float(text: string): Value | undefined {
  if (/^[-+]?(?:[0-9][0-9_]*)?\.[0-9_]+(?:[eE][-+][0-9]+)?$/.test(text)) return toFloat(strictFloat(text));
  const special = SPECIAL_FLOAT.exec(text);
  if (special !== null)
    return special[1] === undefined ? Number.NaN : special[1] === '-' ? -Infinity : Infinity;
  if (/^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*$/.test(text)) return sexagesimal(text);
  return undefined;
}

/** Ruby's `Float(text)`: an underscore is allowed between two digits only. */
function strictFloat(text: string): number {
  if (/(?:^|[^0-9])_|_(?:[^0-9]|$)/.test(text)) {
    throw new InvalidScalarError(`invalid value for Float(): ${JSON.stringify(text)}`);
  }
  return Number(text.replaceAll('_', ''));
}

/** Base 60, `12:30` being 750.0. The last part counts as positive even in `-1:30`, which so is 30.0 (`Parse::Sexagesimal`). */
function sexagesimal(text: string): Value {
  const [whole = '', fraction] = text.split('.');
  let sum = 0;
  let multiplier = 1;
  for (const part of whole.split(':').reverse()) {
    sum += strictFloat(part) * multiplier;
    multiplier *= 60;
  }
  if (fraction) sum += strictFloat(`.${fraction}`);
  return toFloat(text.startsWith('-') ? -sum : sum);
}

function date(text: string): RubyDate | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return isDay(year, month, day) ? new RubyDate(year, month, day) : undefined;
}

const TIME =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[Tt]|[ \t\n\v\f\r]+)(\d{1,2}):(\d{2}):(\d{2})(?:\.(\d*))?[ \t\n\v\f\r]*(?:Z|([-+])(\d{1,2})(?::?(\d{2}))?)?$/;

/** A time keeps the offset it is written with; without one it is UTC (`Parse::Date`, `DateTime.parse`). */
function time(text: string): RubyTime | undefined {
  const match = TIME.exec(text);
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const [hour, minute, second] = [Number(match[4]), Number(match[5]), Number(match[6])];
  if (!isDay(year, month, day) || !isTimeOfDay(hour, minute, second)) return undefined;
  const offset = (match[8] === '-' ? -1 : 1) * (Number(match[9] ?? 0) * 3600 + Number(match[10] ?? 0) * 60);
  const clock = hour * 3600 + minute * 60 + Math.min(second, 59);
  const seconds = daysFromCivil(year, month, day) * 86_400 + clock - offset;
  return new RubyTime(seconds, nanosecondsOf(match[7]), offset, '');
}

function isDay(year: number, month: number, day: number): boolean {
  const length = daysInMonth(year, month);
  return length !== undefined && day >= 1 && day <= length;
}

/** Midnight may be written 24:00:00; a leap second counts as the one before. */
function isTimeOfDay(hour: number, minute: number, second: number): boolean {
  if (hour === 24) return minute === 0 && second === 0;
  return hour < 24 && minute < 60 && second <= 60;
}
