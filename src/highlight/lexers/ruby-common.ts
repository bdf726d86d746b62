import { include, needs, quotedString, rule, type States } from '../lexer.js';
import { Token } from '../tokens.js';
import {
  anyCase,
  type HereDocument,
  literalStates,
  lowerName,
  name,
  plainName,
  plainRest,
  word,
} from './ruby-literals.js';

const root: States<HereDocument[]> = {
  root: [
    include('space'),
    rule(/__END__/, Token.CommentPreproc, 'data'),
    include('numbers'),
    include('variables'),
    rule(/::/, Token.Operator),
    include('literals'),
    include('words'),
    include('here-documents'),
    rule(/\.{2,3}/, Token.Operator, 'expression'),
    rule(new RegExp(`\\p{Lu}${plainRest}`), Token.NameConstant, 'call'),
    rule(
      new RegExp(`(\\.)(\\s*)(${lowerName}[!?]?|[*%&^\`~+-/[<>=])`),
      [Token.Punctuation, Token.Text, Token.NameFunction],
      'call',
    ),
    rule(new RegExp(`${name}[?!]`), Token.Name, 'expression'),
    rule(new RegExp(name), Token.Name, 'call'),
    include('operators'),
    rule(/[-+/*%=<>&!^|~]=?/, Token.Operator, 'expression'),
    rule(/\?/, Token.Punctuation, ['ternary', 'expression']),
    rule(/[[({,:\\;/]/, Token.Punctuation, 'expression'),
    rule(/[\])}]/, Token.Punctuation),
  ],
  data: [rule(/.+/s, Token.CommentPreproc, '#pop')],

  space: [
    rule(/[ \t\r]+/, Token.Text),
    rule(/\n\s*/, Token.Text, 'expression'),
    rule(/#.*/, Token.CommentSingle),
    needs('\n=end', rule(/=begin\b.*?\n=end\b/s, Token.CommentMultiline)),
  ],
  variables: [
    rule(new RegExp(`@@${lowerName}`, anyCase), Token.NameVariableClass),
    rule(new RegExp(`@${lowerName}`, anyCase), Token.NameVariableInstance),
    rule(new RegExp(`\\$${word}+`), Token.NameVariableGlobal),
    rule(/\$(?:[!@&`'+~=/\\,;.<>_*$?:"]|-[0adFiIlpvw])/, Token.NameVariableGlobal),
  ],
  'symbols and strings': [
    rule(new RegExp(`:@{0,2}${lowerName}[!?]?`, anyCase), Token.StringSymbol),
    quotedString("'", Token.StringSymbol, ':'),
    rule(/:"/, Token.StringSymbol, 'quoted symbol'),
    rule(new RegExp(`[\\p{Ll}_]${word}*[?!]?:\\s+`), Token.StringSymbol, 'expression'),
    rule(/"/, Token.StringDouble, 'double quoted'),
    rule(/`/, Token.StringBacktick, 'backticks'),
  ],
};

/**
 * States for the place right after something, where it decides what the next character means: `expression` after an operator,
 * keyword or line end, `call` after a name.
 */
const positions: States<HereDocument[]> = {
  expression: [
    rule(/[ \t\r]+/, Token.Text),
    rule(/\//, Token.StringRegex, ['#pop', 'regex']),
    rule(
      new RegExp(
        `\\?(?:\\\\[MC]-)*(?:\\\\(?:[\\\\abefnrstv#"']|x[\\da-fA-F]{1,2}|[0-7]{1,3})|\\S)(?!${word})`,
      ),
      Token.StringChar,
      '#pop',
    ),
    rule(/(\s*)(%[rqswQWxiI]? \S* )/, [Token.Text, Token.StringOther], '#pop'),
    include('percent literals'),
    rule(/(?:)/, Token.Text, '#pop'),
  ],
  call: [
    include('division'),
    rule(/(?=\n)/, Token.Text, '#pop'),
    rule(/(?:)/, Token.Text, ['#pop', 'call after space']),
  ],
  'call after space': [
    include('space'),
    rule(/[%/]=/, Token.Operator, ['#pop', 'expression']),
    rule(/\/(?=\S|\s*\/)/, Token.StringRegex, ['#pop', 'regex']),
    include('percent literals'),
    rule(/(?=\s*\/)/, Token.Text, '#pop'),
    rule(/\s+/, Token.Text, ['#pop', 'expression']),
    rule(/(?:)/, Token.Text, '#pop'),
  ],
};

const definitions: States<HereDocument[]> = {
  'module and class': [
    rule(new RegExp(`(module)(\\s+)(${plainName}(?:::${plainName})*)`), [
      Token.Keyword,
      Token.Text,
      Token.NameNamespace,
    ]),
    rule(/(class\b)(\s*)/, [Token.Keyword, Token.Text], 'class name'),
  ],
  'method name': [
    rule(/\s+/, Token.Text),
    rule(/\(/, Token.Punctuation, 'parentheses'),
    include('name of a method'),
    rule(/(?:)/, Token.Text, '#pop'),
  ],
  'class name': [
    rule(/\s+/, Token.Text),
    include('name with modules'),
    rule(/\(/, Token.Punctuation, ['parentheses', 'expression']),
    rule(/<</, Token.Operator, ['#pop', 'expression']),
    rule(new RegExp(`[\\p{Lu}_]${word}*`), Token.NameClass, '#pop'),
    rule(/(?:)/, Token.Text, '#pop'),
  ],
  parentheses: [
    rule(/(\))(\.|::)?/, [Token.Punctuation, Token.Operator], '#pop'),
    rule(/\(/, Token.Punctuation, ['parentheses', 'expression']),
    include('root'),
  ],
};

/**
 * The shape of Ruby, which Crystal has too: what both have in common, from `root` on. The lexer adds `numbers`, `literals` (with
 * `symbols and strings`), `words` (with `module and class`), `operators`, `division`, `ternary`, `name of a method`, `name with
 * modules`, `percent literals` and `escapes and interpolation`.
 */
export const commonStates: States<HereDocument[]> = {
  ...root,
  ...positions,
  ...definitions,
  ...literalStates,
};

/**
 * A method's name behind `def`, with what it is a method of.
 *
 * @param operators a pattern for the operators that can be defined
 */
export function methodName(operators: string) {
  return rule<HereDocument[]>(
    new RegExp(`(?:(${name})(\\.))?(${name}[!?]?|${operators})`),
    [Token.NameClass, Token.Operator, Token.NameFunction],
    '#pop',
  );
}
