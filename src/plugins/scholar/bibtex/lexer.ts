/**
 * BibTeX cut into tokens (bibtex-ruby 6.2.0, `Lexer`): text between objects, then an object from its `@` to the brace that closes it. An object
 * that cannot be read is one token `error`, and reading goes on behind it.
 */
import { strip } from '../../../ruby/string.js';

/** What a token is; `text` is what stands between objects, `content` what stands in braces, `literal` what stands in quotes. */
export type BibtexTokenKind =
  | 'at'
  | 'close'
  | 'comma'
  | 'comment'
  | 'content'
  | 'equals'
  | 'error'
  | 'key'
  | 'literal'
  | 'name'
  | 'number'
  | 'open'
  | 'preamble'
  | 'sharp'
  | 'string'
  | 'text';

/** A piece of a file. */
export interface BibtexToken {
  readonly kind: BibtexTokenKind;
  readonly text: string;
  /** Where it begins, in UTF-16 units. */
  readonly offset: number;
}

/** Something that cannot be read: the object is passed over. */
export interface BibtexProblem {
  /** Without the object's place, e.g. `unbalanced braces`. */
  readonly reason: string;
  /** Where the object begins. */
  readonly offset: number;
}

/** How a file is read. */
export interface LexerOptions {
  /** Whether objects may begin anywhere; else only at the beginning of a line. */
  readonly isStrict: boolean;
  /** Whether line breaks in values become spaces. */
  readonly stripsLines: boolean;
  /** Whether an entry may have no key. */
  readonly allowsMissingKeys: boolean;
}

type Mode = 'text' | 'object' | 'content' | 'literal';
type Finish = (text: string) => void;

