/**
 * BibTeX cut into tokens (bibtex-ruby 6.2.0, `Lexer`): text between objects, then an object from its `@` to the brace that closes it. An object
 * that cannot be read is one token `error`, and reading goes on behind it.
 */
import { strip } from '../../../ruby/string.js';
import {
  BRACE,
  ENTRY_TYPE,
  IN_OBJECT,
  KEY,
  LINE_BREAKS,
  LINE_OBJECT_START,
  LITERAL_END,
  OBJECT_HERE,
  OBJECT_START,
  OPEN,
  OPTIONAL_KEY,
  SPECIAL_OBJECTS,
} from './lexer-patterns.js';
import type { BibtexProblem, BibtexToken, BibtexTokenKind, LexerOptions } from './tokens.js';

type Mode = 'text' | 'object' | 'content' | 'literal';
type Finish = (text: string) => void;

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
