import { include, type Lexer, rule, type StateEntry, when } from '../lexer.js';
import { Token } from '../tokens.js';
import { javascriptStates, javascriptWords } from './javascript.js';

const name = '[$a-zA-Z_][a-zA-Z0-9_.]*';
const afterName = /[^\w.$]/g;
const { Text, Punctuation, KeywordType, KeywordDeclaration, NameLabel } = Token;

/** QML: objects with typed properties, whose values are JavaScript. */
export const qml: Lexer = {
  states: () => {
    const states = javascriptStates(javascriptWords);
    return {
      ...states,
      root: [...objects, ...states.root],
      'object of type': [
        rule(new RegExp(`(id)(\\s*)(:)(\\s*)(${name})`), [
          NameLabel,
          Text,
          Punctuation,
          Text,
          KeywordDeclaration,
        ]),
        whereFollows(
          '[ \\t-\\r]*:',
          rule(new RegExp(`(${name})(\\s*)(:)`), [NameLabel, Text, Punctuation], 'expression'),
        ),
        rule(new RegExp(`(signal)(\\s+)(${name})`), [KeywordDeclaration, Text, NameLabel], 'signal'),
        rule(
          new RegExp(`(property)(\\s+)(${name})(\\s+)(${name})(\\s*)(:?)`),
          [KeywordDeclaration, Text, KeywordType, Text, NameLabel, Text, Punctuation],
          'expression',
        ),
        rule(/\}/, Punctuation, '#pop'),
        include('root'),
      ],
      signal: [include('space'), rule(/\(/, Punctuation, ['#pop', 'parameters']), rule(/(?:)/, Text, '#pop')],
      parameters: [
        include('space'),
        whereFollows(
          '[ \\t-\\r]+[$a-zA-Z_]',
          rule(new RegExp(`(${name})(\\s+)(${name})(\\s*)(,?)`), [
            KeywordType,
            Text,
            Token.Name,
            Text,
            Punctuation,
          ]),
        ),
        rule(/\)/, Punctuation, '#pop'),
      ],
    };
  },
};

const objects: StateEntry[] = [
  whereFollows(
    '[ \\t-\\r]*\\{',
    rule(new RegExp(`(${name})(\\s*)(\\{)`), [KeywordType, Text, Punctuation], 'object of type'),
  ),
  whereFollows(
    `[ \\t-\\r]+on[ \\t-\\r]+${name}[ \\t-\\r]*\\{`,
    rule(
      new RegExp(`(${name})(\\s+)(on)(\\s+)(${name})(\\s*)(\\{)`),
      [KeywordType, Text, Token.Keyword, Text, NameLabel, Text, Punctuation],
      'object of type',
    ),
  ),
  rule(/\{/, Punctuation, '#push'),
];

/** A rule for a name, tried only if this comes after it: else a path of many names would be read on from each of them. */
function whereFollows(pattern: string, inner: ReturnType<typeof rule>): StateEntry {
  const follower = new RegExp(`(?<=[\\w.$])${pattern}`, 'g');
  return when((run) => run.meets(afterName, follower), inner);
}
