/** Braces in Ruby's globs (`ruby_brace_expand` of Ruby's dir.c). */

/**
 * The patterns that a pattern with braces stands for, in order: `a{b,c}` stands for `ab` and `ac`. One that is never closed makes it stand
 * for nothing.
 *
 * @param limit how many alternatives are written out at most: a pattern of 100 characters can stand for millions
 * @returns `null` when there are more
 */
export function expandBraces(pattern: string, limit: number): string[] | null {
  const expanded: string[] = [];
  const open = [pattern];
  let alternatives = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const braces = firstBraces(next);
    if (braces === 'none') expanded.push(next);
    if (typeof braces === 'string') continue;
    const [before, behind] = [next.slice(0, braces.start), next.slice(braces.end + 1)];
    alternatives += braces.alternatives.length;
    if (alternatives > limit) return null;
    for (const alternative of braces.alternatives.toReversed()) open.push(before + alternative + behind);
  }
  return expanded;
}

interface Braces {
  /** Index of the opening brace. */
  readonly start: number;
  /** Index of the closing one. */
  readonly end: number;
  readonly alternatives: readonly string[];
}

/** The first braces with those inside them left alone. A backslash takes the meaning from what stands behind it. */
function firstBraces(pattern: string): Braces | 'none' | 'unclosed' {
  const alternatives: string[] = [];
  let depth = 0;
  let start = -1;
  let from = 0;
  for (let index = 0; index < pattern.length; index++) {
    const character = pattern[index];
    if (character === '\\') index++;
    else if (character === '{' && depth++ === 0) {
      start = index;
      from = index + 1;
    } else if (depth > 0 && (character === '}' || (character === ',' && depth === 1))) {
      if (character === '}' && --depth > 0) continue;
      alternatives.push(pattern.slice(from, index));
      from = index + 1;
      if (depth === 0) return { start, end: index, alternatives };
    }
  }
  return depth > 0 ? 'unclosed' : 'none';
}
