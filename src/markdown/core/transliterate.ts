/**
 * Text in ASCII, as far as decomposition goes: accents are dropped. kramdown asks the gem stringex for its tables; letters that
 * do not decompose become `?` there and here when it knows none.
 */
export function transliterate(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}+/gu, '');
}
