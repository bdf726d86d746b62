import { include, type Lexer, needs, rule, type StateEntry, type States, when, wordSet } from '../lexer.js';
import type { LexerRun } from '../run.js';
import { Token } from '../tokens.js';
import { blockComment } from './block-comment.js';

const keywords = wordSet(`
  __gshared __parameters __traits __vector abstract alias align asm assert auto body break case cast catch class
  const continue debug default delegate delete deprecated do else enum export extern final finally for foreach
  foreach_reverse function goto if immutable import in inout interface invariant is lazy mixin module new nothrow
  out override package pragma private protected public pure ref return scope shared static struct super switch
  synchronized template this throw try typedef typeid typeof union unittest version volatile while with
`);
const types = wordSet(`
  bool byte cdouble cent cfloat char creal dchar double float idouble ifloat int ireal long real short ubyte ucent
  uint ulong ushort void wchar
`);
const constants = wordSet('false null true');
const specialTokens = wordSet(`
  __DATE__ __EOF__ __FILE_FULL_PATH__ __FILE__ __FUNCTION__ __LINE__ __MODULE__ __PRETTY_FUNCTION__ __TIMESTAMP__
  __TIME__ __VENDOR__ __VERSION__
`);
const aliases = wordSet('dstring ptrdiff_t size_t string wstring');

const escaped = String.raw`\\(?:['"?\\abfnrtv]|x[\da-fA-F]{2}|[0-7]{1,3}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|&\w+;)`;
/** D. */
export const d: Lexer = {
  states: () => ({
    root: [
      rule(/\s+/, Token.Text),
      rule(/\/\/.*/, Token.CommentSingle),
      blockComment,
      rule(/\/\+/, Token.CommentMultiline, 'nested comment'),
      ...numbers,
      ...strings,
      rule(/@(?:[a-zA-Z_]\w*)?/, Token.NameDecorator),
      rule(/\.{2,3}|[/.&|\-+<>!()[\]{}?,;:$=*%^~]/, Token.Punctuation),
      rule(/[a-zA-Z_]\w*\b/, (run, [word]) => run.token(classOf(word), word)),
      // A foreign letter follows, so that it is no word of the language.
      rule(/[a-zA-Z_]\w*/, Token.Name),
      needs('\n', rule(/#line\s.*\n/, Token.CommentSpecial)),
    ],
    'nested comment': [
      rule(/[^+/]+/, Token.CommentMultiline),
      rule(/\/\+/, Token.CommentMultiline, '#push'),
      rule(/\+\//, Token.CommentMultiline, '#pop'),
      rule(/[+/]/, Token.CommentMultiline),
    ],

    'token string': [
      rule(/\{/, Token.Punctuation, 'braces'),
      rule(/\}/, Token.String, '#pop'),
      include('root'),
    ],
    braces: [rule(/\{/, Token.Punctuation, '#push'), rule(/\}/, Token.Punctuation, '#pop'), include('root')],
    ...delimitedStates('square', '\\[', '\\]'),
    ...delimitedStates('round', '\\(', '\\)'),
    ...delimitedStates('angle', '<', '>'),
    ...delimitedStates('curly', '\\{', '\\}'),
  }),
};

const numbers: StateEntry[] = [
  rule(/0[xX](?:[\da-fA-F_]*\.[\da-fA-F_]+|[\da-fA-F_]+)[pP][+-]?[0-9_]+[fFL]?i?/, Token.NumberFloat),
  rule(/[0-9_]+(?:\.[0-9_]+[eE][+-]?[0-9_]+|\.[0-9_]*|[eE][+-]?[0-9_]+)[fFL]?i?/, Token.NumberFloat),
  rule(/\.(?:0|[1-9][0-9_]*)(?:[eE][+-]?[0-9_]+)?[fFL]?i?/, Token.NumberFloat),
  rule(/0[Bb][01_]+/, Token.NumberBin),
  rule(/0[0-7_]+/, Token.NumberOct),
  rule(/0[xX][\da-fA-F_]+/, Token.NumberHex),
  rule(/(?:0|[1-9][0-9_]*)[LuU]?/, Token.NumberInteger),
];

const strings: StateEntry[] = [
  rule(new RegExp(`'(?:${escaped}|.)'`), Token.StringChar),
  rule(/r"[^"]*"[cwd]?/, Token.String),
  rule(/`[^`]*`[cwd]?/, Token.String),
  rule(/"(?:[^"\\]|\\[\s\S])*\\?"[cwd]?/, Token.String),
  rule(new RegExp(escaped), Token.String),
  rule(/x"[\da-fA-F_\s]*"[cwd]?/, Token.String),
  rule(/q"\[/, Token.String, 'in square'),
  rule(/q"\(/, Token.String, 'in round'),
  rule(/q"</, Token.String, 'in angle'),
  rule(/q"\{/, Token.String, 'in curly'),
  rule(/q"([a-zA-Z_]\w*)\n.*?\n\1"/, Token.String),
  when(delimiterComesBack, rule(/q"(.).*?\1"/, Token.String)),
  rule(/q\{/, Token.String, 'token string'),
];

/** `q"/a/"`: whether the delimiter, with a quote after it, is on the line. Else the line would be read from each `q`. */
function delimiterComesBack(run: LexerRun): boolean {
  if (!run.text.startsWith('q"', run.end)) return false;
  const delimiter = String.fromCodePoint(run.text.codePointAt(run.end + 2) ?? 0);
  return run.next(`${delimiter}"`) < run.next('\n');
}

/** The states of a string between brackets, which nest in it. */
function delimitedStates(name: string, open: string, close: string): States {
  const inside = rule(new RegExp(`[^${open}${close}]+`), Token.String);
  return {
    [`in ${name}`]: [
      inside,
      rule(new RegExp(open), Token.String, `${name} brackets`),
      rule(new RegExp(`${close}"`), Token.String, '#pop'),
    ],
    [`${name} brackets`]: [
      inside,
      rule(new RegExp(open), Token.String, '#push'),
      rule(new RegExp(close), Token.String, '#pop'),
    ],
  };
}

function classOf(word: string): Token {
  if (keywords.has(word)) return Token.Keyword;
  if (types.has(word)) return Token.KeywordType;
  if (constants.has(word)) return Token.KeywordConstant;
  if (specialTokens.has(word)) return Token.KeywordPseudo;
  if (word === 'macro') return Token.KeywordReserved;
  return aliases.has(word) ? Token.NameBuiltin : Token.Name;
}
