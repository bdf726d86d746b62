import { include, type Lexer, needsOnLine, rule, when, words } from '../lexer.js';
import { Token } from '../tokens.js';
import { entityEnds } from './xml.js';
import { xpathName, xpathQName, xpathSimpleName, xpathStates } from './xpath.js';

const keywords = words(`
  NaN allowing ascending at attribute base-uri boundary-space by case catch collation comment construction context
  copy-namespaces count decimal-format decimal-separator declare default descending digit document element else
  empty encoding end every exponent-separator external for function greatest group grouping-separator if import in
  infinity inherit item lax least let minus-sign module namespace next no-inherit no-preserve only option order
  ordered ordering pattern-separator per-mille percent preserve previous processing-instruction return satisfies
  schema sliding some stable start strict strip switch text then try tumbling type typeswitch unordered validate
  version when where window xquery zero-digit
`);

const { Keyword, Punctuation, Comment, CommentPreproc, Whitespace, NameTag } = Token;
const afterAttribute = /[^\w.:-]/g;
const attributeValue = /(?<=[\w.:-])[ \t-\r]*=["']/g;

/** XQuery 3.1: XPath with declarations, and with elements whose braces hold code again. */
export const xquery: Lexer = {
  states: () => {
    const states = xpathStates();
    return {
      ...states,
      root: [
        include('markup'),
        rule(/\{/, Punctuation),
        rule(/\}`?/, (run, [brace]) => {
          run.token(Punctuation, brace);
          if (run.depth > 1) run.pop();
        }),
        rule(new RegExp(`(namespace)(\\s+)(${xpathSimpleName})`), [Keyword, Whitespace, Token.NameNamespace]),
        rule(new RegExp(`${keywords}\\b`), Keyword),
        rule(/;/, Punctuation),
        rule(/%/, Token.KeywordDeclaration, 'annotation'),
        rule(new RegExp(`(\\(#)(\\s*)(${xpathName})`), [CommentPreproc, Whitespace, NameTag], 'pragma'),
        rule(/``\[/, Token.String, 'constructed string'),
        ...states.root,
      ],
      annotation: [include('space'), rule(new RegExp(xpathName), Token.KeywordDeclaration, '#pop')],
      pragma: [include('space'), rule(/#\)/, CommentPreproc, '#pop'), rule(/./, CommentPreproc)],
      'constructed string': [
        rule(/`\{/, Punctuation, 'root'),
        rule(/\]``/, Token.String, '#pop'),
        rule(/[^`\]]+|[`\]]/, Token.String),
      ],

      markup: [
        rule(new RegExp(`<${xpathQName}`), NameTag, 'tag'),
        rule(/<!--/, Comment, 'XML comment'),
        needsOnLine('?>', rule(/<\?.*?\?>/, CommentPreproc)),
        needsOnLine(']]>', rule(/<!\[CDATA\[.*?\]\]>/, CommentPreproc)),
        when(entityEnds, rule(/&\S*?;/, Token.NameEntity)),
      ],
      'XML comment': [rule(/[^-]+/, Comment), rule(/-->/, Comment, '#pop'), rule(/-/, Comment)],
      tag: [
        rule(/\s+/, Whitespace),
        when(
          (run) => run.meets(afterAttribute, attributeValue),
          rule(/([\w.:-]+\s*=)(")/, [Token.NameAttribute, Token.String], 'double quoted'),
        ),
        when(
          (run) => run.meets(afterAttribute, attributeValue),
          rule(/([\w.:-]+\s*=)(')/, [Token.NameAttribute, Token.String], 'single quoted'),
        ),
        rule(/>/, NameTag, 'content'),
        rule(/\/>/, NameTag, '#pop'),
      ],
      'double quoted': attributeStates('"'),
      'single quoted': attributeStates("'"),
      content: [
        rule(/\s+/, Whitespace),
        include('markup'),
        rule(/\{\{|\}\}/, Token.Text),
        rule(/\{/, Punctuation, 'root'),
        rule(/[^{}<&]/, Token.Text),
        rule(new RegExp(`</${xpathQName}\\s*>`), NameTag, ['#pop', '#pop']),
      ],
    };
  },
};

function attributeStates(quote: string) {
  return [
    rule(new RegExp(quote), Token.String, '#pop'),
    rule(/\{\{/, Token.String),
    rule(/\{/, Punctuation, 'root'),
    rule(new RegExp(`[^${quote}{>]+`), Token.String),
  ];
}
