import { include, type Lexer, needs, rule, when, words } from '../lexer.js';
import { signatureAhead } from '../signature.js';
import { Token } from '../tokens.js';

const keywords = words(`
  as assert await break case catch continue default do else finally for if in is new rethrow return super switch this
  throw try while when with yield
`);
const declarations = words(`
  abstract async base const covariant dynamic extends external factory final get implements interface late native on
  operator required sealed set static sync typedef var
`);
const types = words(`
  Comparable Dynamic Function List Map Never Null Object Pattern Record Set String Symbol Type Uri bool double enum int
  num void
`);

const name = String.raw`[a-zA-Z_]\w*`;
const signature = `^(\\s*(?:[a-zA-Z_][\\w.[\\]]*\\s+)+?)(${name})(\\s*)(\\()`;

/** Dart. A line of words before a parenthesis is a signature; what is before its name is lexed on its own. */
export const dart: Lexer = {
  states: () => ({
    root: [
      when(
        signatureAhead('\\w.[\\]', 'a-zA-Z_'),
        rule(new RegExp(signature), (run, [, before, called, space, parenthesis]) => {
          run.delegate(dart, before!);
          run.token(Token.NameFunction, called);
          run.token(Token.Text, space);
          run.token(Token.Punctuation, parenthesis);
        }),
      ),
      rule(/\s+/, Token.Text),
      rule(/\/\/.*/, Token.CommentSingle),
      needs('*/', rule(/\/\*.*?\*\//s, Token.CommentMultiline)),
      rule(/"/, Token.String, 'double quoted'),
      rule(/'/, Token.String, 'single quoted'),
      rule(/r"[^"]*"|r'[^']*'/, Token.StringOther),
      rule(/#(?:[a-zA-Z_]\w*)?/, Token.StringSymbol),
      rule(new RegExp(`@${name}`), Token.NameDecorator),
      rule(new RegExp(`${keywords}\\b`), Token.Keyword),
      rule(new RegExp(`${declarations}\\b`), Token.KeywordDeclaration),
      rule(new RegExp(`${types}\\b`), Token.KeywordType),
      rule(/(?:true|false|null)\b/, Token.KeywordConstant),
      rule(/(?:class|mixin)\b/, Token.KeywordDeclaration, 'class'),
      rule(/(?:import|deferred|export|library|part\s*of|part|source)\b/, Token.KeywordNamespace, 'import'),
      rule(new RegExp(`(\\.)(${name})`), [Token.Operator, Token.NameAttribute]),
      rule(new RegExp(`${name}:`), Token.NameLabel),
      rule(new RegExp(`\\$?${name}`), Token.Name),
      rule(/[~^*!%&|+=:/?-]/, Token.Operator),
      rule(/[[\](){}<>.,;]/, Token.Punctuation),
      rule(/\d*\.\d+(?:[eE]-?\d+)?/, Token.NumberFloat),
      rule(/0x[\da-fA-F]+/, Token.NumberHex),
      rule(/\d+L?/, Token.NumberInteger),
    ],
    class: [rule(/\s+/, Token.Text), rule(new RegExp(name), Token.NameClass, '#pop')],
    import: [
      rule(/;/, Token.Operator, '#pop'),
      rule(/(?:show|hide)\b/, Token.KeywordDeclaration),
      include('root'),
    ],
    'double quoted': [
      rule(/"/, Token.String, '#pop'),
      rule(/[^\\$"]+/, Token.String),
      include('string parts'),
    ],
    'single quoted': [
      rule(/'/, Token.String, '#pop'),
      rule(/[^\\$']+/, Token.String),
      include('string parts'),
    ],
    'string parts': [
      rule(new RegExp(`\\$${name}`), Token.StringInterpol),
      rule(/\$\{[^}]+\}/, Token.StringInterpol),
      rule(/\\[nrt"'\\]/, Token.StringEscape),
    ],
  }),
};
