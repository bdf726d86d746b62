import { include, rule, type States } from '../lexer.js';
import { Token } from '../tokens.js';
import { keywords, properties } from './css-words.js';

/** States that both of Sass's syntaxes have. Each brings its own `root` and `end of section`. */
export const sassStates: States = {
  'common content': [
    rule(/@for\b/, Token.Keyword, 'for'),
    rule(/@(?:debug|warn|if|each|while|else|return|media)/, Token.Keyword, 'value'),
    rule(/(@(?:mixin|function))(\s+)([\w-]+)/, [Token.Keyword, Token.Text, Token.NameFunction], 'value'),
    rule(/@extend\b/, Token.Keyword, 'selector'),
    rule(/(@include)(\s+)([\w-]+)/, [Token.Keyword, Token.Text, Token.NameDecorator], 'value'),
    rule(/@[\w-]+|&/, Token.Keyword, 'selector'),
    rule(/(\$[\w-]+)([ \t]*)(:)/, [Token.NameVariable, Token.Text, Token.Punctuation], 'value'),
  ],

  for: [rule(/from|through|to/, Token.OperatorWord), include('value')],

  value: [
    include('end of section'),
    rule(/[ \t]+/, Token.Text),
    rule(/\$[\w-]+/, Token.NameVariable),
    rule(/url\(/, Token.StringOther, 'url'),
    rule(/[\w-]+(?=\s*\()/, Token.NameFunction),
    rule(/%[\w-]+/, Token.NameDecorator),
    rule(/(?:true|false)\b/, Token.NameBuiltinPseudo),
    rule(/(?:and|or|not)\b/, Token.OperatorWord),
    rule(/#[a-z\d]{1,6}/i, Token.NumberHex),
    rule(/-?\d+(?:%|[a-z]+)?/, Token.Number),
    rule(/-?\d*\.\d+(?:%|[a-z]+)?/, Token.NumberInteger),
    include('strings'),
    include('interpolated'),
    rule(/[-~^*!&%<>|+=@:,./?]+/, Token.Operator),
    rule(/[[\]()]+/, Token.Punctuation),
    rule(/\/\*/, Token.CommentMultiline, 'inline comment'),
    rule(/\/\/[^\n]*/, Token.CommentSingle),
    rule(/[\w-]+/, (run, [word]) => run.token(keywords.has(word) ? Token.NameBuiltin : Token.Name, word)),
  ],

  interpolated: [rule(/#\{/, Token.StringInterpol, 'interpolation')],
  interpolation: [rule(/\}/, Token.StringInterpol, '#pop'), include('value')],

  strings: [rule(/"/, Token.StringDouble, 'double quoted'), rule(/'/, Token.StringSingle, 'single quoted')],
  'double quoted': [
    rule(/"/, Token.StringDouble, '#pop'),
    include('interpolated'),
    rule(/(?:\\.|#(?!\{)|[^\n"#])+/, Token.StringDouble),
  ],
  'single quoted': [
    rule(/'/, Token.StringSingle, '#pop'),
    include('interpolated'),
    rule(/(?:\\.|#(?!\{)|[^\n'#])+/, Token.StringSingle),
  ],
  url: [
    rule(/\)/, Token.StringOther, '#pop'),
    rule(/(?:\\.|#(?!\{)|[^\n)#])+/, Token.StringOther),
    include('interpolated'),
  ],

  selector: [
    include('end of section'),
    include('strings'),
    include('interpolated'),
    rule(/[ \t]+/, Token.Text),
    rule(/:/, Token.NameDecorator, 'pseudo-class'),
    rule(/\./, Token.NameClass, 'class'),
    rule(/#/, Token.NameNamespace, 'id'),
    rule(/%/, Token.NameVariable, 'placeholder'),
    rule(/[\w-]+/, Token.NameTag),
    rule(/&/, Token.Keyword),
    rule(/[~^*!&[\]()<>|+=@:;,./?-]/, Token.Operator),
  ],
  'pseudo-class': [rule(/[\w-]+/, Token.NameDecorator), include('rest of name')],
  class: [rule(/[\w-]+/, Token.NameClass), include('rest of name')],
  id: [rule(/[\w-]+/, Token.NameNamespace), include('rest of name')],
  placeholder: [rule(/[\w-]+/, Token.NameVariable), include('rest of name')],
  'rest of name': [include('interpolated'), rule(/(?:)/, Token.Text, '#pop')],

  attribute: [include('attribute name'), rule(/([ \t]*)(:)/, [Token.Text, Token.Punctuation], 'value')],
  'attribute name': [
    include('interpolated'),
    rule(/[\w-]+/, (run, [name]) =>
      run.token(properties.has(name) ? Token.NameLabel : Token.NameAttribute, name),
    ),
  ],

  'inline comment': [
    rule(/(?:\\#|#(?=[^\n{])|\*(?=[^\n/])|[^\n#*])+/, Token.CommentMultiline),
    include('interpolated'),
    rule(/\*\//, Token.CommentMultiline, '#pop'),
  ],
};
