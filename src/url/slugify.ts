import { downcase } from '../ruby/string.js';

/** What a slug keeps (Jekyll 4.4.1, `Utils.slugify`). Any other word, such as `none`, only lowers the letters. */
export type SlugMode = 'raw' | 'default' | 'pretty' | 'ascii' | 'latin';

/** Runs that become one hyphen. */
const REPLACED: Readonly<Record<SlugMode, RegExp>> = {
  raw: /[\t\n\v\f\r ]+/g,
  default: /[^\p{M}\p{L}\p{Nd}]+/gu,
  pretty: /[^\p{M}\p{L}\p{Nd}._~!$&'()+,;=@]+/gu,
  ascii: /[^A-Za-z0-9]+/g,
  latin: /[^\p{M}\p{L}\p{Nd}]+/gu,
};

/**
 * Makes a slug of a title or file name: `Bread & Butter v1.2` becomes `bread-butter-v1-2`. Jekyll warns of an empty one:
 * whoever calls does (in mode `latin` the warning shows what `transliterate` makes of the text).
 *
 * @param mode      `null` means `default`
 * @param keepsCase leaves capital letters as they are
 */
export function slugify(text: string, mode: string | null = null, keepsCase = false): string {
  const known = mode ?? 'default';
  if (!isSlugMode(known)) return keepsCase ? text : downcase(text);
  const plain = known === 'latin' ? transliterate(text) : text;
  const slug = plain.replace(REPLACED[known], '-').replace(/^-/, '').replace(/-$/, '');
  return keepsCase ? slug : downcase(slug);
}

/** Whether the word is a mode, and not one that only lowers the letters. */
export function isSlugMode(mode: string): mode is SlugMode {
  return Object.hasOwn(REPLACED, mode);
}

/** Letters of U+00C0–U+017E that are no letter with a mark, and what the I18n gem writes for them. */
const LETTERS: Readonly<Record<string, string>> = {
  ...{
    Æ: 'AE',
    Ð: 'D',
    '×': 'x',
    Ø: 'O',
    Þ: 'Th',
    ß: 'ss',
    æ: 'ae',
    ð: 'd',
    ø: 'o',
    þ: 'th',
    Đ: 'D',
    đ: 'd',
  },
  ...{ Ħ: 'H', ħ: 'h', ı: 'i', Ĳ: 'IJ', ĳ: 'ij', ĸ: 'k', Ŀ: 'L', ŀ: 'l', Ł: 'L', ł: 'l', ŉ: "'n", Ŋ: 'NG' },
  ...{ ŋ: 'ng', Œ: 'OE', œ: 'oe', Ŧ: 'T', ŧ: 't' },
};

/** `I18n.transliterate` (i18n 1.x, English): letters of Latin-1 and Latin Extended-A lose their marks, all else becomes `?`. */
export function transliterate(text: string): string {
  return text.replace(/[^\x00-\x7f]/gu, (letter) => {
    const known = LETTERS[letter];
    if (known !== undefined) return known;
    const base = letter >= '\u00c0' && letter <= '\u017e' ? letter.normalize('NFD')[0]! : '?';
    return base <= '\x7f' ? base : '?';
  });
}
