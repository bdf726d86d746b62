import { include, type Lexer, quotedString, rule, type States, wordCharacters, words } from '../lexer.js';
import { Token } from '../tokens.js';
import { commonStates, methodName } from './ruby-common.js';
import { type HereDocument, startPercentLiteral, word } from './ruby-literals.js';

const keywords = words(`
  BEGIN END alias begin break case defined\\? do else elsif end ensure for if in next raise redo rescue retry return
  super then undef unless until when while yield
`);
const pseudoKeywords = words(`
  __FILE__ __LINE__ alias_method attr catch extend false include loop module_function nil private protected public raise
  throw true
`);
const queries = words(`
  autoload block_given const_defined eql equal frozen include instance_of is_a iterator kind_of method_defined nil
  private_method_defined protected_method_defined public_method_defined respond_to tainted
`);
const builtins = words(`
  __id__ __send__ abort ancestors at_exit attr_accessor attr_reader attr_writer autoload binding callcc caller catch
  chomp chop class_eval class_variables clone const_defined\\? const_get const_missing const_set constants display dup
  eval exec exit extend fail fork format freeze getc gets global_variables gsub hash id included_modules inspect
  instance_eval instance_method instance_methods instance_variable_get instance_variable_set instance_variables lambda
  load local_variables loop method method_missing methods module_eval name object_id open p print printf
  private_class_method private_instance_methods private_methods proc protected_instance_methods protected_methods
  public_class_method public_instance_methods public_methods putc puts raise rand readline readlines require
  require_relative scan select self send set_trace_func singleton_methods sleep split sprintf srand sub syscall system
  taint test throw to_a to_s trace_var trap untaint untrace_var warn
`);

/**
 * Ruby. Whether `/`, `?`, `%` and `<<` are operators or start a literal is told by what was before: after an operator,
 * keyword or line end the run is in `expression`; after a name in `call`, where white space before but not after the
 * character makes it a literal.
 */
export const ruby: Lexer<HereDocument[]> = {
  detect: (source) => source.hasShebang('ruby'),
  // Twice: Rouge 4.7 loads the lexer's file twice, and so does what it says at the start.
  start(run) {
    run.push('expression');
    run.push('expression');
    return [];
  },
  states: () => ({ ...commonStates, ...own }),
};

const own: States<HereDocument[]> = {
  numbers: [
    rule(/0_?[0-7]+(?:_[0-7]+)*/, Token.NumberOct),
    rule(/0x[\da-fA-F]+(?:_[\da-fA-F]+)*/, Token.NumberHex),
    rule(/0b[01]+(?:_[01]+)*/, Token.NumberBin),
    rule(/\d+(?:_\d+)*(?:\.\d+(?:_\d+)*(?:[eE][+-]?\d+)?|[eE][+-]?\d+)/, Token.NumberFloat),
    rule(/\d+(?:_\d+)*/, Token.NumberInteger),
  ],
  literals: [
    include('symbols and strings'),
    rule(/:(?:\*\*|[-+]@|[/%&|^`~]|\[\]=?|<<|>>|<=?>|<=?|===?)/, Token.StringSymbol),
    quotedString("'", Token.StringSingle),
  ],
  words: [
    rule(new RegExp(`${keywords}(?=\\W|$)`), Token.Keyword, 'expression'),
    rule(new RegExp(`${pseudoKeywords}\\b`), Token.KeywordPseudo, 'expression'),
    rule(/(?:not|and|or)\b/, Token.OperatorWord, 'expression'),
    include('module and class'),
    rule(/(def\b)(\s*)/, [Token.Keyword, Token.Text], 'method name'),
    rule(new RegExp(`${queries}\\?`), Token.NameBuiltin, 'expression'),
    rule(/(?:chomp|chop|exit|gsub|sub)!/, Token.NameBuiltin, 'expression'),
    rule(new RegExp(`${builtins}\\b`), Token.NameBuiltin, 'call'),
  ],
  operators: [rule(/\*\*|<<?|>>?|=~|===|!~|&&?|\|\||\./, Token.Operator, 'expression')],

  division: [rule(/[/%]/, Token.Operator, ['#pop', 'expression'])],
  ternary: [
    rule(/(:)(\s+)/, [Token.Punctuation, Token.Text], ['#pop', 'expression']),
    rule(/:(?![^#\n]*?[:\\])/, Token.Punctuation, ['#pop', 'expression']),
    include('root'),
  ],

  'name of a method': [methodName('\\*\\*?|[-+]@?|[/%&|^`~]|\\[\\]=?|<=>?|<<?|>>?|>=|===?')],
  'name with modules': [rule(new RegExp(`${word}+(?:::${word}+)+`), Token.NameClass)],

  'percent literals': [
    rule(new RegExp(`%([rqswQWxiI])?([^${wordCharacters}\\s])`), (run, match) =>
      startPercentLiteral(run, match, match[1] === undefined || 'rQWxI'.includes(match[1])),
    ),
  ],
  'escapes and interpolation': [
    include('interpolation'),
    rule(/\\(?:x[\da-fA-F]{1,2}|[0-7]{1,3}|.)/, Token.StringEscape),
  ],
};
