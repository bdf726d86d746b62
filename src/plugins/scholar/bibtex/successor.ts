/**
 * Ruby's `String#succ`, which makes the next key of one that is taken: the last letter or digit goes one further, and carries over to those
 * before it.
 *
 * @example successor('smith2001') // 'smith2002'
 */
export function successor(text: string): string {
  const characters = [...text];
  const last = characters.findLastIndex(isAlphanumeric);
  if (last < 0) return withoutAlphanumerics(characters);
  let at = last;
  for (;;) {
    const { character, carry } = next(characters[at]!);
    characters[at] = character;
    if (carry === null) return characters.join('');
    const before = leftNeighbour(characters, at);
    if (before === null) {
      characters.splice(at, 0, carry);
      return characters.join('');
    }
    at = before;
  }
}

function isAlphanumeric(character: string): boolean {
  return /^[a-z\d]$/i.test(character);
}

function next(character: string): { readonly character: string; readonly carry: string | null } {
  if (character === '9') return { character: '0', carry: '1' };
  if (character === 'z') return { character: 'a', carry: 'a' };
  if (character === 'Z') return { character: 'A', carry: 'A' };
  return { character: String.fromCharCode(character.charCodeAt(0) + 1), carry: null };
}

/** What is carried over goes past other characters only from digits to digits, or from letters to letters. */
function leftNeighbour(characters: readonly string[], at: number): number | null {
  const before = at - 1;
  if (before >= 0 && isAlphanumeric(characters[before]!)) return before;
  const further = characters.slice(0, Math.max(0, before)).findLastIndex(isAlphanumeric);
  if (further < 0) return null;
  return /\d/.test(characters[further]!) === /\d/.test(characters[at]!) ? further : null;
}

function withoutAlphanumerics(characters: string[]): string {
  const end = characters.pop();
  if (end === undefined) return '';
  return characters.join('') + String.fromCodePoint(end.codePointAt(0)! + 1);
}
