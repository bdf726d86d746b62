import { downcase } from '../../ruby/string.js';

/** Letters of Latin-1 that are not written as the letter without its mark. */
const SPELLINGS: Readonly<Record<string, string>> = {
  ä: 'ae',
  æ: 'ae',
  ð: 'dh',
  ö: 'oe',
  ø: 'o',
  ß: 'ss',
  þ: 'th',
  ü: 'ue',
};

/** A tag's file name: without the diacritics of Latin-1, in lower case, with dashes for white space, e.g. `schoene-gruesse`. */
export function tagSlug(tag: string): string {
  const plain = tag.replace(/[À-ÖØ-öø-ÿ]/g, (letter) => {
    const lower = letter.toLowerCase();
    return SPELLINGS[lower] ?? lower.normalize('NFD').charAt(0);
  });
  return downcase(plain).replace(/[\t\n\v\f\r ]/g, '-');
}
