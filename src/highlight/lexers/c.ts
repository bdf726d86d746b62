import { include, type Lexer, rule, type StateEntry, type States, when, wordSet } from '../lexer.js';
import type { LexerRun } from '../run.js';
import { Token } from '../tokens.js';
import { blockComment } from './block-comment.js';

/** The words by which a dialect of C differs. */
export interface CWords {
  readonly keywords: ReadonlySet<string>;
  readonly types: ReadonlySet<string>;
  readonly reserved: ReadonlySet<string>;
  readonly builtins: ReadonlySet<string>;
}

/** The states, of which dialects change some. */
export interface CStates extends States {
  readonly root: readonly StateEntry[];
  readonly statements: readonly StateEntry[];
  readonly case: readonly StateEntry[];
}

export const cWords: CWords = {
  keywords: wordSet(`
    _Alignas _Alignof _Atomic _Generic _Imaginary _Noreturn _Static_assert _Thread_local auto break case const continue
    default do else enum extern for goto if register restricted return sizeof static struct switch typedef union virtual
    volatile while
  `),
  types: wordSet(`
    DIR FILE _Bool _Complex char char16_t char32_t clock_t div_t double float fpos_t int int16_t int32_t int64_t int8_t
    int_fast16_t int_fast32_t int_fast64_t int_fast8_t int_least16_t int_least32_t int_least64_t int_least8_t intmax_t
    intptr_t jmp_buf ldiv_t long mbstate_t off_t ptrdiff_t short sig_atomic_t signed size_t ssize_t time_t uint16_t
    uint32_t uint64_t uint8_t uint_fast16_t uint_fast32_t uint_fast64_t uint_fast8_t uint_least16_t uint_least32_t
    uint_least64_t uint_least8_t uintmax_t uintptr_t unsigned va_list void wchar_t wctrans_t wctype_t wint_t
  `),
  reserved: wordSet(`
    __asm __based __cdecl __declspec __except __fastcall __finally __inline __int16 __int32 __int61 __int8 __leave __naked
    __restrict __stdcall __thread __try __typename _inline _naked _restrict _thread _typename inline naked restrict
    thread typename
  `),
  builtins: new Set(),
};

/** C. Outside functions, what reads like a signature before `{` or `;` is one, and its name a function. */
export const c: Lexer = {
  start: startC,
  states: () => cStates(cWords),
};

/** Starts at the start of a line, twice: Rouge 4.7 loads the lexer's file twice, and so does what it says at the start. */
export function startC(run: LexerRun): void {
  run.push('line start');
  run.push('line start');
}

/**
 * The states of C with the words of a dialect.
 *
 * @param semantics a pattern for what may follow a function's parameters, e.g. HLSL's `: SV_Target`
 */
