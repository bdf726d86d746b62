import { Token } from './tokens.js';

/** A scope that highlight.js opened, in the one around it. */
export interface Scope {
  readonly name: string;
  readonly parent: Scope | null;
}

/** Tokens by scope: `title` also stands for `title.function` unless that has its own entry. `null`: code like any around it. */
export type ScopeTokens = Readonly<Record<string, Token | null>>;

/**
 * Which token Rouge's lexers mostly yield where highlight.js opens a scope. The names before `.` are highlight.js's
 * (11, "Scopes Reference"); `.single`, `.block` and the like are told from the text; `word`, `operator`,
 * `punctuation` and `space` are what code outside of scopes is made of.
 */
const usualTokens: ScopeTokens = {
  space: Token.Text,
  word: Token.Name,
  operator: Token.Operator,
  punctuation: Token.Punctuation,

  keyword: Token.Keyword,
  built_in: Token.NameBuiltin,
  type: Token.KeywordType,
  literal: Token.KeywordConstant,
  symbol: Token.StringSymbol,
  title: Token.NameFunction,
  'title.class': Token.NameClass,
  'title.function.invoke': Token.NameFunction,
  variable: Token.NameVariable,
  'variable.language': Token.NameBuiltinPseudo,
  'variable.constant': Token.NameConstant,
  property: Token.Name,
  attr: Token.NameAttribute,
  attribute: Token.NameAttribute,

  number: Token.NumberInteger,
  'number.float': Token.NumberFloat,
  'number.hex': Token.NumberHex,
  string: Token.StringDouble,
  'string.single': Token.StringSingle,
  regexp: Token.StringRegex,
  'char.escape': Token.StringEscape,
  subst: null,

  comment: Token.CommentSingle,
  'comment.block': Token.CommentMultiline,
  meta: Token.CommentPreproc,

  params: null,
  function: null,
  class: null,

  tag: Token.NameTag,
  name: Token.NameTag,
  'template-tag': Token.CommentPreproc,
  'template-variable': Token.CommentPreproc,
  section: Token.GenericHeading,
  bullet: Token.Punctuation,
  code: Token.StringBacktick,
  emphasis: Token.GenericEmph,
  strong: Token.GenericStrong,
  link: Token.StringOther,
  quote: Token.CommentSingle,
  addition: Token.GenericInserted,
  deletion: Token.GenericDeleted,
};

/** Scopes whose insides Rouge doesn't tell apart. */
const opaque: ReadonlySet<string> = new Set(['comment', 'meta', 'regexp']);

const blockComment = /^(?:\/[*+]|\(\*|\{|#\||<!--|--\[\[|"""|%\{)/;
const codeParts = /\s+|[\p{L}_][\p{L}\p{N}_]*|\d[\d.]*|[()[\]{}.,;:]+|[^\s\p{L}\p{N}_()[\]{}.,;:]+/gu;

/** Reads tokens out of scopes. */
export class ScopeReader {
  private readonly tokens: ScopeTokens;
  private readonly known = new WeakMap<Scope, Token | null>();

  /** @param own a language's own tokens for scopes, before the usual ones */
  constructor(own: ScopeTokens) {
    this.tokens = { ...usualTokens, ...own };
  }

  /** Yields the tokens of a piece of code in a scope. */
  read(scope: Scope | null, text: string, emit: (token: Token, text: string) => void): void {
    const token = this.tokenOf(scope, text);
    if (token !== null) emit(token, text);
    else for (const [part] of text.matchAll(codeParts)) emit(this.tokenOfPart(part), part);
  }

  /** The first text in a scope decides for all of it. */
  private tokenOf(scope: Scope | null, text: string): Token | null {
    if (scope === null) return null;
    let token = this.known.get(scope);
    if (token === undefined) {
      token = this.find(scope, text);
      this.known.set(scope, token);
    }
    return token;
  }

  private find({ name, parent }: Scope, text: string): Token | null {
    if (parent !== null && opaque.has(parent.name)) return this.tokenOf(parent, text);
    for (let key = detailed(name, text); key !== ''; key = key.slice(0, Math.max(0, key.lastIndexOf('.')))) {
      const token = this.tokens[key];
      if (token !== undefined) return token;
    }
    return this.tokenOf(parent, text);
  }

  private tokenOfPart(part: string): Token {
    return this.tokens[partKind(part)] ?? Token.Text;
  }
}

function partKind(part: string): string {
  if (/^\s/.test(part)) return 'space';
  if (/^[\p{L}_]/u.test(part)) return 'word';
  if (/^\d/.test(part)) return 'number';
  return /^[()[\]{}.,;:]/.test(part) ? 'punctuation' : 'operator';
}

/** A scope's name with what its text tells. */
function detailed(name: string, text: string): string {
  if (name === 'comment' && blockComment.test(text)) return 'comment.block';
  if (name === 'string' && text.startsWith("'")) return 'string.single';
  if (name === 'number' && /^[+-]?0[xX]/.test(text)) return 'number.hex';
  if (name === 'number' && /^[+-]?[\d_]*(?:\.\d|\d[eE])/.test(text)) return 'number.float';
  return name;
}
