import { include, type Lexer, needs, quotedString, type Rule, rule, words } from '../lexer.js';
import { Token } from '../tokens.js';

const annotations = words(`
  abstract actual by default deprecated doc final formal license literal native optional sealed see shared small tagged
  throws variable
`);
const keywords = words(`
  assert break case catch continue dynamic else exists finally for in is let outer return switch then this throw try while
`);
const declarations = words('abstracts assign extends given of out satisfies super');

/** The first words of lines in Rouge's own list of words have the line end and the indentation before them. */
const atIndentation = '\\n {10}';

/** Ceylon. Types and annotations have one class. */
export const ceylon: Lexer = {
  states: () => ({
    root: [
      include('space'),
      rule(new RegExp(`(?:${annotations}|${atIndentation}(?:annotation|late))\\b`), Token.NameDecorator),
      rule(new RegExp(`(?:${keywords}|${atIndentation}(?:if|nonempty))\\b`), Token.Keyword),
      rule(new RegExp(`${declarations}\\b`), Token.KeywordDeclaration),
      rule(/(?:function|new|value|void)\b/, Token.KeywordType),
      rule(/(assembly|import|module|package)(\s+)/, [Token.KeywordNamespace, Token.Text], 'import'),
      rule(/(?:true|false|null)\b/, Token.KeywordConstant),
      rule(/(class|interface|object|alias)(\s+)/, [Token.KeywordDeclaration, Token.Text], 'class name'),
      quotedString('"', Token.String),
      rule(/'(?:\\.|[^\\]|\\\{#[\da-fA-F]{4}\})'/, Token.StringChar),
      rule(/(\.)([a-z_]\w*)/, [Token.Operator, Token.NameAttribute]),
      rule(/[a-zA-Z_]\w*:/, Token.NameLabel),
      rule(/(?:\\I[a-z]|[A-Z])\w*/, Token.NameDecorator),
      rule(/[a-zA-Z_]\w*/, Token.Name),
      rule(/[~^*!%&[\](){}<>|+=:;,./?`-]/, Token.Operator),
      ...numbers,
      rule(/\n/, Token.Text),
    ],
    space: [
      rule(/[\t\v\f\r ]+/, Token.Text),
      needs('\n', rule(/\/\/.*\n/, Token.CommentSingle)),
      rule(/\/\*/, Token.CommentMultiline),
    ],
    'class name': [include('space'), rule(/[A-Za-z_]\w*/, Token.NameClass, '#pop')],
    import: [
      rule(/[a-z][\w.]*/, Token.NameNamespace, '#pop'),
      { ...quotedString('"', Token.String), next: '#pop' },
    ],
  }),
};

/** Digits in groups of three. */
const grouped = String.raw`\d{1,3}(?:_\d{3})+`;

const numbers: readonly Rule[] = [
  rule(new RegExp(`${grouped}\\.${grouped}[kMGTPmunpf]?`), Token.NumberFloat),
  rule(new RegExp(`${grouped}\\.\\d+(?:[eE][+-]?\\d+)?[kMGTPmunpf]?`), Token.NumberFloat),
  rule(new RegExp(`\\d+\\.${grouped}[kMGTPmunpf]?`), Token.NumberFloat),
  rule(/\d+\.\d+(?:[eE][+-]?\d+)?[kMGTPmunpf]?/, Token.NumberFloat),
  rule(/#[\da-fA-F]{4}(?:_[\da-fA-F]{4})+|#[\da-fA-F]+/, Token.NumberHex),
  rule(/\$[01]{4}(?:_[01]{4})+|\$[01]+/, Token.NumberBin),
  rule(new RegExp(`(?:${grouped}|\\d+)[kMGTP]?`), Token.NumberInteger),
];