const NAME_CHARACTER = '\\p{Alphabetic}\\p{Nd}/:_!$?.%+&*\\-';
const SPACE = '[ \\t\\r\\n\\f\\v]';
const LINE_BREAKS = /\n[ \t\r\n\f\v]*/g;
const OBJECT_START = /@[\t ]*/g;
const LINE_OBJECT_START = /(?:(?<![^\n])|\n)[\t ]*@[\t ]*/g;
const OBJECT_HERE = /[\t ]*@[\t ]*/y;
const BRACE = /[{}]/g;
const LITERAL_END = /[{}"]/g;
const OPEN = new RegExp(`${SPACE}*\\{`, 'y');
const ENTRY_TYPE = /[a-z\d:_!.$%&*-]+/iy;
const KEY = new RegExp(`${SPACE}*[${NAME_CHARACTER} ;'"{}]+,`, 'uy');
const OPTIONAL_KEY = new RegExp(`${SPACE}*[${NAME_CHARACTER} ;'"]*,`, 'uy');

/** What may stand in an object, tried in this order. */
const IN_OBJECT: readonly (readonly [kind: BibtexTokenKind | 'quote' | 'space', pattern: RegExp])[] = [
  ['open', OPEN],
  ['close', new RegExp(`${SPACE}*\\}${SPACE}*`, 'y')],
  ['equals', new RegExp(`${SPACE}*=${SPACE}*`, 'y')],
  ['comma', new RegExp(`${SPACE}*,${SPACE}*`, 'y')],
  ['number', /\p{Nd}+/uy],
  ['name', new RegExp(`[${NAME_CHARACTER}]+`, 'uy')],
  ['quote', new RegExp(`${SPACE}*"`, 'y')],
  ['sharp', new RegExp(`${SPACE}*#${SPACE}*`, 'y')],
  ['at', /@/y],
  ['space', new RegExp(`${SPACE}+`, 'y')],
];

/** The words behind `@` that begin no entry. */
const SPECIAL_OBJECTS: readonly (readonly [kind: 'string' | 'preamble' | 'comment', pattern: RegExp])[] = [
  ['string', /string/iy],
  ['preamble', /preamble(?![\p{Alphabetic}\p{M}\p{Nd}\p{Pc}])/iuy],
  ['comment', /comment(?![\p{Alphabetic}\p{M}\p{Nd}\p{Pc}])/iuy],
];

/** Cuts one text. */
export class Lexer {
  readonly problems: BibtexProblem[] = [];
  private readonly tokens: BibtexToken[] = [];
  private position = 0;
  private mode: Mode = 'text';
  private depth = 0;
  private isInComment = false;

  constructor(
    private readonly text: string,
    private readonly options: LexerOptions,
  ) {}

  /** All tokens of the text. */
  analyse(): readonly BibtexToken[] {
    while (this.position < this.text.length) {
      if (this.mode === 'text') this.readBetween();
      else if (this.mode === 'object') this.readObject();
      else if (this.mode === 'content') this.readContent();
      else this.readLiteral();
    }
    return this.tokens;
  }

  private scan(pattern: RegExp): string | null {
    pattern.lastIndex = this.position;
    const found = pattern.exec(this.text)?.[0];
    if (found === undefined) return null;
    this.position += found.length;
    return found;
  }

  /** What stands up to the end of the first place that matches; `null` where there is none. */
  private scanUntil(pattern: RegExp): { readonly before: string; readonly found: string } | null {
    pattern.lastIndex = this.position;
    const match = pattern.exec(this.text);
    if (match === null) return null;
    const before = this.text.slice(this.position, match.index);
    this.position = match.index + match[0].length;
    return { before, found: match[0] };
  }

  private push(kind: BibtexTokenKind, text: string): void {
    const isValue = kind === 'content' || kind === 'literal';
    const kept =
      isValue && this.options.stripsLines && !this.isInComment ? text.replace(LINE_BREAKS, ' ') : text;
    const last = this.tokens.at(-1);
    if (isValue && last?.kind === kind) {
      this.tokens[this.tokens.length - 1] = { ...last, text: last.text + kept };
      return;
    }
    this.tokens.push({ kind, text: kept, offset: Math.max(0, this.position - text.length) });
  }

  private readBetween(): void {
    const found = this.scanStart();
    if (found === null) {
      this.push('text', this.text.slice(this.position));
      this.position = this.text.length;
      return;
    }
    this.push('text', `${found.before}${found.found.slice(0, -1)}`);
    this.enterObject();
  }

  private scanStart(): { readonly before: string; readonly found: string } | null {
    if (this.options.isStrict) return this.scanUntil(OBJECT_START);
    const here = this.scan(OBJECT_HERE);
    return here === null ? this.scanUntil(LINE_OBJECT_START) : { before: '', found: here };
  }

  private enterObject(): void {
    this.depth = 0;
    this.push('at', '@');
    this.mode = 'object';
    for (const [kind, pattern] of SPECIAL_OBJECTS) {
      const word = this.scan(pattern);
      if (word === null) continue;
      this.isInComment = kind === 'comment';
      this.push(kind, word);
      return;
    }
    const type = this.scan(ENTRY_TYPE);
    if (type === null) {
      this.fail('unexpected object');
      return;
    }
    this.push('name', type);
    if (this.scan(OPEN) === null) return;
    this.depth += 1;
    this.push('open', '{');
    const key = this.scan(this.options.allowsMissingKeys ? OPTIONAL_KEY : KEY);
    if (key !== null) this.push('key', strip(key.slice(0, -1)));
  }

  private leaveObject(): void {
    this.mode = 'text';
    this.isInComment = false;
    this.depth = 0;
  }

  private readObject(): void {
    for (const [kind, pattern] of IN_OBJECT) {
      const found = this.scan(pattern);
      if (found === null) continue;
      this.take(kind, found);
      return;
    }
    this.position += this.text.codePointAt(this.position)! > 0xffff ? 2 : 1;
    this.fail('unexpected token');
  }

  private take(kind: BibtexTokenKind | 'quote' | 'space', found: string): void {
    if (kind === 'space') return;
    if (kind === 'quote') this.mode = 'literal';
    else if (kind === 'at') this.enterObject();
    else this.push(kind, kind === 'number' || kind === 'name' ? found : found.trim());
    if (kind === 'open') {
      this.depth += 1;
      if (this.depth > 1 || this.isInComment) this.mode = 'content';
    } else if (kind === 'close') {
      this.depth -= 1;
      if (this.depth === 0) this.leaveObject();
      else if (this.depth < 0) this.fail('unbalanced braces');
    }
  }

  private readContent(): void {
    const match = this.scanUntil(BRACE);
    if (match === null) {
      this.toEnd('content', 'unterminated content');
      return;
    }
    const { before, found } = match;
    this.depth += found === '{' ? 1 : -1;
    if (found === '{' || this.depth > 1 || (this.depth === 1 && this.isInComment)) {
      this.push('content', before + found);
      return;
    }
    this.push('content', before);
    if (this.depth < 0) {
      this.fail('unbalanced braces');
      return;
    }
    this.push('close', '}');
    if (this.depth === 0) this.leaveObject();
    else this.mode = 'object';
  }

  private readLiteral(): void {
    const match = this.scanUntil(LITERAL_END);
    if (match === null) {
      this.toEnd('literal', 'unterminated string');
      return;
    }
    const { before, found } = match;
    if (found === '{') this.depth += 1;
    if (found === '}') this.depth -= 1;
    const push: Finish = (text) => this.push('literal', text);
    if (found === '}' && this.depth < 1) {
      push(before);
      this.fail('unbalanced braces');
    } else if (found === '"' && this.depth === 1) {
      push(before);
      this.mode = 'object';
    } else {
      push(before + found);
    }
  }

  private toEnd(kind: 'content' | 'literal', reason: string): void {
    this.push(kind, this.text.slice(this.position));
    this.position = this.text.length;
    this.fail(reason);
  }

  /** Gives the object in hand up, back to its `@` or to the text before. */
  private fail(reason: string): void {
    let offset = this.position;
    for (;;) {
      const token = this.tokens.pop();
      if (token === undefined) break;
      offset = token.offset;
      if (token.kind === 'at' || token.kind === 'text') break;
    }
    this.problems.push({ reason, offset });
    this.tokens.push({ kind: 'error', text: '', offset });
    this.leaveObject();
  }
}
