import { include, type Lexer, needs, type Rule, rule, type States } from '../lexer.js';
import { Token } from '../tokens.js';
import { markdown } from './markdown.js';

const { Keyword, Name, Punctuation, Whitespace } = Token;
const name = '[_A-Za-z][_0-9A-Za-z]*';
const word = new RegExp(`${name}\\b`);

/** GraphQL: operations, fragments and schemas. Descriptions are Markdown. */
export const graphql: Lexer = {
  states: () => ({ ...documents, ...definitions, ...values }),
};

const documents: States = {
  root: [
    rule(/(?:query|mutation|subscription)\b/, Keyword, 'operation'),
    rule(/\{/, Punctuation, ['operation', 'selection']),
    rule(/fragment\b/, Keyword, 'fragment'),
    rule(/scalar\b/, Keyword, 'value'),
    rule(/(?:type|interface|enum|input|schema)\b/, Keyword, 'type'),
    rule(/union\b/, Keyword, 'union'),
    rule(/extend\b/, Keyword),
    include('basic'),
    needs(
      '\n"""',
      rule(/(""")(\n)(.*?)(\n)(""")/s, (run, [, open, before, text, after, close]) => {
        run.token(Token.StringDouble, open);
        run.token(Whitespace, before);
        run.delegate(markdown, text!);
        run.token(Whitespace, after);
        run.token(Token.StringDouble, close);
      }),
    ),
  ],
  basic: [rule(/\s+/, Whitespace), rule(/#.*/, Token.Comment), rule(/[!,]/, Punctuation)],
  directives: [
    rule(new RegExp(`(@${name})(\\s*)(\\()`), [Keyword, Whitespace, Punctuation], 'arguments'),
    rule(new RegExp(`@${name}\\b`), Keyword),
  ],

  operation: [
    include('directives'),
    rule(word, Name),
    rule(/\(/, Punctuation, 'variables'),
    rule(/\{/, Punctuation, 'selection'),
    include('basic'),
  ],
  fragment: [rule(/on\b/, Keyword), include('operation')],
  selection: [
    include('directives'),
    rule(/\}/, (run, [brace]) => {
      run.token(Punctuation, brace);
      run.pop();
      if (run.isState('operation') || run.isState('fragment')) run.pop();
    }),
    rule(new RegExp(`(${name})(\\s*)(\\()`), [Name, Whitespace, Punctuation], 'arguments'),
    rule(new RegExp(`(${name})(\\s*)(:)`), [Name, Whitespace, Punctuation]),
    rule(word, Name),
    rule(/(\.\.\.)(\s+)(on)\b/, [Punctuation, Whitespace, Keyword]),
    rule(/\.\.\./, Punctuation),
    rule(/\{/, Punctuation, 'selection'),
    include('basic'),
  ],
  arguments: [
    rule(/\)/, Punctuation, '#pop'),
    rule(word, Name),
    rule(/:/, Punctuation, 'value'),
    include('basic'),
  ],
  variables: [
    rule(/\)/, Punctuation, '#pop'),
    rule(new RegExp(`\\$${name}\\b`), Token.NameVariable),
    rule(word, Name),
    rule(/:/, Punctuation, 'type name'),
    rule(/=/, Punctuation, 'value'),
    include('basic'),
  ],
};

const definitions: States = {
  type: [
    rule(/implements\b/, Keyword),
    rule(word, Name),
    rule(/\(/, Punctuation, 'variables'),
    rule(/\{/, Punctuation, 'fields'),
    include('basic'),
  ],
  fields: [
    rule(/\}/, Punctuation, ['#pop', '#pop']),
    rule(new RegExp(`(${name})(\\s*)(\\()`), [Name, Whitespace, Punctuation], 'variables'),
    rule(word, Name),
    rule(/:/, Punctuation, 'type name'),
    include('basic'),
  ],
  union: [rule(word, Name), rule(/=/, Punctuation, 'member'), include('basic')],
  member: [rule(word, Name, ['#pop', 'member end']), include('basic')],
  'member end': [
    rule(/\|/, Punctuation, ['#pop', 'member']),
    rule(/(?![|#\s])/, Token.Text, ['#pop', '#pop']),
    include('basic'),
  ],
  'type name': [
    rule(/(?:Int|Float|String|Boolean|ID)\b/, Token.NameBuiltin, '#pop'),
    rule(word, Name, '#pop'),
    rule(/\[/, Punctuation, 'type names'),
    include('basic'),
  ],
  'type names': [
    rule(/(?:Int|Float|String|Boolean|ID)\b/, Token.NameBuiltin),
    rule(word, Name),
    rule(/\]/, Punctuation, ['#pop', '#pop']),
    include('basic'),
  ],
};

const values: States = {
  value: [
    needs('"""', rule(/""".*?"""/s, Token.StringDouble)),
    scalar(new RegExp(`\\$${name}\\b`), Token.NameVariable),
    scalar(/(?:true|false|null)\b/, Token.KeywordConstant),
    scalar(/[+-]?\d+\.\d+(?:[eE][+-]?\d+)?/, Token.NumberFloat),
    scalar(/[+-]?[1-9]\d*(?:[eE][+-]?\d+)?/, Token.NumberInteger),
    scalar(/"(?:[^"\\]|\\[\s\S])*\\?"/, Token.StringDouble),
    scalar(word, Name),
    rule(/\{/, Punctuation, 'object'),
    rule(/\[/, Punctuation, 'list'),
    include('basic'),
  ],
  list: [closing(/\]/), include('value')],
  object: [
    closing(/\}/),
    rule(new RegExp(`(${name})(\\s*)(:)`), [Name, Whitespace, Punctuation], 'value'),
    include('basic'),
  ],
};

/** A value that is complete, and the only one unless the run is in a list. */
function scalar(pattern: RegExp, token: Token): Rule {
  return rule(pattern, (run, [text]) => {
    run.token(token, text);
    if (!run.isState('list')) run.pop();
  });
}

/** The end of a list or object, and of the value that it is. */
function closing(pattern: RegExp): Rule {
  return rule(pattern, (run, [mark]) => {
    run.token(Punctuation, mark);
    run.pop();
    if (run.isState('value')) run.pop();
  });
}
