import { escapePattern, LINE_END, LINE_START, pattern } from './characters.js';
import type { CslLocale } from './locale.js';

/** Joins texts so that punctuation does not stand twice where they meet (citeproc-ruby 2.1, `Format` and `Formats::Html`). */
export interface Affixes {
  /** The text with what follows it. */
  append(text: string, suffix: string): string;
  /** The text with what goes before it. */
  prepend(prefix: string, text: string): string;
  /** All of a list with a delimiter between. */
  join(texts: readonly string[], delimiter?: string): string;
}

/** A tag at the end of a line: one that closes, or one that opens and is the whole line. */
const TAG = pattern('', `(?:${LINE_START}<\\p{Alphabetic}[^>]*>|</\\p{Alphabetic}[^>]*>)`, LINE_END);
const SQUEEZABLE = /^[ \t\n\v\f\r.,:;!?)([\]]$/;

/** Affixes for a locale: its quotes let a comma or full stop in, or not. */
export function affixesOf(locale: CslLocale): Affixes {
  const quotes = [locale.translate('close-inner-quote') ?? "'", locale.translate('close-quote') ?? '"'];
  const closingQuotes = pattern('', `(?:${quotes.map(escapePattern).join('|')})+`, LINE_END);
  const append = (text: string, suffix: string): string => {
    if (suffix === '') return text;
    if (text === '') return suffix;
    const [untagged, tag] = cut(text, TAG);
    const [bare, quote] = cut(untagged, closingQuotes);
    const rest = swallow(bare, squeezeStart(bare, decodeSmallReferences(suffix)));
    if (quote === null || !locale.hasPunctuationInQuote) return bare + (quote ?? '') + (tag ?? '') + rest;
    const moved = pattern('', LINE_START, '[.,]').exec(rest);
    const outside = moved === null ? rest : rest.slice(0, moved.index) + rest.slice(moved.index + 1);
    return bare + (moved?.[0] ?? '') + quote + (tag ?? '') + outside;
  };
  return {
    append,
    prepend: squeezeEnd,
    join(texts, delimiter = '') {
      return texts.length === 0 ? '' : texts.reduce((all, text) => append(append(all, delimiter), text));
    },
  };
}

/** The text before the first match, and the match; what is behind it, another line, is lost as in the original. */
function cut(text: string, expression: RegExp): readonly [before: string, match: string | null] {
  const found = expression.exec(text);
  return found === null ? [text, null] : [text.slice(0, found.index), found[0]];
}

/** A suffix without the beginning that the text ends with already. */
function squeezeStart(text: string, suffix: string): string {
  let count = 0;
  while (
    count < suffix.length &&
    SQUEEZABLE.test(suffix[count]!) &&
    text.endsWith(suffix.slice(0, count + 1))
  )
    count += 1;
  return suffix.slice(count);
}

/** A prefix without the end that the text begins with already, before the text. */
function squeezeEnd(prefix: string, text: string): string {
  let end = prefix.length;
  while (end > 0 && SQUEEZABLE.test(prefix[end - 1]!) && text.startsWith(prefix.slice(end - 1))) end -= 1;
  return prefix.slice(0, end) + text;
}

/** Signs that give way to the one before them, in the order they are looked for. */
const SWALLOWED: readonly (readonly [sign: string, behind: RegExp])[] = [
  ['.', /[;,!?:]$/],
  [',', /[;:]$/],
  [';', /[,:]$/],
];

function swallow(text: string, suffix: string): string {
  let rest = suffix;
  for (const [sign, behind] of SWALLOWED) {
    if (rest.startsWith(sign) && behind.test(text)) rest = rest.slice(1);
  }
  return rest;
}

/** References of one hexadecimal digit, which are all that the original decodes. */
function decodeSmallReferences(text: string): string {
  return text.replace(/&#x([\da-f]);/gi, (_, digit: string) =>
    String.fromCodePoint(Number.parseInt(digit, 16)),
  );
}
