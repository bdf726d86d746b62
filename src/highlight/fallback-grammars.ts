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
  coq: grammar('coq', { word: Token.NameConstant, space: Token.Whitespace, comment: Token.Comment, 'comment.block': Token.Comment, built_in: Token.KeywordPseudo }),
  cuda: grammar('cpp', { built_in: Token.Name, string: Token.String }),
  d: grammar('d', { string: Token.String, operator: Token.Punctuation }),
  elm: grammar('elm', { 'comment.block': Token.Text, title: Token.Name }),
  fortran: grammar('fortran', { space: Token.Whitespace, built_in: Token.Keyword }),
  glsl: grammar('glsl', { built_in: Token.Name }),
  hlsl: grammar('glsl', { comment: Token.CommentSingle }),
  mathematica: grammar('mathematica', { space: Token.Whitespace, string: Token.String, number: Token.Number, 'comment.block': Token.Comment, comment: Token.Comment }),
  qml: grammar('qml', { attribute: Token.NameLabel, word: Token.NameOther, keyword: Token.KeywordDeclaration, string: Token.NameLabel, title: Token.KeywordType, built_in: Token.NameOther }),
  racket: grammar('scheme', { word: Token.NameVariable, name: Token.NameFunction, string: Token.String, built_in: Token.Keyword }),
  reasonml: grammar('reasonml', { built_in: Token.KeywordType, type: Token.NameClass }),
  rescript: grammar('reasonml', { type: Token.NameClass, built_in: Token.KeywordType }),
  sas: grammar('sas', { number: Token.StringHeredoc, built_in: Token.Keyword }),
  slice: grammar('cpp', { string: Token.String, title: Token.Name }),
  smalltalk: grammar('smalltalk', { comment: Token.Comment, 'string.single': Token.String, word: Token.NameFunction, keyword: Token.NameBuiltinPseudo, type: Token.NameClass }),
  sml: grammar('sml', { keyword: Token.KeywordReserved, 'string.single': Token.Text, operator: Token.Punctuation, string: Token.StringDouble, built_in: Token.Name, symbol: Token.NameDecorator, type: Token.NameClass }),
  sqf: grammar('sqf', { built_in: Token.NameFunction, string: Token.String, comment: Token.CommentMultiline, word: Token.NameVariableGlobal, keyword: Token.KeywordDeclaration, meta: Token.NameVariable }),
  ssh: grammar('properties', { attr: Token.Keyword, string: Token.Text }),
  stan: grammar('stan', { word: Token.NameVariable, title: Token.NameNamespace, keyword: Token.NameAttribute }),
  stata: grammar('stata', { space: Token.Whitespace, number: Token.Number, symbol: Token.StringDouble, built_in: Token.NameFunction }),
  supercollider: grammar('javascript', { string: Token.String, 'title.function': Token.Name, number: Token.NumberFloat, 'variable.language': Token.Keyword, attr: Token.NameLabel }),
  systemd: grammar('ini', { attr: Token.NameTag, word: Token.Text, comment: Token.Comment, section: Token.Keyword, operator: Token.Punctuation, number: Token.Text, punctuation: Token.Text }),
  tap: grammar('tap', { word: Token.Text, comment: Token.Comment, symbol: Token.GenericError, number: Token.Text, meta: Token.NameNamespace, punctuation: Token.Text }),
  tcl: grammar('tcl', { word: Token.StringDouble, string: Token.Text, keyword: Token.Text, comment: Token.Comment, 'number.float': Token.Text, number: Token.Text }),
  vala: grammar('vala', { comment: Token.CommentMultiline, string: Token.String, operator: Token.Punctuation }),
  vcl: grammar('c', { word: Token.CommentSingle, 'string.single': Token.NameVariable, meta: Token.CommentSingle }),
  wollok: grammar('java', { space: Token.Whitespace, word: Token.KeywordVariable, punctuation: Token.Text, keyword: Token.KeywordReserved, 'title.function': Token.Text, type: Token.KeywordReserved, string: Token.String, variable: Token.KeywordVariable, number: Token.Number }),
  xojo: grammar('vbnet', { word: Token.Text, space: Token.Whitespace }),
  xpath: grammar('xquery', { comment: Token.Comment, space: Token.Whitespace, word: Token.NameTag, string: Token.String, built_in: Token.NameFunction }),
  xquery: grammar('xquery', { comment: Token.Comment, space: Token.Whitespace, string: Token.String, word: Token.NameTag, built_in: Token.NameFunction }),
};
