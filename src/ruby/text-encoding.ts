/** Encodings as Ruby tells them apart where they show in a site's output. */
import { Drop, type Value } from './value.js';

/**
 * Whether a value's text (`to_s`; an array's items joined) is US-ASCII in Ruby's sense: what Ruby makes of numbers, times,
 * `nil`, `true` and `false`. Strings of a site are UTF-8 whatever they hold.
 */
export function hasAsciiText(value: Value): boolean {
  if (typeof value !== 'object' || value === null) return typeof value !== 'string';
  if (Array.isArray(value)) return value.length === 0 || hasAsciiText(value[0]!);
  if (value instanceof Map) return value.size === 0;
  return !(value instanceof Drop);
}

/** Whether all of a text's characters are ASCII. A loop, since most texts it is asked of are short. */
export function isAsciiText(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    if (text.charCodeAt(at) > 0x7f) return false;
  }
  return true;
}
