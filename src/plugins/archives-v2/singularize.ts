/**
 * English plurals, as names of lists are, taken back as the gem has it done by ActiveSupport; of the latter's many rules those that such
 * names need.
 */

const SAME_IN_BOTH: ReadonlySet<string> = new Set(['series', 'species', 'news', 'information', 'equipment']);

const WITHOUT_RULE: ReadonlyMap<string, string> = new Map([
  ['people', 'person'],
  ['men', 'man'],
  ['women', 'woman'],
  ['children', 'child'],
  ['movies', 'movie'],
  ['statuses', 'status'],
  ['indices', 'index'],
  ['media', 'medium'],
]);

/** `categories` as `category`. */
export function singularize(word: string): string {
  if (SAME_IN_BOTH.has(word)) return word;
  const known = WITHOUT_RULE.get(word);
  if (known !== undefined) return known;
  if (/(?:[^aeiouy]|qu)ies$/i.test(word)) return `${word.slice(0, -3)}y`;
  if (/(?:x|ch|ss|sh|o)es$/i.test(word)) return word.slice(0, -2);
  return /[^s]s$/i.test(word) && !/(?:status|bus|alias)$/i.test(word) ? word.slice(0, -1) : word;
}
