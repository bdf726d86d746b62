import { include, type Lexer, needs, rule, type States, wordCharacters, words } from '../lexer.js';
import { Token } from '../tokens.js';
import { commonStates, methodName } from './ruby-common.js';
import { type HereDocument, startPercentLiteral } from './ruby-literals.js';

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
  states: () => ({ ...commonStates, ...own }),
};

const own: States<HereDocument[]> = {
  numbers: [
    rule(/0o[0-7]+(?:_[0-7]+)*/, Token.NumberOct),
    rule(/0x[\da-fA-F]+(?:_[\da-fA-F]+)*/, Token.NumberHex),
    rule(/0b[01]+(?:_[01]+)*/, Token.NumberBin),
    rule(/\d+(?:\.\d+(?:e[+-]?\d+)?(?:_f32)?|e[+-]?\d+|_f32)/i, Token.NumberFloat),
    rule(/\d+(?:_\d+)*(?:_[iu]\d+)?/, Token.NumberInteger),
  ],
  literals: [
    include('symbols and strings'),
    rule(
      /:(?:===|=?~|\[\][=?]?|\*\*=?|\/\/=?|[=^*/+-]=?|&[&*+-]?=?|\|\|?=?|![=~]?|%=?|<=>|<<?=?|>>?=?|\.\.\.?)/,
      Token.StringSymbol,
    ),
    // Rouge loses all but the last character between the quotes; here they stay.
    rule(/(')(\\u[a-fA-F\d]{4}|\\u\{[a-fA-F\d]{1,6}\}|\\[abefnrtv])?((?:[^'\\]|\\[\s\S])*\\?)(')/, [
      Token.StringSingle,
      Token.StringEscape,
      Token.StringSingle,
      Token.StringSingle,
    ]),
  ],
  words: [
    needs(']', rule(/@\[[^\]]+\]/, Token.NameDecorator)),
    rule(new RegExp(`${keywords}\\b`), Token.Keyword, 'expression'),
    rule(new RegExp(`${pseudoKeywords}\\b`), Token.KeywordPseudo, 'expression'),
    include('module and class'),
    rule(/(def|macro\b)(\s*)/, [Token.Keyword, Token.Text], 'method name'),
    rule(new RegExp(`${queries}\\?`), Token.NameBuiltin, 'expression'),
    rule(/(?:chomp|chop|exit|gsub|sub)!/, Token.NameBuiltin, 'expression'),
    rule(new RegExp(`${builtins}\\b`), Token.NameBuiltin, 'call'),
  ],
  operators: [
    rule(/\*\*|\/\/|>=|<=|<<?|>>?|=~|===|!~|&&?|\|\||\./, Token.Operator, 'expression'),
    rule(/\{%|%\}/, Token.Punctuation),
  ],

  division: [rule(/\//, Token.Operator, ['#pop', 'expression'])],
  ternary: [rule(/:(?!:)/, Token.Punctuation, ['#pop', 'expression']), include('root')],

  'name of a method': [methodName('\\*\\*?|[-+]@?|[/%&|^`~]|\\[\\]=?|<<?|>>?|<=>?|>=|===?')],
  'name with modules': [],

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