export function cStates(words: CWords, semantics = ''): CStates {
  return {
    root: [
      rule(/\n+/, Token.Text, 'line start without label'),
      include('space'),
      signature(semantics),
      rule(/\{/, Token.Punctuation, 'function'),
      include('statements'),
    ],

    function: [
      include('statements'),
      rule(/\{/, Token.Punctuation, '#push'),
      rule(/\}/, Token.Punctuation, '#pop'),
    ],

    statements: [
      include('space'),
      rule(/(?:u8|u|U|L)?"/, Token.String, 'string'),
      rule(/(?:u8|u|U|L)?'(?:\\.|\\[0-7]{1,3}|\\x[a-f0-9]{1,2}|[^\\'\n])'/i, Token.StringChar),
      rule(/(?:\d+\.\d*|\.?\d+)e[+-]?\d+[lu]*/i, Token.NumberFloat),
      rule(/0x[0-9a-f]+[lu]*/i, Token.NumberHex),
      rule(/0[0-7]+[lu]*/i, Token.NumberOct),
      rule(/\d+[lu]*/i, Token.NumberInteger),
      rule(/\*\//, Token.Error),
      rule(/[~!%^&*+=|?:<>/-]/, Token.Operator),
      rule(/[()[\],.;]/, Token.Punctuation),
      rule(/case\b/, Token.Keyword, 'case'),
      rule(/(?:true|false|NULL)\b/, Token.NameBuiltin),
      rule(/[a-zA-Z_][a-zA-Z0-9_]*/, (run, [word]) => run.token(classOf(word, words), word)),
    ],
    // Up to its colon, which is no operator.
    case: [rule(/:/, Token.Punctuation, '#pop'), include('statements')],

    string: [
      rule(/"/, Token.String, '#pop'),
      rule(/\\(?:[\\abfnrtv"']|x[a-fA-F0-9]{2,4}|[0-7]{1,3})/, Token.StringEscape),
      rule(/[^\\"\n]+|\\\n?/, Token.String),
    ],

    ...spaceStates,
    ...preprocessorStates,
  };
}

const spaceStates: States = {
  space: [
    rule(/\n+/, Token.Text, 'line start'),
    rule(/\/\/.*/, Token.CommentSingle, 'line start'),
    include('space in line'),
  ],
  'space in line': [rule(/[ \t\r]+|\\\n/, Token.Text), blockComment],
};

const preprocessorStates: States = {
  'line start': [rule(/[a-zA-Z_][a-zA-Z0-9_]*:(?!:)/, Token.NameLabel), include('line start without label')],
  'line start without label': [
    include('space in line'),
    rule(/#if\s0/, Token.Comment, 'left out'),
    rule(/#/, Token.CommentPreproc, 'directive'),
    rule(/(?:)/, Token.Text, '#pop'),
  ],

  directive: [
    rule(/(include)(\s*)(<[^>]+>|"[^"]+")([^\n]*)/, [
      Token.CommentPreproc,
      Token.Text,
      Token.CommentPreprocFile,
      Token.CommentSingle,
    ]),
    rule(/[^/\n\\]+|\\[\s\S]/, Token.CommentPreproc),
    include('space in line'),
    rule(/\//, Token.CommentPreproc),
    rule(/\n/, Token.CommentPreproc, '#pop'),
  ],

  // What `#if 0` leaves out; conditions nest in it.
  'left out': [
    rule(/^\s*#if/, Token.Comment, '#push'),
    rule(/^\s*#\s*el(?:se|if)/, Token.Comment, '#pop'),
    rule(/^\s*#\s*endif\b[\s\S]*?(?<!\\)\n/, Token.Comment, '#pop'),
    rule(/.*?\n/, Token.Comment),
  ],
};

function classOf(word: string, { keywords, types, reserved, builtins }: CWords): Token {
  if (keywords.has(word)) return Token.Keyword;
  if (types.has(word)) return Token.KeywordType;
  if (reserved.has(word)) return Token.KeywordReserved;
  return builtins.has(word) ? Token.NameBuiltin : Token.Name;
}

const gap = String.raw`(?:\s|\/\/.*\n|\/\*(?:[^*]|\*(?!\/))*\*\/)*`;
const notWordOrSpace = /[^\w*\s]/g;
const nameBeforeParenthesis = /[\s*][a-zA-Z_]\w*\s*\(/g;

/**
 * Return type, name, parameters, then `{` or `;`. The condition finds the ends in time linear in the whole code; the pattern alone would
 * read on from every word.
 */
function signature(semantics: string): StateEntry {
  const signatureEnd = new RegExp(`\\)${semantics}${gap}[{;]`, 'g');
  return when(
    (run) => {
      const end = run.next(signatureEnd);
      const parenthesis = run.next('(');
      return (
        end < run.next(';') &&
        parenthesis === run.next(notWordOrSpace) &&
        run.next(nameBeforeParenthesis) < parenthesis
      );
    },
    rule(
      new RegExp(`([\\w*\\s]+?[\\s*])([a-zA-Z_][a-zA-Z0-9_]*)(\\s*\\([^;]*?\\)${semantics})(${gap})([{;])`),
      (run: LexerRun, [, before, name, parameters, between, end]) => {
        run.recurse(before!);
        run.token(Token.NameFunction, name);
        run.recurse(parameters!);
        run.recurse(between!);
        run.token(Token.Punctuation, end);
        if (end === '{') run.push('function');
      },
    ),
  );
}
