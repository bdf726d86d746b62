import { include, type Lexer, rule, type StateEntry, type States, wordSet, words } from '../lexer.js';
import type { LexerRun } from '../run.js';
import { Token } from '../tokens.js';
import { rawString } from './raw-string.js';

const keywords = words(`
  Self abstract as async await become box break const continue crate do dyn else enum extern false final fn for if impl in
  let log loop macro match mod move mut override priv pub ref return self static struct super trait true try type typeof
  union unsafe unsized use virtual where while yield
`);
const builtins = wordSet(`
  Add Arc AsMut AsRef BitAnd BitOr BitXor Box Clone Copy DIR Default Div DoubleEndedIterator Drop Eq Err ExactSizeIterator
  Extend FILE Fn FnMut FnOnce From FromIterator Index Into IntoIterator Iterator Mul Neg None Ok Option Ord Owned PartialEq
  PartialOrd Pin Rc Result Send Shl Shr Sized Some String Sub Sync ToOwned ToString TryFrom TryInto Unpin Vec bool c_char
  c_double c_float c_int c_long c_longlong c_schar c_short c_uchar c_uint c_ulong c_ulonglong c_ushort c_void char clock_t
  dev_t dirent drop f32 f64 float fpos_t i128 i16 i32 i64 i8 ino_t int intptr_t isize mode_t off_t pid_t ptrdiff_t size_t
  ssize_t str time_t u128 u16 u32 u64 u8 uint uintptr_t usize
`);

const name = String.raw`[\p{XID_Start}_]\p{XID_Continue}*`;
const escaped = String.raw`\\(?:[nrt'"\\0]|x[\da-fA-F]{2}|u\{(?:[\da-fA-F]_*){1,6}\})`;

/** How many brackets a macro's arguments have open, by kind: closing one kind doesn't close another. */
type Memory = Record<'()' | '[]' | '{}', number>;

/** Rust. The arguments of a macro are lexed like other code, but nothing in them is an error. */
export const rust: Lexer<Memory> = {
  detect: (source) => source.hasShebang('rustc'),
  start: (run) => {
    run.push('line start');
    return { '()': 0, '[]': 0, '{}': 0 };
  },
  states: () => ({
    root: [
      rule(/\n/, Token.Text, 'line start'),
      include('space'),
      rule(/#!?\[/, Token.NameDecorator, 'attribute'),
      rule(new RegExp(`${keywords}\\b`), Token.Keyword),
      include('literals'),
      rule(/[=-]>|<->/, Token.Keyword),
      rule(/[()[\]{}|,:;]/, Token.Punctuation),
      rule(/[*/!@~&+%^<>=?-]|\.{2,3}/, Token.Operator),
      ...names,
    ],

    // Lines of an example that rustdoc runs but doesn't show.
    'line start': [
      include('space'),
      rule(/#\s[^\n]*/, Token.CommentSpecial),
      rule(/(?:)/, Token.Text, '#pop'),
    ],
    attribute: [
      include('space'),
      include('literals'),
      rule(/[(,)=:]/, Token.NameDecorator),
      rule(/\]/, Token.NameDecorator, '#pop'),
      rule(new RegExp(name), Token.NameDecorator),
    ],

    macro: [
      include('literals'),
      rule(/[[{(]/, openBracket),
      rule(/[\]})]/, closeBracket),
      rule(new RegExp(`${name}!`), Token.NameDecorator),
      include('root'),
      rule(/./, Token.Text),
    ],
    'macro rules': [rule(new RegExp(`\\$(?:${name}(?::${name})?)?`), Token.NameVariable), include('macro')],

    string: [
      rule(/"/, Token.String, '#pop'),
      rule(new RegExp(escaped), Token.StringEscape),
      rule(/[^"\\]+/, Token.String),
    ],
    literals: literals(),
    ...comments,
  }),
};

const names: StateEntry<Memory>[] = [
  rule(new RegExp(`(?:\\.\\s*)?${name}(?=\\s*\\()`), Token.NameFunction),
  rule(/\.\s*await\b/, Token.Keyword),
  rule(new RegExp(`\\.\\s*${name}`), Token.NameProperty),
  rule(/\.\s*\d+/, Token.NameAttribute),
  rule(new RegExp(`(${name})(::)`), [Token.NameNamespace, Token.Punctuation]),
  rule(/macro_rules!/, Token.NameDecorator, 'macro rules'),
  rule(new RegExp(`${name}!`), Token.NameDecorator, 'macro'),
  rule(/'static\b/, Token.Keyword),
  rule(new RegExp(`'${name}`), Token.NameVariable),
  rule(new RegExp(name), (run, [word]) =>
    run.token(builtins.has(word) ? Token.NameBuiltin : Token.Name, word),
  ),
];

/** Four slashes or three stars make no documentation; what stands in a block comment is of the kind its start says. */
const comments: States = {
  space: [
    rule(/\s+/, Token.Text),
    rule(/\/\/\/\/+[^\n]*/, Token.CommentSingle),
    rule(/\/\/[/!][^\n]*/, Token.CommentDoc),
    rule(/\/\/[^\n]*/, Token.CommentSingle),
    rule(/\/\*\*\*?\//, Token.CommentMultiline),
    rule(/\/\*\*\*+/, Token.CommentMultiline, 'comment'),
    rule(/\/\*[*!]/, Token.CommentDoc, 'documentation'),
    rule(/\/\*/, Token.CommentMultiline, 'comment'),
  ],
  comment: nested(Token.CommentMultiline),
  documentation: nested(Token.CommentDoc),
};

function nested(token: Token): StateEntry[] {
  return [rule(/\*\//, token, '#pop'), rule(/\/\*/, token, '#push'), rule(/[^*/]+|[*/]/, token)];
}

function literals(): StateEntry[] {
  const fraction = String.raw`\.\d[\d_]*`;
  const exponent = String.raw`[eE][-+]?[\d_]+`;
  const type = 'f32|f64';
  const endings = [
    `${fraction}(?:${exponent})?(?:${type})?`,
    `(?:${fraction})?${exponent}(?:${type})?`,
    `(?:${fraction})?(?:${exponent})?(?:${type})`,
    String.raw`\.(?![._\p{XID_Start}])`,
  ];
  const size = '(?:8|16|32|64|128|size)';
  return [
    rule(/(?:true|false)\b/, Token.KeywordConstant),
    rule(new RegExp(`b?'(?:${escaped}|[^\\\\])'`), Token.StringChar),
    rule(/b?"/, Token.String, 'string'),
    rawString('b?r'),
    rule(new RegExp(`\\d[\\d_]*(?:${endings.join('|')})`), Token.NumberFloat),
    rule(
      new RegExp(`(?:0b[10_]+|0x[\\da-fA-F_]+|0o[0-7_]+|\\d[\\d_]*)(?:u${size}?|i${size})?`),
      Token.NumberInteger,
    ),
  ];
}

const pairs: Readonly<Record<string, keyof Memory>> = {
  '(': '()',
  ')': '()',
  '[': '[]',
  ']': '[]',
  '{': '{}',
  '}': '{}',
};

function openBracket(run: LexerRun<Memory>, [bracket]: RegExpExecArray): void {
  run.memory[pairs[bracket]!]++;
  run.token(Token.Punctuation, bracket);
}

function closeBracket(run: LexerRun<Memory>, [bracket]: RegExpExecArray): void {
  run.memory[pairs[bracket]!]--;
  if (Object.values(run.memory).every((open) => open === 0)) run.pop();
  run.token(Token.Punctuation, bracket);
}
