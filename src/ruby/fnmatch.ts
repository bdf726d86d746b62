/**
 * Ruby's `File.fnmatch?` without flags: `*` and `?` match any character, `/` included; a dot at the start of the path must be
 * written out; braces mean nothing. Compiled once per pattern to a matcher that looks at each character of the path a bounded
 * number of times per star.
 */
export function compileFnmatch(pattern: string): (path: string) => boolean {
  const parts = parsePattern(pattern);
  if (parts === null) return () => false;
  const needsDot = parts[0]?.kind !== 'literal';
  return (path) => !(needsDot && path.startsWith('.')) && matchParts(parts, path);
}

type Part =
  | { readonly kind: 'star' }
  | { readonly kind: 'any' }
  | { readonly kind: 'literal'; readonly character: string }
  | {
      readonly kind: 'set';
      readonly isNegated: boolean;
      readonly ranges: readonly (readonly [string, string])[];
    };

/** `null` for a pattern with a bracket that is never closed, which matches nothing. */
function parsePattern(pattern: string): Part[] | null {
  const characters = [...pattern];
  const parts: Part[] = [];
  for (let index = 0; index < characters.length; index++) {
    const character = characters[index]!;
    if (character === '*') {
      if (parts.at(-1)?.kind !== 'star') parts.push({ kind: 'star' });
    } else if (character === '?') parts.push({ kind: 'any' });
    else if (character === '\\') {
      // At the end it stands for nothing.
      const escaped = characters[++index];
      if (escaped !== undefined) parts.push({ kind: 'literal', character: escaped });
    } else if (character === '[') {
      const set = parseSet(characters, index + 1);
      if (set === null) return null;
      parts.push(set.part);
      index = set.end;
    } else parts.push({ kind: 'literal', character });
  }
  return parts;
}

/** A set's part, and where its closing bracket stands; `null` without one. A hyphen before the bracket means itself. */
function parseSet(characters: readonly string[], start: number): { part: Part; end: number } | null {
  const isNegated = characters[start] === '!' || characters[start] === '^';
  const ranges: [string, string][] = [];
  let index = isNegated ? start + 1 : start;
  const readOne = (): string | undefined => {
    if (characters[index] === '\\') index++;
    return characters[index++];
  };
  while (index < characters.length && characters[index] !== ']') {
    const first = readOne();
    const isRange = characters[index] === '-' && characters[index + 1] !== ']';
    if (isRange) index++;
    const last = isRange ? readOne() : first;
    if (first === undefined || last === undefined) return null;
    ranges.push([first, last]);
  }
  return index < characters.length ? { part: { kind: 'set', isNegated, ranges }, end: index } : null;
}

/** Goes back only to the last star: what an earlier one took was the least it could. */
function matchParts(parts: readonly Part[], path: string): boolean {
  const characters = [...path];
  let part = 0;
  let at = 0;
  let star = -1;
  let starAt = 0;
  while (at < characters.length) {
    const current = parts[part];
    if (current?.kind === 'star') {
      star = part++;
      starAt = at;
    } else if (current && matchesOne(current, characters[at]!)) {
      part++;
      at++;
    } else if (star >= 0) {
      part = star + 1;
      at = ++starAt;
    } else return false;
  }
  while (parts[part]?.kind === 'star') part++;
  return part === parts.length;
}

function matchesOne(part: Part, character: string): boolean {
  if (part.kind === 'literal') return part.character === character;
  if (part.kind !== 'set') return part.kind === 'any';
  return part.ranges.some(([low, high]) => low <= character && character <= high) !== part.isNegated;
}
