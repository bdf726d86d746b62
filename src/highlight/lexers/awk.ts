import { include, type Lexer, quotedString, rule, wordSet } from '../lexer.js';
import type { LexerRun } from '../run.js';
import { Token } from '../tokens.js';
import { regexStates } from './regex-literal.js';

const keywords = wordSet(`
  break continue delete do else exit for getline if next nextfile print printf return while
`);
const variables = wordSet(`
  ARGC ARGV CONVFMT ENVIRON FILENAME FNR FS NF NR OFMT OFS ORS RS SUBSEP
`);
const functions = wordSet(`
  atan2 cos exp gsub index int length log match rand sin split sprintf sqrt srand sub substr system tolower toupper
`);

/** AWK. A slash starts a regular expression only where an expression may start. */
export const awk: Lexer = {
  detect: (source) => source.hasShebang('awk'),
  states: () => ({
    root: [
      include('space'),
      rule(/[-<>+*/%^!=]=?|in\b|\|/, Token.Operator, 'expression'),
      rule(/&&|~/, Token.Operator, 'expression'),
      rule(/[([,]/, Token.Punctuation, 'expression'),
      rule(/[;{}]/, Token.Punctuation, 'statement'),
      rule(/[)\].:]/, Token.Punctuation),
      rule(/\?/, Token.Punctuation, ['ternary', 'expression']),
      rule(/[$a-zA-Z_]\w*/, lexName),
      rule(/\d+\.\d+/, Token.NumberFloat),
      rule(/\d+/, Token.NumberInteger),
      quotedString('"', Token.StringDouble),
    ],
    space: [rule(/\s+/, Token.Text), rule(/#.*/, Token.CommentSingle)],
    ternary: [rule(/:/, Token.Punctuation, ['#pop', 'expression']), include('root')],
    statement: [rule(/[{}]/, Token.Punctuation), include('expression')],
    expression: [
      include('space'),
      rule(/\//, Token.StringRegex, ['#pop', 'regex']),
      rule(/(?:)/, Token.Text, '#pop'),
    ],
    ...regexStates(''),
  }),
};

function lexName(run: LexerRun, [name]: RegExpExecArray): void {
  run.token(classOf(name), name);
  if (keywords.has(name) || name === 'function') run.push('expression');
}

function classOf(name: string): Token {
  if (keywords.has(name)) return Token.Keyword;
  if (name === 'function') return Token.KeywordDeclaration;
  if (name === 'BEGIN' || name === 'END') return Token.KeywordReserved;
  if (variables.has(name)) return Token.KeywordConstant;
  if (functions.has(name)) return Token.NameBuiltin;
  return name.startsWith('$') ? Token.NameVariable : Token.NameOther;
}
