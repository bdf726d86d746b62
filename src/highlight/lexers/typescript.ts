import { type Lexer, moreWords, rule, type States } from '../lexer.js';
import { Token } from '../tokens.js';
import {
  identifier,
  type JavascriptStates,
  javascriptStates,
  javascriptWords,
  type Words,
} from './javascript.js';

export const typescriptWords: Words = {
  keywords: moreWords(
    javascriptWords.keywords,
    'implements is namespace private protected public readonly static',
  ),
  declarations: moreWords(javascriptWords.declarations, 'abstract type'),
  reserved: moreWords(
    javascriptWords.reserved,
    'any declare default interface keyof module namespace number string void',
  ),
  constants: javascriptWords.constants,
  builtins: moreWords(
    javascriptWords.builtins,
    `
      Capitalize ConstructorParameters Exclude Extract InstanceType Lowercase NonNullable Omit OmitThisParameter
      Parameters Partial Pick Readonly Record Required ReturnType ThisParameterType ThisType Uncapitalize Uppercase
    `,
  ),
};

/** TypeScript: JavaScript with more words, casts and optional properties. */
export const typescript: Lexer = {
  states: () => withTypes(javascriptStates(typescriptWords)),
};

/** Adds what TypeScript adds to the rules of JavaScript. */
export function withTypes(states: JavascriptStates): States {
  return {
    ...states,
    root: [
      rule(/\?\./, Token.Punctuation),
      rule(/\?\?/, Token.Operator),
      rule(/(?:as|satisfies)\s+/, Token.KeywordDeclaration),
      ...states.root,
    ],
    statement: [
      rule(
        new RegExp(`(${identifier})(\\??)(\\s*)(:)`),
        [Token.NameLabel, Token.Punctuation, Token.Text, Token.Punctuation],
        'expression',
      ),
      ...states.statement,
    ],
  };
}
