import { include, type Lexer, moreWords, rule, type StateEntry, type States, wordSet } from '../lexer.js';
import type { LexerRun } from '../run.js';
import { Token } from '../tokens.js';
import { classOfWord, type OpenString, pythonKeywords, pythonStates } from './python.js';

/** Python's open strings, and the indentation of the block of C declarations that the run is in. */
interface Memory extends Array<OpenString> {
  indentation: number | undefined;
}

const keywords = moreWords(pythonKeywords, 'by fused gil nogil');
const modifiers = wordSet('api enum extern inline public readonly union');

const name = '[a-zA-Z_]\\w*';
const dottedName = '[a-zA-Z_.][\\w.]*';
const blank = String.raw`(?:\\\s|\s)+`;

/** Cython and Pyrex: Python with declarations of C, in which a name before another name is a type. */
export const cython: Lexer<Memory> = {
  start: () => Object.assign([] as OpenString[], { indentation: undefined }),
  states() {
    const states = pythonStates(keywords);
    return {
      ...states,
      root: [...statements, ...states['root']!],
      'class name': [rule(new RegExp(blank), Token.Text), ...states['class name']!],
      'function name': [rule(new RegExp(blank), Token.Text), ...states['function name']!],
      ...declarations,
    };
  },
};

const statements: readonly StateEntry<Memory>[] = [
  rule(/cp?def|ctypedef/, Token.Keyword, ['declaration', 'type']),
  rule(new RegExp(`(from)(${blank})(${dottedName})(${blank})(cimport)`), [
    Token.KeywordNamespace,
    Token.Text,
    Token.NameNamespace,
    Token.Text,
    Token.KeywordNamespace,
  ]),
  rule(new RegExp(`(cimport)(\\s+)(${dottedName})`), [
    Token.KeywordNamespace,
    Token.Text,
    Token.NameNamespace,
  ]),
  rule(new RegExp(`(struct)(${blank})`), [Token.Keyword, Token.Text], 'class name'),
  rule(new RegExp(`${name}(?=\\()`), (run, [word]) => {
    const token = classOfWord(word, keywords);
    run.token(token === Token.Name ? Token.NameFunction : token, word);
  }),
  rule(/[(,]/, Token.Punctuation, 'type'),
];

const declarations: States<Memory> = {
  type: [
    rule(/[\t\v\f\r ]+/, Token.Text),
    rule(/cp?def|ctypedef/, Token.Keyword),
    rule(/(?:un)?signed/, Token.KeywordType),
    // Before stars, brackets or another name.
    rule(new RegExp(`${name}(?=\\*|[ \\t]*\\[|[ \\t]+\\w)`), lexType),
    rule(/(?:)/, Token.Text, '#pop'),
  ],
  declaration: [rule(/\n/, Token.Text, 'line start'), include('root')],
  'line start': [
    rule(/[ \t]+/, startLine),
    rule(/(?:)/, (run) => {
      run.memory.indentation = undefined;
      run.resetStack();
    }),
  ],
};

function lexType(run: LexerRun<Memory>, [word]: RegExpExecArray): void {
  if (keywords.has(word) || word === 'def') run.token(Token.Keyword, word);
  else if (word === 'struct' || word === 'class' || modifiers.has(word))
    run.token(Token.KeywordReserved, word);
  else run.token(Token.KeywordType, word);
  if (word === 'def') run.goto('function name');
  else if (word === 'struct' || word === 'class') run.goto('class name');
  else if (!modifiers.has(word)) run.pop();
}

/** A line that is less deep ends the declarations. */
function startLine(run: LexerRun<Memory>, [space]: RegExpExecArray): void {
  const { memory } = run;
  run.token(Token.Text, space);
  run.goto('type');
  if (memory.indentation === undefined) memory.indentation = space.length;
  else if (memory.indentation > space.length) {
    memory.indentation = undefined;
    run.pop(2);
  }
}
