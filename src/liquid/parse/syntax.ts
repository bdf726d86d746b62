import { isSpace } from '../../ruby/string.js';

/**
 * The pieces Liquid 4.0.4 builds its forgiving expressions from (`liquid.rb`), as sources to compose. Ruby's `\s` is ASCII, and
 * `[^…]` and `.` with its `m` flag match line ends.
 */
export const SPACE = '[\\t\\n\\v\\f\\r ]';

const QUOTED_STRING = `"[^"]*"|'[^']*'`;

/** A string literal, or a run without white space, commas and bars in which quoted strings hold together. */
export const QUOTED_FRAGMENT = `(?:${QUOTED_STRING}|(?:[^\\t\\n\\v\\f\\r ,|'"]|${QUOTED_STRING})+)`;

/** `key: value`, anywhere in a tag's markup; tried at the start of a word only, since no other start matches more. */
export const TAG_ATTRIBUTES = `(?<!\\w)(\\w+)${SPACE}*:${SPACE}*(${QUOTED_FRAGMENT})`;

/** One character of the name that `assign` and `capture` write to. */
export const VARIABLE_SIGNATURE = '(?:\\(?[\\w\\-.\\[\\]]\\)?)';

/** The `key: value` pairs in a tag's markup, in order. */
export function tagAttributes(markup: string): [key: string, value: string][] {
  const pattern = new RegExp(TAG_ATTRIBUTES, 'g');
  return Array.from(markup.matchAll(pattern), (match) => [match[1]!, match[2]!]);
}

/** Whether there is nothing but white space (Ruby's `/\A\s*\z/`). */
export function isBlankText(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    if (!isSpace(text.charCodeAt(at))) return false;
  }
  return true;
}
