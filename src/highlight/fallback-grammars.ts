import type { ScopeTokens } from './fallback-scopes.js';
import { Token } from './tokens.js';

/** A grammar of highlight.js, and what its scopes are in Rouge's lexer where that isn't usual. */
export interface Grammar {
  /** highlight.js's name, which is its file's. */
  readonly name: string;
  readonly tokens: ScopeTokens;
}

function grammar(name: string, tokens: ScopeTokens = {}): Grammar {
  return { name, tokens };
}

/**
 * The grammar for each of Rouge's languages, by its name, that has no lexer of ours: the language's own, or that of a
 * close relative. The tokens were found by comparing with Rouge 4.7 on code; a language is left out when that gave
 * hardly more than plain text.
 */
// biome-ignore format: a table, one language a line
export const grammars: Readonly<Record<string, Grammar>> = {
  abap: grammar('sql', { comment: Token.CommentMultiline }),
  actionscript: grammar('actionscript', { word: Token.NameOther, keyword: Token.KeywordReserved, meta: Token.NameOther, 'title.function': Token.NameOther, 'title.class': Token.NameOther }),
  ada: grammar('ada', { type: Token.Name, 'string.single': Token.StringChar }),
  apex: grammar('java', { meta: Token.StringDouble, 'string.single': Token.StringDouble, keyword: Token.KeywordDeclaration, string: Token.StringDouble, variable: Token.Name, type: Token.Name }),
  applescript: grammar('applescript', { space: Token.Whitespace, word: Token.NameVariable, literal: Token.NameBuiltin }),
  armasm: grammar('armasm', { title: Token.Text, comment: Token.Comment, meta: Token.Keyword, symbol: Token.NameLabel, word: Token.NameVariable }),
  awk: grammar('awk', { word: Token.NameOther }),
  batchfile: grammar('dos', { word: Token.StringDouble, operator: Token.StringDouble, comment: Token.Comment, punctuation: Token.Operator }),
  bicep: grammar('typescript', { attr: Token.NameProperty, comment: Token.CommentMultiline, meta: Token.NameDecorator, built_in: Token.KeywordType }),
  biml: grammar('xml', { string: Token.String, comment: Token.Comment, 'comment.block': Token.Comment, operator: Token.NameTag, tag: Token.Text }),
  brainfuck: grammar('brainfuck', { literal: Token.NameFunction, space: Token.CommentSingle, operator: Token.NameBuiltin, string: Token.NameFunction, comment: Token.CommentMultiline, title: Token.CommentMultiline }),
  brightscript: grammar('vbscript', { space: Token.Whitespace, keyword: Token.KeywordReserved, built_in: Token.NameFunction }),
  bsl: grammar('1c', { word: Token.NameVariable, string: Token.String, keyword: Token.Keyword, title: Token.NameVariable, meta: Token.KeywordDeclaration, number: Token.NameVariable }),
  ceylon: grammar('ceylon', { string: Token.String, punctuation: Token.Operator, word: Token.NameDecorator, keyword: Token.NameDecorator }),
  cfscript: grammar('javascript', { word: Token.NameOther, property: Token.NameOther, attr: Token.NameOther }),
  clean: grammar('clean', { string: Token.Name, space: Token.Whitespace, operator: Token.Punctuation }),
  cmake: grammar('cmake', { word: Token.StringDouble, keyword: Token.NameBuiltin, comment: Token.CommentMultiline, space: Token.StringDouble }),
  conf: grammar('nginx', { comment: Token.Comment, attribute: Token.Name, punctuation: Token.Text, operator: Token.Text, 'number.float': Token.Number }),
  cypher: grammar('sql', { punctuation: Token.StringSymbol }),
  cython: grammar('python', { string: Token.String, built_in: Token.KeywordType }),
  dafny: grammar('csharp', { title: Token.KeywordReserved, keyword: Token.KeywordReserved, built_in: Token.KeywordType, string: Token.Error, 'string.single': Token.Text, punctuation: Token.Operator }),
  digdag: grammar('yaml', { string: Token.String, punctuation: Token.PunctuationIndicator }),
  dot: grammar('c', { word: Token.NameVariable }),
  eex: grammar('erb', { operator: Token.CommentPreproc, comment: Token.Comment }),
  eiffel: grammar('ada', { string: Token.Name, punctuation: Token.PunctuationIndicator }),
  epp: grammar('erb', { word: Token.NameVariable, comment: Token.Comment, operator: Token.CommentPreproc }),
  freefem: grammar('cpp', { 'string.single': Token.Name, string: Token.CommentPreproc, word: Token.KeywordType }),
  gdscript: grammar('python'),
  'ghc-cmm': grammar('c', { word: Token.NameLabel, meta: Token.Text, operator: Token.GenericHeading, comment: Token.CommentMultiline, string: Token.NameLabel, type: Token.KeywordConstant }),
  gherkin: grammar('gherkin', { word: Token.Text, comment: Token.Comment, string: Token.Text, keyword: Token.NameFunction, operator: Token.Punctuation, meta: Token.NameTag }),
  gjs: grammar('javascript', { word: Token.NameVariable, 'title.class': Token.NameOther }),
  gts: grammar('typescript', { word: Token.NameVariable, 'title.class': Token.NameOther, built_in: Token.KeywordReserved }),
  hack: grammar('php', { comment: Token.CommentSingle, title: Token.KeywordType, 'comment.block': Token.CommentPreproc, word: Token.Keyword }),
  haml: grammar('haml', { word: Token.NameDecorator, punctuation: Token.NameDecorator, comment: Token.Comment, 'selector-class': Token.NameClass, tag: Token.Text }),
  haxe: grammar('haxe', { word: Token.NameOther, string: Token.StringDouble, 'string.single': Token.Text, type: Token.NameBuiltin, built_in: Token.KeywordReserved }),
  hocon: grammar('json', { word: Token.CommentSingle, space: Token.Whitespace, 'number.float': Token.Literal, operator: Token.Punctuation, keyword: Token.KeywordConstant }),
  hql: grammar('sql', { type: Token.NameBuiltin }),
  http: grammar('http', { word: Token.NameLabel, operator: Token.NameLabel, number: Token.String }),
  hylang: grammar('hy', { space: Token.Whitespace, string: Token.String, name: Token.NameFunction }),
  idris: grammar('haskell', { comment: Token.CommentMultiline, keyword: Token.KeywordReserved, title: Token.Name }),
  igorpro: grammar('c', { comment: Token.Comment, string: Token.String }),
  io: grammar('javascript', { string: Token.String, 'title.function': Token.Name, comment: Token.CommentMultiline, keyword: Token.NameBuiltin, number: Token.NumberFloat }),
  isbl: grammar('isbl', { built_in: Token.NameFunction }),
  janet: grammar('clojure', { space: Token.Whitespace, symbol: Token.KeywordConstant, number: Token.NumberFloat, built_in: Token.KeywordReserved, title: Token.Name, name: Token.StringEscape }),
  jinja: grammar('django', { comment: Token.Comment, name: Token.Keyword, word: Token.Text, 'template-tag': Token.StringSingle, operator: Token.NameTag, 'template-variable': Token.NameVariable, 'comment.block': Token.Comment }),
  jsl: grammar('c', { word: Token.NameVariable, space: Token.Whitespace, comment: Token.CommentSingle, 'title.function': Token.Keyword }),
  'json-doc': grammar('json', { space: Token.Whitespace, attr: Token.NameLabel, word: Token.NameAttribute, keyword: Token.KeywordConstant }),
  'json5': grammar('json', { word: Token.NameLabel, space: Token.Whitespace, attr: Token.NameLabel, comment: Token.Comment, 'comment.block': Token.Comment, number: Token.NumberFloat, keyword: Token.KeywordConstant }),
  jsonnet: grammar('javascript', { string: Token.String, attr: Token.NameOther, 'title.class': Token.NameOther, word: Token.NameOther, property: Token.NameOther, 'variable.language': Token.Keyword, operator: Token.Punctuation }),
  jsp: grammar('xml', { string: Token.String, word: Token.Text, operator: Token.NameTag }),
  lasso: grammar('lasso', { word: Token.NameOther, type: Token.NameLabel, 'comment.block': Token.Comment, built_in: Token.KeywordDeclaration, comment: Token.CommentDoc, symbol: Token.NameVariableClass }),
  lean: grammar('haskell', { comment: Token.CommentDoc, punctuation: Token.Text, title: Token.Name, type: Token.Name }),
  livescript: grammar('livescript', { string: Token.Text, 'string.single': Token.String, word: Token.NameVariable }),
  llvm: grammar('llvm', { title: Token.NameVariableGlobal, string: Token.String, operator: Token.Punctuation }),
  'm68k': grammar('x86asm', { word: Token.Keyword, built_in: Token.KeywordReserved, symbol: Token.NameLabel, operator: Token.NameDecorator }),
  magik: grammar('ruby', { space: Token.Whitespace, variable: Token.NameLabel, 'number.float': Token.Number, number: Token.Number, string: Token.String }),
  meson: grammar('python', { 'string.single': Token.String, built_in: Token.Name }),
  minizinc: grammar('c', { space: Token.Whitespace, word: Token.NameOther, string: Token.String, number: Token.Number, built_in: Token.KeywordType }),
  mojo: grammar('python', { string: Token.String, 'string.single': Token.String, number: Token.NumberFloat, meta: Token.NameDecorator }),
  moonscript: grammar('moonscript', { space: Token.Whitespace, name: Token.StringSymbol, title: Token.NameClass }),
  mxml: grammar('xml', { string: Token.String, word: Token.NameOther, 'comment.block': Token.Comment }),
  nasm: grammar('x86asm', { keyword: Token.NameFunction, word: Token.NameVariable, symbol: Token.NameLabel }),
  nesasm: grammar('x86asm', { word: Token.NameFunction, meta: Token.KeywordReserved, symbol: Token.NameFunction, number: Token.NumberHex, string: Token.String }),
  nix: grammar('nix', { comment: Token.Comment, word: Token.NameVariable, 'string.single': Token.StringDouble, symbol: Token.StringOther, attr: Token.NameVariable }),
  objective_cpp: grammar('objectivec', { built_in: Token.Name, title: Token.NameClass, string: Token.String }),
  ocl: grammar('sql', { keyword: Token.NameFunction, 'number.float': Token.NumberInteger }),
  'p4': grammar('c', { word: Token.Text, comment: Token.CommentMultiline, 'title.function': Token.Text, string: Token.String }),
  pascal: grammar('delphi', { 'string.single': Token.String }),
  plsql: grammar('sql'),
  pony: grammar('pony', { string: Token.StringDoc, type: Token.NameClass, keyword: Token.KeywordReserved, comment: Token.CommentMultiline }),
  prolog: grammar('prolog', { symbol: Token.NameVariable, word: Token.StringSymbol, 'string.single': Token.StringSymbol, number: Token.Number }),
  puppet: grammar('puppet', { attr: Token.NameProperty, comment: Token.Comment, title: Token.NameClass, word: Token.NameClass, operator: Token.Punctuation }),
  q: grammar('q', { 'number.float': Token.LiteralDate, word: Token.CommentMultiline, number: Token.LiteralDate, string: Token.String }),
  rego: grammar('python', { built_in: Token.Name, keyword: Token.OperatorWord }),
  scheme: grammar('scheme', { name: Token.NameFunction, word: Token.NameVariable, string: Token.String }),
  svelte: grammar('xml', { string: Token.String, word: Token.NameOther, comment: Token.Comment }),
  twig: grammar('twig', { name: Token.Keyword, word: Token.Text, 'template-variable': Token.Text, 'comment.block': Token.Comment, keyword: Token.NameFunction, operator: Token.Text }),
  vb: grammar('vbnet', { string: Token.String }),
  verilog: grammar('verilog', { string: Token.String }),
  vhdl: grammar('vhdl', { built_in: Token.KeywordType }),
  yang: grammar('c', { space: Token.Whitespace, word: Token.KeywordDeclaration, built_in: Token.KeywordType, comment: Token.Comment, number: Token.NameLabel }),
};
