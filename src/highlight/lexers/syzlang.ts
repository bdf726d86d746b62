import { include, type Lexer, rule, wordSet } from '../lexer.js';
import { Token } from '../tokens.js';
import { syscall, syzName, syzStates, whereNameMeets } from './syz-common.js';

const keywords = wordSet(`
  align breaks_returns dec define disabled hex ignore_return in incdir include inet inout oct opt out packed parent
  prog_timeout pseudo resource size syscall timeout type varlen
`);
const types = wordSet(`
  array bitsize bool16 bool32 bool64 bool8 boolptr buffer bytesize bytesize2 bytesize4 bytesize8 const csum filename
  fileoff flags fmt int16 int16be int32 int32be int64 int64be int8 int8be intptr len offsetof optional proc ptr
  ptr64 string stringnoz text vma vma64 void
`);

const { Text, Keyword, Name, Punctuation } = Token;
const leave = rule(/(?:)/, Text, '#pop');
const oneName = [rule(new RegExp(syzName), Name), leave];

/** Syzlang, in which syzkaller describes system calls. States are entered for all parts of a statement at once, the last part first. */
export const syzlang: Lexer = {
  states: () => ({
    ...syzStates,
    root: [
      include('space'),
      rule(/include|incdir/, Keyword, ['included file', 'skip space']),
      rule(/define/, Keyword, ['definition', 'skip space', 'one name', 'skip space']),
      rule(/resource/, Keyword, [
        'resource values',
        'skip blanks',
        'resource type',
        'skip blanks',
        'one name',
        'skip space',
      ]),
      whereNameMeets(
        '[ \\t-\\r]+=',
        rule(
          new RegExp(`(${syzName})(\\s+)(=)`),
          (run, match) => run.groups(match, match[1] === '_' ? Keyword : Name, Text, Punctuation),
          ['flags', 'skip space'],
        ),
      ),
      syscall('attributes', 'skip blanks', 'one name', 'skip blanks', 'arguments', 'skip space'),
      whereNameMeets(
        '(?:\\$\\w+)?[ \\t-\\r]*[{[]',
        rule(
          new RegExp(`(${syzName}(?:\\$\\w+)?)(\\s+)?([{[])`),
          [Name, Text, Punctuation],
          ['skip blanks', 'struct attributes', 'skip blanks', 'fields', 'skip space'],
        ),
      ),
      rule(/type/, Keyword, ['type body', 'skip space', 'type parameters', 'one name', 'skip space']),
    ],
    'one name': oneName,

    'included file': [rule(/(<)([^>]+)(>)/, [Punctuation, Token.String, Punctuation]), leave],
    definition: [
      rule(new RegExp(syzName), Name),
      include('literals'),
      rule(/[~!%^&*\-+/|<>?:]/, Token.Operator),
      rule(/[(){}[\];,]/, Punctuation),
      rule(/[ \t]+/, Text),
      leave,
    ],
    'resource type': [rule(/\[/, Punctuation, 'type'), rule(/\]/, Punctuation, '#pop')],
    'resource values': [rule(/:/, Punctuation, ['values', 'skip space']), leave],
    flags: [rule(/\./, Punctuation), include('values')],
    values: [
      rule(/[ \t]+/, Text),
      rule(new RegExp(syzName), Name),
      include('literals'),
      rule(/,/, Punctuation, 'skip space'),
      leave,
    ],

    arguments: [
      include('space'),
      rule(/[.,]/, Punctuation),
      rule(new RegExp(syzName), Name, ['type', 'skip space']),
      rule(/\)/, Punctuation, '#pop'),
    ],
    attributes: [rule(/\(/, Punctuation, 'list'), leave],
    'struct attributes': [rule(/\[/, Punctuation, 'list'), leave],
    fields: [
      rule(new RegExp(syzName), Name, ['skip space', 'attributes', 'skip blanks', 'type', 'skip space']),
      rule(/[}\]]/, Punctuation, '#pop'),
    ],

    'type parameters': [rule(/\[/, Punctuation, 'parameter names'), leave],
    'parameter names': [
      include('space'),
      rule(new RegExp(syzName), Name),
      rule(/,/, Punctuation),
      rule(/\]/, Punctuation, '#pop'),
    ],
    'type body': [
      rule(/[{[]/, Punctuation, [
        '#pop',
        'skip space',
        'struct attributes',
        'skip blanks',
        'fields',
        'skip space',
      ]),
      rule(/(?:)/, Text, ['#pop', 'type']),
    ],
    type: [include('term'), rule(/\[/, Punctuation, 'list'), leave],
    list: [
      include('space'),
      include('term'),
      rule(/\[/, Punctuation, 'list'),
      rule(/,/, Punctuation),
      rule(/[\])]/, Punctuation, '#pop'),
    ],
    term: [
      include('literals'),
      rule(new RegExp(syzName), (run, [word]) => run.token(classOf(word), word)),
      rule(/:/, Punctuation),
      rule(/\$/, Name),
    ],
    literals: [include('number'), rule(/'[^']?'/, Token.StringChar), include('string')],
  }),
};

function classOf(word: string): Token {
  if (keywords.has(word)) return Keyword;
  return types.has(word) ? Token.KeywordType : Name;
}
