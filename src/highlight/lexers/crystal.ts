import { include, type Lexer, needs, rule, type States, wordCharacters, words } from '../lexer.js';
import { Token } from '../tokens.js';
import {
  anyCase,
  type HereDocument,
  literalStates,
  lowerName,
  name,
  plainName,
  plainRest,
  startPercentLiteral,
  word,
} from './ruby-literals.js';

const keywords = words(`
  BEGIN END alias as begin break case defined\\? do else elsif end ensure for fun if ifdef in lib next of raise redo
  rescue retry return super then type undef unless until when while yield
`);
// Rouge 4.7 writes `getter?` into its expression as it is, so that the `r` is what may be missing.
const pseudoKeywords = words(`
  __FILE__ __LINE__ alias_method attr attr_accessor attr_reader attr_writer catch extend false gette getter include
  initialize loop module_function new nil private propert property protected public raise record struct throw true
`);
const builtins = words(`
  abort ancestors at_exit caller catch chomp chop clone constants display dup eval exec exit extend fail fork format
  freeze getc gets global_variables gsub hash id included_modules inspect instance_eval instance_method
  instance_methods lambda loop method method_missing methods module_eval name object_id open p print printf proc putc
  puts raise rand readline readlines require scan select self send sleep split sprintf srand sub syscall system test
  throw to_a to_s trap warn
`);
const queries = words('eql equal include is_a iterator kind_of nil');

/** Crystal: Ruby's shape with macros, annotations and characters. See `ruby` for `expression` and `call`. */
export const crystal: Lexer<HereDocument[]> = {
  detect: (source) => source.hasShebang('crystal'),
  start(run) {
    run.push('expression');
    return [];
  },
  states: () => ({ ...root, ...positions, ...definitions, ...strings, ...literalStates }),
};

const root: States<HereDocument[]> = {
  root: [
    include('space'),
    rule(/__END__/, Token.CommentPreproc, 'data'),
    include('numbers and variables'),
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
    rule(/\*\*|\/\/|>=|<=|<<?|>>?|=~|===|!~|&&?|\|\||\./, Token.Operator, 'expression'),
    rule(/\{%|%\}/, Token.Punctuation),
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

  'numbers and variables': [
    rule(/0o[0-7]+(?:_[0-7]+)*/, Token.NumberOct),
    rule(/0x[\da-fA-F]+(?:_[\da-fA-F]+)*/, Token.NumberHex),
    rule(/0b[01]+(?:_[01]+)*/, Token.NumberBin),
    rule(/\d+(?:\.\d+(?:e[+-]?\d+)?(?:_f32)?|e[+-]?\d+|_f32)/i, Token.NumberFloat),
    rule(/\d+(?:_\d+)*(?:_[iu]\d+)?/, Token.NumberInteger),
    needs(']', rule(/@\[[^\]]+\]/, Token.NameDecorator)),
    rule(new RegExp(`@@${lowerName}`, anyCase), Token.NameVariableClass),
    rule(new RegExp(`@${lowerName}`, anyCase), Token.NameVariableInstance),
    rule(new RegExp(`\\$${word}+`), Token.NameVariableGlobal),
    rule(/\$(?:[!@&`'+~=/\\,;.<>_*$?:"]|-[0adFiIlpvw])/, Token.NameVariableGlobal),
  ],

  words: [
    rule(new RegExp(`${keywords}\\b`), Token.Keyword, 'expression'),
    rule(new RegExp(`${pseudoKeywords}\\b`), Token.KeywordPseudo, 'expression'),
    rule(new RegExp(`(module)(\\s+)(${plainName}(?:::${plainName})*)`), [
      Token.Keyword,
      Token.Text,
      Token.NameNamespace,
    ]),
    rule(/(def|macro\b)(\s*)/, [Token.Keyword, Token.Text], 'method name'),
    rule(/(class\b)(\s*)/, [Token.Keyword, Token.Text], 'class name'),
    rule(new RegExp(`${queries}\\?`), Token.NameBuiltin, 'expression'),
    rule(/(?:chomp|chop|exit|gsub|sub)!/, Token.NameBuiltin, 'expression'),
    rule(new RegExp(`${builtins}\\b`), Token.NameBuiltin, 'call'),
  ],
};

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
    rule(/\//, Token.Operator, ['#pop', 'expression']),
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
  ternary: [rule(/:(?!:)/, Token.Punctuation, ['#pop', 'expression']), include('root')],
};

const definitions: States<HereDocument[]> = {
  'method name': [
    rule(/\s+/, Token.Text),
    rule(/\(/, Token.Punctuation, 'parentheses'),
    rule(
      new RegExp(`(?:(${name})(\\.))?(${name}[!?]?|\\*\\*?|[-+]@?|[/%&|^\`~]|\\[\\]=?|<<?|>>?|<=>?|>=|===?)`),
      [Token.NameClass, Token.Operator, Token.NameFunction],
      '#pop',
    ),
    rule(/(?:)/, Token.Text, '#pop'),
  ],
  'class name': [
    rule(/\s+/, Token.Text),
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

const strings: States<HereDocument[]> = {
  literals: [
    rule(new RegExp(`:@{0,2}${lowerName}[!?]?`, anyCase), Token.StringSymbol),
    rule(
      /:(?:===|=?~|\[\][=?]?|\*\*=?|\/\/=?|[=^*/+-]=?|&[&*+-]?=?|\|\|?=?|![=~]?|%=?|<=>|<<?=?|>>?=?|\.\.\.?)/,
      Token.StringSymbol,
    ),
    rule(/:'(?:[^'\\]|\\[\s\S])*\\?'/, Token.StringSymbol),
    rule(/:"/, Token.StringSymbol, 'quoted symbol'),
    rule(new RegExp(`[\\p{Ll}_]${word}*[?!]?:\\s+`), Token.StringSymbol, 'expression'),
    rule(/"/, Token.StringDouble, 'double quoted'),
    rule(/`/, Token.StringBacktick, 'backticks'),
    // Rouge loses all but the last character between the quotes; here they stay.
    rule(/(')(\\u[a-fA-F\d]{4}|\\u\{[a-fA-F\d]{1,6}\}|\\[abefnrtv])?((?:[^'\\]|\\[\s\S])*\\?)(')/, [
      Token.StringSingle,
      Token.StringEscape,
      Token.StringSingle,
      Token.StringSingle,
    ]),
  ],

  'percent literals': [
    rule(new RegExp(`%([rqswQWxiI])?([^${wordCharacters}\\s}])`), (run, match) =>
      startPercentLiteral(run, match, match[1] !== undefined && 'rQWxI'.includes(match[1])),
    ),
  ],
  'escapes and interpolation': [
    include('interpolation'),
    rule(/\\(?:x[\da-fA-F]{1,2}|[0-7]{1,3}|u[\da-fA-F]{4})/, Token.StringEscape),
    needs('}', rule(/\\u\{[^}]+\}/, Token.StringEscape)),
    rule(/\\./, Token.StringEscape),
  ],
};
