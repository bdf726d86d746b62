import { include, type Lexer, lettersOfAnyCase, rule } from '../lexer.js';
import { Token } from '../tokens.js';

const name = `[${lettersOfAnyCase}][\\w-]*`;
const { Punctuation, NameFunction, NameDecorator, NameVariable } = Token;

/** Tulip. What a name stands for is told by the character before it. */
export const tulip: Lexer = {
  detect: (source) => source.hasShebang('tulip'),
  states: () => ({
    root: [
      include('space'),
      rule(new RegExp(`@${name}`), Token.Keyword),
      rule(new RegExp(`(\\\\${name})(\\{)`), [NameFunction, Token.String], 'braces'),
      rule(new RegExp(`(\\+${name})(\\{)`), [NameDecorator, Token.String], 'braces'),
      rule(new RegExp(`\\\\${name}`), NameFunction),
      rule(new RegExp(`\\+${name}`), NameDecorator),
      rule(/"\{/, Token.String, 'interpolated string'),
      rule(/"/, Token.String, 'string'),
      rule(/'\{/, Token.String, 'braces'),
      rule(new RegExp(`'${name}`), Token.String),
      rule(new RegExp(`\\.${name}`), Token.NameTag),
      rule(new RegExp(`\\$(?:${name})?`), NameVariable),
      rule(new RegExp(`-${name}:?`), Token.NameLabel),
      rule(new RegExp(`%${name}`), NameFunction),
      rule(new RegExp(`\`${name}`), Token.OperatorWord),
      rule(/[?~%._>,![\]:{}()=;/-]/, Punctuation),
      rule(/[0-9]+(?:\.[0-9]+)?/, Token.Number),
      rule(new RegExp(name), Token.Name),
      rule(/</, Token.CommentPreproc, 'angle brackets'),
    ],
    space: [rule(/\s+/, Token.Text), rule(/#.*/, Token.Comment)],

    string: [rule(/[^\\"]+/, Token.String), rule(/"/, Token.String, '#pop'), rule(/\\./, Token.StringEscape)],
    'interpolated string': [
      rule(/\$\(/, Token.StringInterpol, 'interpolation'),
      rule(/\{/, Token.String, '#push'),
      rule(/\}/, Token.String, '#pop'),
      rule(/[^{}$]+|\$/, Token.String),
    ],
    interpolation: [rule(/\)/, Token.StringInterpol, '#pop'), include('parentheses')],
    parentheses: [rule(/\(/, Punctuation, 'parentheses'), rule(/\)/, Punctuation, '#pop'), include('root')],
    braces: [
      rule(/\\./, Token.StringEscape),
      rule(/\{/, Token.String, '#push'),
      rule(/\}/, Token.String, '#pop'),
      rule(/[^{}\\]+/, Token.String),
    ],
    'angle brackets': [
      include('space'),
      rule(/>/, Token.CommentPreproc, '#pop'),
      rule(/[*:]/, Punctuation),
      rule(/[A-Z][\w-]*/, Token.KeywordType),
      rule(new RegExp(name), NameVariable),
    ],
  }),
};
