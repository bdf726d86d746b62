/** A list of names cut into words (bibtex-ruby 6.2.0, `NameParser#scan`). */

/** How a word begins outside braces: with a capital, a small letter, or no letter at all. */
export type WordCase = 'upper' | 'lower' | 'other';

/** A word of a name, or a comma. */
export type NameToken = { readonly kind: WordCase; readonly text: string } | { readonly kind: 'comma' };

/** The words of one name. */
export interface NameWords {
  readonly tokens: NameToken[];
  /** Whether it has Chinese, Japanese or Korean writing, where the family's name comes first. */
  isFamilyFirst: boolean;
}

const SPACE = '[ \\t\\r\\n\\f\\v]';
const AND = new RegExp(`,?${SPACE}+and${SPACE}+`, 'iy');
const SPACES = new RegExp(`${SPACE}+`, 'y');
const COMMA = /,/y;
const LOWER = /\p{Lowercase}[\p{Lowercase}\p{Uppercase}]*/uy;
const UPPER = /\p{Uppercase}[\p{Lowercase}\p{Uppercase}.]*/uy;
const OTHER = /[^ \t\r\n\f\v,{}\\\p{Uppercase}\p{Lowercase}]+/uy;
const ESCAPE = /\\[^\n]/uy;
const FAMILY_FIRST = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** The words of each name; `null` where braces do not match, or a backslash ends a line. */
export function scanNames(text: string): readonly NameWords[] | null {
  return new NameScanner(text).scan();
}

class NameScanner {
  private readonly names: NameWords[] = [{ tokens: [], isFamilyFirst: false }];
  private position = 0;
  private word = '';
  private wordCase: WordCase = 'other';

  constructor(private readonly text: string) {}

  scan(): readonly NameWords[] | null {
    while (this.position < this.text.length) {
      if (!this.step()) return null;
    }
    this.endWord();
    return this.names;
  }

  private get name(): NameWords {
    return this.names.at(-1)!;
  }

  private take(pattern: RegExp): string | null {
    pattern.lastIndex = this.position;
    const found = pattern.exec(this.text)?.[0];
    if (found === undefined) return null;
    this.position += found.length;
    return found;
  }

  private step(): boolean {
    if (this.take(AND) !== null) {
      this.endWord();
      this.names.push({ tokens: [], isFamilyFirst: false });
      return true;
    }
    if (this.take(SPACES) !== null) {
      this.endWord();
      return true;
    }
    if (this.take(COMMA) !== null) {
      this.endWord();
      this.name.tokens.push({ kind: 'comma' });
      return true;
    }
    return this.addTo('lower', LOWER) || this.addTo('upper', UPPER) || this.addOther() || this.addBraces();
  }

  private addTo(wordCase: WordCase, pattern: RegExp): boolean {
    const found = this.take(pattern);
    if (found === null) return false;
    if (this.wordCase === 'other') this.wordCase = wordCase;
    this.word += found;
    return true;
  }

  private addOther(): boolean {
    const found = this.take(OTHER);
    if (found !== null && FAMILY_FIRST.test(found)) this.name.isFamilyFirst = true;
    const added = found ?? this.take(ESCAPE);
    if (added === null) return false;
    this.word += added;
    return true;
  }

  /** What stands in braces says nothing about the case. */
  private addBraces(): boolean {
    if (this.text[this.position] !== '{') return false;
    const start = this.position;
    let depth = 0;
    for (; this.position < this.text.length; this.position++) {
      const character = this.text[this.position];
      if (character === '{') depth += 1;
      if (character === '}') depth -= 1;
      if (depth === 0) break;
    }
    if (depth > 0) return false;
    this.position += 1;
    this.word += this.text.slice(start, this.position);
    return true;
  }

  private endWord(): void {
    if (this.word === '') return;
    this.name.tokens.push({ kind: this.wordCase, text: this.word });
    this.word = '';
    this.wordCase = 'other';
  }
}
