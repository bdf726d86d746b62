import { include, type Lexer, rule, type StateEntry, when, wordSet } from '../lexer.js';
import type { LexerRun } from '../run.js';
import { Token } from '../tokens.js';

const keywords = wordSet('all else empty false if matches not true with');
const functions = wordSet('abs cos max min sin tan');

const name = '[a-z][a-zA-Z0-9_]*';
const equation = '[A-Z][a-zA-Z0-9_]*';
const { Operator, Keyword, NameFunction, NameClass, StringRegex } = Token;

const stringEnd = /(?<!\\)'/g;
const noStringPart = /[^ \w.'\\]|\\(?!')/g;

/** RML, a language of event patterns for monitors. */
export const rml: Lexer = {
  states: () => ({
    root: [
      include('basic'),
      rule(new RegExp(`(${name})(\\()`), [NameFunction, Operator], 'event parameters'),
      rule(new RegExp(name), (run, [word]) => {
        run.token(keywords.has(word) ? Keyword : NameFunction, word);
        if (word === 'with') run.push('with');
      }),
      rule(/[({[]/, Operator, 'event parameters'),
      rule(/[_|;]/, Operator),
      rule(new RegExp(equation), NameClass, 'equation'),
    ],
    basic: [
      rule(/[ \t\r\n]+/, Token.Text),
      rule(/\/\/[^\r\n]*/, Token.CommentSingle),
      when(isClosed, rule(/'(?:\\'|[ \w.])*'/, Token.String)),
      rule(/[0-9]+\.[0-9]+/, Token.NumberFloat),
      rule(/[0-9]+/, Token.NumberInteger),
    ],
    'event parameters': [
      include('basic'),
      rule(/[({[]/, Operator, '#push'),
      rule(/[)}\]]/, Operator, '#pop'),
      rule(new RegExp(`${name}(?=:)`), Token.NameEntity),
      word(StringRegex),
      rule(/\.{3}/, Token.StringSymbol),
      rule(/[_|;,:]/, Operator),
    ],
    equation: [
      include('basic'),
      rule(/[<,>]/, Operator),
      rule(new RegExp(name), StringRegex),
      rule(/=/, Operator, ['#pop', 'expression']),
      rule(/;/, Operator, '#pop'),
    ],
    expression: [
      include('basic'),
      rule(/(if)(\()/, [Keyword, Operator], 'data expression'),
      rule(/let|var/, Keyword, 'equation'),
      rule(new RegExp(`(${name})(\\()`), [NameFunction, Operator], 'event parameters'),
      word(NameFunction),
      rule(new RegExp(`${equation}(?=<)`), NameClass, 'data expression'),
      rule(new RegExp(equation), NameClass),
      rule(/[=(){}*+/\\|!>?]/, Operator),
      rule(/;/, Operator, '#pop'),
    ],
    'data expression': [
      include('basic'),
      rule(new RegExp(name), (run, [text]) =>
        run.token(keywords.has(text) || functions.has(text) ? Keyword : StringRegex, text),
      ),
      rule(/\(/, Operator, '#push'),
      rule(/\)/, Operator, '#pop'),
      when(endsParameters, rule(/>/, Operator, '#pop')),
      rule(/[*^?!%&[\]<>|+=:,./\\_-]/, Operator),
      rule(/;/, Operator, '#pop'),
    ],
    with: [include('basic'), rule(/>/, Operator), include('data expression')],
  }),
};

function word(token: Token): StateEntry {
  return rule(new RegExp(name), (run, [text]) => run.token(keywords.has(text) ? Keyword : token, text));
}

/** Whether a quote comes before what a string can't hold. */
function isClosed(run: LexerRun): boolean {
  return run.next(stringEnd, run.end + 1) < run.next(noStringPart, run.end + 1);
}

const capitalOrSemicolon = /[A-Z;]/g;

/** Whether something and then a capital or an angle bracket comes before the statement's end: a bracket, not a comparison. */
function endsParameters(run: LexerRun): boolean {
  const from = run.end + 1;
  const stop = run.next(capitalOrSemicolon, from);
  if (stop === Number.POSITIVE_INFINITY) return run.next('>', from + 1) < stop;
  return stop > from;
}
