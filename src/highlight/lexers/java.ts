import { type Lexer, needs, quotedString, rule, when, words } from '../lexer.js';
import { signatureAhead } from '../signature.js';
import { Token } from '../tokens.js';
import { digitsOf } from './java-digits.js';

const keywords = words(`
  assert break case catch continue default do else finally for goto if instanceof new return switch this throw try while
`);
const declarations = words(`
  abstract const enum extends final implements native private protected public static strictfp super synchronized throws
  transient volatile
`);
const types = words('boolean byte char double float int long short var void');

const identifier = String.raw`[\p{Alphabetic}_][\p{Alphabetic}\p{M}\p{Nd}\p{Pc}]*`;
/** A character that would make a word longer. */
const noWord = String.raw`(?![\p{Alphabetic}\p{M}\p{Nd}\p{Pc}])`;

/**
 * Java. A method is told by what stands before its parenthesis: one or more words (return type, modifiers), then its name; the
 * words before it are lexed on their own. Names are classed by their capitals.
 */
export const java: Lexer = {
  states: () => ({
    root: [
      rule(/[\t\v\f\r ]+/, Token.Text),
      rule(/\/\/.*/, Token.CommentSingle),
      needs('*/', rule(/\/\*[\s\S]*?\*\//, Token.CommentMultiline)),
      rule(new RegExp(`${keywords}${noWord}`), Token.Keyword),
      when(
        signatureAhead('\\w.[\\]<>', 'a-zA-Z_'),
        rule(
          /(\s*(?:[a-zA-Z_][a-zA-Z0-9_.[\]<>]*\s+)+?)([a-zA-Z_][a-zA-Z0-9_]*)(\s*)(\()/,
          (run, [, before, name, space, parenthesis]) => {
            run.delegate(java, before!);
            run.token(Token.NameFunction, name);
            run.token(Token.Text, space);
            run.token(Token.Operator, parenthesis);
          },
        ),
      ),
      rule(new RegExp(`@${identifier}`), Token.NameDecorator),
      rule(new RegExp(`${declarations}${noWord}`), Token.KeywordDeclaration),
      rule(new RegExp(`${types}${noWord}`), Token.KeywordType),
      rule(new RegExp(`(?:true|false|null)${noWord}`), Token.KeywordConstant),
      rule(new RegExp(`(?:class|interface|record)${noWord}`), Token.KeywordDeclaration, 'class name'),
      rule(new RegExp(`(?:import|package)${noWord}`), Token.KeywordNamespace, 'import'),
      needs('"""', rule(/"""\s*\n[\s\S]*?(?<!\\)"""/, Token.StringHeredoc)),
      quotedString('"', Token.String),
      rule(/'(?:\\.|[^\\]|\\u[0-9a-f]{4})'/, Token.StringChar),
      rule(new RegExp(`(\\.)(${identifier})`), [Token.Operator, Token.NameAttribute]),
      rule(new RegExp(`${identifier}:`), Token.NameLabel),
      rule(new RegExp(`\\p{Lu}[\\p{Lu}\\p{Nd}_]*${noWord}`), Token.NameConstant),
      rule(new RegExp(`\\p{Lu}[\\p{Alphabetic}\\p{Nd}]*${noWord}`), Token.NameClass),
      rule(new RegExp(`\\$?${identifier}`), Token.Name),
      rule(/[~^*!%&[\](){}<>|+=:;,./?-]/, Token.Operator),
      ...numbers,
      rule(/\n/, Token.Text),
    ],

    'class name': [rule(/\s+/, Token.Text), rule(new RegExp(identifier), Token.NameClass, '#pop')],
    import: [rule(/\s+/, Token.Text), rule(/[a-z0-9_.]+\*?/i, Token.NameNamespace, '#pop')],
  }),
};

const decimal = digitsOf('\\d');
const numbers = [
  rule(new RegExp(`${decimal}\\.${decimal}(?:[eE]${decimal})?[fd]?`), Token.NumberFloat),
  rule(new RegExp(`0b${digitsOf('[01]')}`, 'i'), Token.NumberBin),
  rule(new RegExp(`0x${digitsOf('[0-9a-f]')}`, 'i'), Token.NumberHex),
  rule(new RegExp(`0${digitsOf('[0-7]')}`), Token.NumberOct),
  rule(new RegExp(`${decimal}L?`), Token.NumberInteger),
];
