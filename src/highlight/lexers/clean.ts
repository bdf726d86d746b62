import {
  type Condition,
  include,
  type Lexer,
  rule,
  type StateEntry,
  type States,
  when,
  wordSet,
} from '../lexer.js';
import type { LexerRun } from '../run.js';
import { Token } from '../tokens.js';

const keywords = wordSet(`
  as case ccall class code definition derive dynamic export foreign from generic if implementation import in infix
  infixl infixr inline instance let module of otherwise qualified special stdcall system where with
`);

const { CommentDoc, CommentMultiline, CommentPreproc, Name, Punctuation, StringSingle, Whitespace } = Token;

/** Clean, with the ABC code that it may hold. */
export const clean: Lexer = {
  states: () => ({ ...program, ...comments, ...literals, ...abcCode }),
};

const notUnderscore = /[^_]/g;

/** A condition: what the first character behind underscores is. */
function afterUnderscores(initial: RegExp): Condition {
  return (run) => initial.test(run.text[run.next(notUnderscore)] ?? '');
}

const program: States = {
  root: [
    rule(/\s+/, Whitespace),
    include('comments'),
    rule(/[+~-]?0[0-7]+/, Token.NumberOct),
    rule(/[+~-]?0x[\da-fA-F]+/, Token.NumberHex),
    include('literals'),
    when(isCharacterList, rule(/(\[)(\s*)(')/, [Punctuation, Whitespace, StringSingle], 'character list')),
    rule(/code(?:\s+inline)?\s*\{/, CommentPreproc, 'abc'),
    when(
      afterUnderscores(/[a-z]/),
      rule(/_*[a-z][\w`]*/, (run, [name]) => run.token(keywords.has(name) ? Token.Keyword : Name, name)),
    ),
    when(
      afterUnderscores(/[A-Z]/),
      rule(/_*[A-Z][\w`]*/, (run, [name]) => {
        const isConstant = name === 'True' || name === 'False';
        run.token(isConstant ? Token.KeywordConstant : Token.KeywordType, name);
      }),
    ),
    rule(/[^\w\s`]/, Punctuation),
    rule(/_\b/, Punctuation),
  ],
};

/** Comments in comments are not documentation's own, and a line comment hides the end of the one it is in. */
const comments: States = {
  comments: [
    rule(/\/\/\*.*/, CommentDoc),
    rule(/\/\/.*/, Token.CommentSingle),
    rule(/\/\*\*/, CommentDoc, 'documentation'),
    rule(/\/\*/, CommentMultiline, 'comment'),
  ],
  documentation: commentOf(CommentDoc),
  comment: commentOf(CommentMultiline),
};

function commentOf(token: Token): StateEntry[] {
  return [
    rule(/\*\//, token, '#pop'),
    rule(/\/\/.*/, token),
    rule(/\/\*/, token, 'comment'),
    rule(/[^*/]+|[*/]/, token),
  ];
}

const literals: States = {
  literals: [
    rule(/'(?:[^'\\]|\\(?:x[\da-fA-F]+|\d+|.))'/, Token.StringChar),
    rule(/[+~-]?\d+(?:\.\d+(?:E[+-]?\d+)?|E[+-]?\d+)\b/, Token.NumberFloat),
    rule(/[+~-]?\d+/, Token.NumberInteger),
    rule(/"/, Token.StringDouble, 'string'),
  ],
  string: [rule(/"/, Token.StringDouble, '#pop'), include('escapes'), rule(/[^\\"]+/, Token.StringDouble)],
  'character list': [
    rule(/(')(\])/, [StringSingle, Punctuation], '#pop'),
    include('escapes'),
    rule(/[^\\']/, StringSingle),
  ],
  escapes: [
    rule(/\\(?:[xX][\da-fA-F]{1,2}|[dD]\d{0,3}|0[0-7]{0,3}|[0-7]{1,3}|[nrfbtv\\"'])/, Token.StringEscape),
  ],
};

const abcCode: States = {
  abc: [
    include('abc basics'),
    rule(/\}/, CommentPreproc, '#pop'),
    rule(/\.\w*/, Token.Keyword, 'operands'),
    rule(/\w+/, Token.NameBuiltin, 'operands'),
  ],
  operands: [
    rule(/\n/, Whitespace, '#pop'),
    rule(/\}/, CommentPreproc, ['#pop', '#pop']),
    include('abc basics'),
    rule(/\S+/, Name),
  ],
  'abc basics': [rule(/\s+/, Whitespace), rule(/\|.*/, Token.CommentSingle), include('literals')],
};

const listStart = /\[[ \t-\r]*'/y;

/** Whether characters start here that end on their line, as in `['abc']`. */
function isCharacterList(run: LexerRun): boolean {
  listStart.lastIndex = run.end;
  if (!listStart.test(run.text)) return false;
  const start = listStart.lastIndex;
  return placeFrom(run, "']", start) < placeFrom(run, '\n', start);
}

/** Where a text is at or behind a place that is a little further on. */
function placeFrom(run: LexerRun, text: string, start: number): number {
  const place = run.next(text);
  if (place >= start) return place;
  const next = run.text.indexOf(text, start);
  return next === -1 ? Number.POSITIVE_INFINITY : next;
}
