import { include, type Lexer, rule, wordSet } from '../lexer.js';
import { Token } from '../tokens.js';
import { syscall, syzName, syzStates, whereNameMeets } from './syz-common.js';

const keywords = wordSet(`
  ANY ANYBLOB ANYPTR ANYPTR64 ANYPTRS ANYRES16 ANYRES32 ANYRES64 ANYRESDEC ANYRESHEX ANYRESOCT ANYUNION AUTO async
  fail_nth false nil rerun true void
`);

const { Text, Punctuation } = Token;

/** Syzprog, syzkaller's programs of system calls. */
export const syzprog: Lexer = {
  states: () => ({
    ...syzStates,
    root: [
      include('space'),
      whereNameMeets('[ \\t-\\r]+=', rule(/(r[0-9]+)(\s+)(=)/, [Token.KeywordPseudo, Text, Punctuation])),
      syscall('properties', 'skip blanks', 'arguments', 'skip space'),
    ],
    arguments: [
      include('space'),
      include('term'),
      rule(/[@&=,<>{}[\]!#$%^*\-+/|~:;.?]/, Punctuation),
      rule(/\(/, Punctuation, '#push'),
      rule(/\)/, Punctuation, '#pop'),
    ],
    properties: [rule(/\(/, Punctuation, 'property list'), rule(/(?:)/, Text, '#pop')],
    'property list': [
      include('space'),
      include('term'),
      rule(/[,:]/, Punctuation),
      rule(/\)/, Punctuation, '#pop'),
    ],
    term: [
      include('number'),
      include('string'),
      rule(/'[^']*'/, Token.StringSingle),
      rule(/r[0-9]+/, Token.KeywordPseudo),
      rule(new RegExp(syzName), (run, [word]) =>
        run.token(keywords.has(word) ? Token.Keyword : Token.Name, word),
      ),
    ],
  }),
};
