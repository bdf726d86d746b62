import { once } from '../ruby/once.js';

/** Words in a `class` attribute that mean something to kramdown. Their `\b` is Ruby's, to which letters of any script make words. */
const WORD = '[\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}]';

/** `language-x`, with the `x` as its group. Origin: kramdown 2.5.2, `Converter::Base#extract_code_language`. */
export const languageClass = once(() => new RegExp(`(?<!${WORD})language-([^ \\t-\\r]+)`, 'u'));

/** Whether a word stands in the classes, be it a part of one: `no_toc` in `x-no_toc`. */
export function hasClassWord(classes: unknown, word: 'no_toc' | 'show-whitespaces'): boolean {
  const text = String(classes ?? '');
  return text.includes(word) && tests[word]().test(text);
}

const tests = {
  no_toc: test('no_toc'),
  'show-whitespaces': test('show-whitespaces'),
};

function test(word: string): () => RegExp {
  return once(() => new RegExp(`(?<!${WORD})${word}(?!${WORD})`, 'u'));
}
