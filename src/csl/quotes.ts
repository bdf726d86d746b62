import { BOUNDARY, encodeXmlText, LINE_END, pattern } from './characters.js';
import type { CslLocale } from './locale.js';

const LAST_SIGN = pattern('', '([.,])', LINE_END);

/** A text in the locale's quotes (csl-ruby 2.2, `Locale#quote`): quotes within become inner ones; a last comma or full stop may go behind. */
export function quote(text: string, locale: CslLocale): string {
  const pair = quotesOf(locale, 'open-quote', 'close-quote');
  if (pair === null) return text;
  const [open, close] = pair;
  const inner = withInnerQuotes(text, pair, locale);
  if (locale.hasPunctuationInQuote) return open + inner + close;
  const last = LAST_SIGN.exec(inner);
  if (last === null) return open + inner + close;
  return open + inner.slice(0, last.index) + close + last[0];
}

type Quotes = readonly [open: string, close: string];

function quotesOf(locale: CslLocale, openName: string, closeName: string): Quotes | null {
  const open = locale.translate(openName);
  const close = locale.translate(closeName);
  if (open === null || close === null || open + close === '') return null;
  return [encodeXmlText(open), encodeXmlText(close)];
}

/** The quotes count as expressions, as there. */
function withInnerQuotes(text: string, [open, close]: Quotes, locale: CslLocale): string {
  const inner = quotesOf(locale, 'open-inner-quote', 'close-inner-quote');
  if (inner === null) return text;
  return text
    .replace(pattern('g', `${open}|"${BOUNDARY}`), () => inner[0])
    .replace(pattern('g', `${close}|${BOUNDARY}"`), () => inner[1]);
}
