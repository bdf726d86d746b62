import { include, type Lexer, needs, rule } from '../lexer.js';
import { Token } from '../tokens.js';

const name = '[a-zA-Z][a-zA-Z0-9]*';
const { Operator, KeywordReserved, Whitespace, NameClass } = Token;

/** Wollok. Its memory is the names of classes and objects that the code defined so far. */
export const wollok: Lexer<Set<string>> = {
  start: () => new Set(),
  states: () => ({
    root: [
      include('space'),
      rule(/(import)(.+)/, [KeywordReserved, Token.Text]),
      rule(/class|object|mixin/, KeywordReserved, 'head'),
      rule(/test|program/, KeywordReserved),
      rule(new RegExp(`(package)(\\s+)(${name})`), [KeywordReserved, Whitespace, NameClass]),
      rule(/[{}]/, Token.Text),
      rule(/self\b/, Token.NameBuiltinPseudo),
      rule(/(?:new|super|return|if|else|var|const|override|constructor)\b/, KeywordReserved),
      rule(new RegExp(`(method)(\\s+)(_?${name})`), [KeywordReserved, Whitespace, Token.Text]),
      rule(/={2,3}|=>|<=|[-+]=|[-+*/%!<>]|(?:and|or|not)\b/, Operator),
      rule(/[()=]/, Token.Text),
      rule(/,/, Token.Punctuation),
      include('values'),
    ],
    space: [
      rule(/\s+/, Whitespace),
      rule(/\/\/.*/, Token.CommentSingle),
      needs('*/', rule(/\/\*[\s\S]*?\*\//, Token.CommentMultiline)),
    ],
    // Up to the name before the brace.
    head: [
      include('space'),
      rule(/inherits|mixed|with|and/, KeywordReserved),
      rule(
        new RegExp(`${name}(?=\\s*\\{)`),
        (run, [entity]) => {
          run.token(NameClass, entity);
          run.memory.add(entity);
        },
        '#pop',
      ),
      rule(new RegExp(name), (run, [entity]) => {
        run.token(NameClass, entity);
        run.memory.add(entity);
      }),
    ],
    values: [
      rule(new RegExp(`_?${name}`), (run, [word]) => {
        const isEntity = run.memory.has(word) || /^[A-Z]/.test(word);
        run.token(isEntity ? NameClass : Token.KeywordVariable, word);
      }),
      rule(new RegExp(`\\.${name}`), Token.Text),
      include('space'),
      rule(/[0-9]+\.?[0-9]*/, Token.Number),
      rule(/"[^"]*"/, Token.String),
      rule(/\[|#\{/, Token.Punctuation, 'collection'),
    ],
    collection: [rule(/,/, Token.Punctuation), rule(/[\]}]/, Token.Punctuation, '#pop'), include('values')],
  }),
};
