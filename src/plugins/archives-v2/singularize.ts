/** English plurals as ActiveSupport 7's `String#singularize` takes them back: the last rule of its list that fits. */

const UNCOUNTABLE = /\b(?:equipment|information|rice|money|species|series|fish|sheep|jeans|police)$/i;

/** Words that follow no rule; each may be the end of a longer one. */
const IRREGULAR: readonly (readonly [plural: string, singular: string])[] = [
  ['people', 'person'],
  ['men', 'man'],
  ['children', 'child'],
  ['sexes', 'sex'],
  ['moves', 'move'],
  ['zombies', 'zombie'],
];

/** Endings, the rarest first: the first that fits counts. */
const ENDINGS: readonly (readonly [ending: RegExp, singular: string])[] = [
  [/(database|quiz(?=ze)|hive|tive|shoe)(?:ze)?s$/i, '$1'],
  [/(matr)ices$/i, '$1ix'],
  [/(vert|ind)ices$/i, '$1ex'],
  [/^(ox)en/i, '$1'],
  [/(alias|status|bus)(?:es)?$/i, '$1'],
  [/(octop|vir)(?:us|i)$/i, '$1us'],
  [/^(a)x[ie]s$/i, '$1xis'],
  [/(cris|test)(?:is|es)$/i, '$1is'],
  [/(o)es$/i, '$1'],
  [/^([ml])ice$/i, '$1ouse'],
  [/(x|ch|ss|sh)es$/i, '$1'],
  [/(m)ovies$/i, '$1ovie'],
  [/(s)eries$/i, '$1eries'],
  [/([^aeiouy]|qu)ies$/i, '$1y'],
  [/([lr])ves$/i, '$1f'],
  [/([^f])ves$/i, '$1fe'],
  [/((?:^|a|b)(?:naly|a)|diagno|parenthe|progno|synop|the)s[ie]s$/i, '$1sis'],
  [/([ti])a$/i, '$1um'],
  [/(n)ews$/i, '$1ews'],
  [/(ss)$/i, '$1'],
  [/s$/i, ''],
];

/** `categories` as `category`. */
export function singularize(word: string): string {
  if (UNCOUNTABLE.test(word)) return word;
  for (const [plural, singular] of IRREGULAR) {
    const end = new RegExp(`(${plural[0]})${plural.slice(1)}$|(${singular[0]})${singular.slice(1)}$`, 'i');
    const found = end.exec(word);
    if (found) return word.slice(0, found.index) + (found[1] ?? found[2]!) + singular.slice(1);
  }
  for (const [ending, singular] of ENDINGS) if (ending.test(word)) return word.replace(ending, singular);
  return word;
}
