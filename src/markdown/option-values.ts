/**
 * Readers of option values: what a site's YAML or the text in `{::options}` says, as the type the option has.
 * Origin: kramdown 2.5.2, `Options.parse` and the validators beside each option.
 */
import { parse as parseYaml } from 'yaml';
import { RubyFloat, RubyRange } from '../ruby/value.js';

/** Turns a value of any type into an option's; `name` is for the message. */
export type OptionReader<T> = (value: unknown, name: string) => T;

/** A value kramdown refuses; the message is kramdown's. */
export class OptionError extends Error {
  override readonly name = 'OptionError';
}

/** Ruby's `to_s` for the scalars an option can be given as. */
function toText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof RubyFloat) return value.value.toFixed(1);
  return String(value);
}

/** A String option. */
export function readString(value: unknown, _name: string): string {
  return toText(value);
}

/** A Boolean option: every text but the empty one and `false` is true. */
export function readBoolean(value: unknown): boolean {
  if (typeof value === 'boolean') return value;
  const text = toText(value);
  return text !== '' && text.toLowerCase().trim() !== 'false';
}

/** An Integer option, in any notation Ruby's `Integer()` takes that a configuration could hold. */
export function readInteger(value: unknown, name: string): number {
  if (typeof value === 'number' && Number.isInteger(value)) return value;
  const text = toText(value);
  const digits = text.trim().replaceAll(/(?<=\d)_(?=\d)/g, '');
  if (/^[+-]?(?:[1-9]\d*|0)$/.test(digits)) return Number(digits);
  if (/^[+-]?0[xob]?[\da-f]+$/i.test(digits)) return readRadix(digits);
  throw new OptionError(`Invalid integer value for option '${name}': '${text}'`);
}

/** `0x1f`, `0b11`, `0o17` and Ruby's plain octal `017`. */
function readRadix(digits: string): number {
  const sign = digits.startsWith('-') ? -1 : 1;
  const unsigned = digits.replace(/^[+-]/, '');
  return sign * Number(unsigned.replace(/^0(?=\d)/, '0o'));
}

/** A Symbol option: a leading colon goes, an empty text or `nil` is none. */
export function readSymbol(value: unknown): string | null {
  const text = toText(value).trim().replace(/^:/, '');
  return text === '' || text === 'nil' ? null : text;
}

/** A list, also as comma separated text; `size` when the option needs exactly so many. */
export function readList(value: unknown, name: string, size?: number): unknown[] {
  const list = typeof value === 'string' ? splitCommas(value) : value;
  if (!Array.isArray(list)) throw new OptionError(`Invalid type ${rubyClass(list)} for option ${name}`);
  if (size !== undefined && list.length !== size) {
    throw new OptionError(`Option ${name} needs exactly ${size} values`);
  }
  return [...list];
}

/** Ruby's `split(",")`, which leaves out trailing empty fields. */
function splitCommas(text: string): string[] {
  const fields = text.split(',');
  while (fields.length > 0 && fields.at(-1) === '') fields.pop();
  return fields;
}

/** A list of names, e.g. `paragraph_end, :no_auto_typographic`. */
export function readSymbolList(value: unknown, name: string): (string | null)[] {
  return readList(value, name).map(readSymbol);
}

/** A mapping, also as YAML text; leading colons of keys go. */
export function readHash(value: unknown, name: string): Map<string, unknown> {
  return new Map(readEntries(value, name).map(([key, entry]) => [readSymbol(key) ?? '', asMap(entry)]));
}

function readEntries(value: unknown, name: string): [unknown, unknown][] {
  const hash = asMap(typeof value === 'string' ? readYaml(value, name) : value);
  if (hash instanceof Map) return [...hash];
  throw new OptionError(`Invalid type ${rubyClass(hash)} for option ${name}`);
}

/** A plain record as a `Map`, with the keys as they are; other values unchanged. */
function asMap(value: unknown): unknown {
  return isRecord(value) ? new Map(Object.entries(value)) : value;
}

function readYaml(text: string, name: string): unknown {
  try {
    return parseYaml(text, { mapAsMap: true, version: '1.1' });
  } catch (cause) {
    throw new OptionError(`Invalid YAML value for option ${name}`, { cause });
  }
}

/** Four quotes, each an entity name or a code point. */
export function readSmartQuotes(value: unknown, name: string): (string | number)[] {
  return readList(value, name, 4).map((quote) => {
    const text = toText(quote);
    return /^\s*\d+\s*$/.test(text) ? Number(text) : text;
  });
}

/** Replacement texts by symbol name. */
export function readTypographicSymbols(value: unknown, name: string): Map<string, string> {
  return new Map([...readHash(value, name)].map(([key, text]) => [key, toText(text)]));
}

/** Link targets by id: a list of URL and, if any, title. */
export function readLinkDefinitions(
  value: unknown,
  name: string,
): Map<string, readonly [string, string | null]> {
  return new Map(
    readEntries(value, name).map(([id, target]): [string, readonly [string, string | null]] => {
      if (!Array.isArray(target) || target.length > 2 || target.length === 0) {
        throw new OptionError(`Invalid structure for hash value of option ${name}`);
      }
      return [
        toText(id),
        [toText(target[0]), target[1] === undefined || target[1] === null ? null : toText(target[1])],
      ];
    }),
  );
}

/** Header levels: `1..3`, `1,3` or a list. */
export function readTocLevels(value: unknown, name: string): number[] {
  const levels = [...new Set(parseLevels(value, name))];
  if (levels.some((level) => level < 1 || level > 6)) {
    throw new OptionError(`Level numbers for option ${name} have to be integers from 1 to 6`);
  }
  return levels;
}

function parseLevels(value: unknown, name: string): number[] {
  if (value instanceof RubyRange) return range(value.first, value.last);
  if (Array.isArray(value)) return value.map((level) => Number.parseInt(toText(level), 10) || 0);
  if (typeof value !== 'string') throw new OptionError(`Invalid type ${rubyClass(value)} for option ${name}`);
  const bounds = /^(\d)\.\.(\d)$/m.exec(value);
  if (bounds) return range(Number(bounds[1]), Number(bounds[2]));
  if (/^\d(?:,\d)*$/m.test(value)) return value.split(',').map(Number);
  throw new OptionError(`Invalid syntax for option ${name}`);
}

function range(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

/** The class name Ruby would print for a value of the wrong type. */
function rubyClass(value: unknown): string {
  if (value === null || value === undefined) return 'NilClass';
  if (typeof value === 'boolean') return value ? 'TrueClass' : 'FalseClass';
  if (typeof value === 'number') return Number.isInteger(value) ? 'Integer' : 'Float';
  if (Array.isArray(value)) return 'Array';
  return typeof value === 'string' ? 'String' : 'Hash';
}

/** Marks where a template takes the output. */
export const templateBody = /<%=\s*@body\s*%>/;

/** A template as text; kramdown's are Ruby programs, of which only the body's place is known here. */
export function readTemplate(value: unknown, name: string): string {
  const template = toText(value);
  if (template === '') return '';
  const text = template.startsWith('string://') ? template.slice('string://'.length) : null;
  if (text === null || text.replace(templateBody, '').includes('<%')) {
    throw new OptionError(
      `Option ${name} is supported for text with the body only: string://...<%= @body %>...`,
    );
  }
  return text;
}
