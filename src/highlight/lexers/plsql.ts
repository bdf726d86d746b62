import { escapePattern } from '../../ruby/escape-pattern.js';
import { include, type Lexer, rule, type StateEntry, wordSet } from '../lexer.js';
import type { LexerRun } from '../run.js';
import { Token } from '../tokens.js';
import { plsqlFunctions, plsqlKeywords, plsqlReserved, plsqlTypes } from './plsql-words.js';

const { KeywordReserved: Reserved, OperatorWord, Text } = Token;

/** PL/SQL. What stands in double quotes is a name; a name after a dot is no keyword. */
export const plsql: Lexer = {
  states: () => {
    const functions = wordSet(plsqlFunctions);
    const classes: readonly (readonly [Token, ReadonlySet<string>])[] = [
      [Token.KeywordType, wordSet(plsqlTypes)],
      [Token.NameFunction, functions],
      [Reserved, wordSet(plsqlReserved)],
      [Token.Keyword, wordSet(plsqlKeywords)],
    ];
    const classOf = (name: string): Token =>
      classes.find(([, words]) => words.has(name.toUpperCase()))?.[0] ?? Token.Name;
    return {
      root: [
        rule(/\s+/, Text),
        rule(/--.*/, Token.CommentSingle),
        rule(/\/\*/, Token.CommentMultiline, 'comment'),
        rule(/q'(.)/i, startQuote),
        rule(/'/, Token.Operator, 'string'),
        rule(/"/, Token.Operator, 'double quoted'),
        rule(/(\$(?:IF|THEN|ELSE|ELSIF|ERROR|END|\$\$?[a-z]\w*))(\s+)/i, [Token.CommentPreproc, Text]),
        rule(/[+-]?(?:\.\d+(?:[eE][+-]?\d+)?|\d+\.(?:\d+(?:[eE][+-]?\d+)?)?)[fFdD]?/, Token.NumberFloat),
        rule(/[+-]?\d+/, Token.NumberInteger),
        rule(/%(?:TYPE|ROWTYPE|FOUND|ISOPEN|NOTFOUND|ROWCOUNT)\b/i, Token.NameAttribute),
        rule(/=>|\|\||\.\.|[:!~^<>]=|[-+%/*=<>@&!^[\]]/, Token.Operator),
        rule(/(NOT|AND|OR|LIKE|BETWEEN|IN)(\s)/i, [OperatorWord, Text]),
        rule(/(IS)(\s+)(?:(NOT)(\s+))?(NULL\b)/i, [OperatorWord, Text, OperatorWord, Text, OperatorWord]),
        rule(/\.(?=\w)/, Token.Punctuation, 'name after dot'),
        rule(/[;:(),.]/, Token.Punctuation),
        include('statements'),
        rule(/([a-zA-Z][\w$]*)(\.(?=\w))?/, (run, match) => {
          run.groups(match, classOf(match[1]!), Token.Punctuation);
          if (match[2] !== undefined) run.push('name after dot');
        }),
      ],
      // Here REPLACE, UPDATE, INSERT and SET are no functions.
      statements: [
        rule(
          /(create)(\s+)(?:(or)(\s+)(replace)(\s+))?(package|function|procedure|type)(?:(\s+)(body))?(\s+)([a-z][\w$]*)/i,
          [Reserved, Text, Reserved, Text, Reserved, Text, Reserved, Text, Reserved, Text, Token.Name],
        ),
        rule(/(when)(\s+)(?:(not)(\s+))?(matched)(\s+)(then)(\s+)(update|insert)\b(?:(\s+)(set)(\s+))?/i, [
          Reserved,
          Text,
          Reserved,
          Text,
          Reserved,
          Text,
          Reserved,
          Text,
          Reserved,
          Text,
          Reserved,
          Text,
        ]),
      ],
      'name after dot': [
        rule(/([a-zA-Z][\w$]*)(\.(?=\w))/, [Token.Name, Token.Punctuation]),
        rule(
          /[a-zA-Z][\w$]*/,
          (run, [name]) =>
            run.token(functions.has(name.toUpperCase()) ? Token.NameFunction : Token.Name, name),
          '#pop',
        ),
      ],

      comment: [
        rule(/(?:\*[^/]|[^*])+/, Token.CommentMultiline),
        rule(/\*\//, Token.CommentMultiline, '#pop'),
      ],
      string: quoted("'", Token.StringSingle),
      'double quoted': quoted('"', Token.NameVariable),
    };
  },
};

/** The inside of quotes, which are doubled to stand for themselves. */
function quoted(quote: string, token: Token): StateEntry[] {
  return [
    rule(/\\./, Token.StringEscape),
    rule(new RegExp(quote + quote), Token.StringEscape),
    rule(new RegExp(quote), Token.Operator, '#pop'),
    rule(new RegExp(`[^\\\\${quote}]+`), token),
  ];
}

const closing: Readonly<Record<string, string>> = { '{': '}', '[': ']', '(': ')', '<': '>' };

/** `q'[…]'`: the character after the quote tells the one that ends the string, before another quote. */
function startQuote(run: LexerRun, [opening, delimiter]: RegExpExecArray): void {
  run.token(Token.Operator, opening);
  const end = escapePattern(closing[delimiter!] ?? delimiter!);
  run.pushMade(`q ${end}`, () => [
    rule(new RegExp(`(?:${end}[^']|[^${end}]'|[^${end}'])+`), Token.StringOther),
    rule(new RegExp(`${end}'`), Token.Operator, '#pop'),
  ]);
}
