import { include, type Lexer, needs, rule, wordSet } from '../lexer.js';
import type { LexerRun } from '../run.js';
import { Token } from '../tokens.js';

const keywords = wordSet(`
  abortonrte break case catch continue default do else elseif end endfor endif endstructure endswitch endtry
  for function if macro menu proc return static strswitch structure switch threadsafe try while window
`);
const declarations = wordSet(`
  char constant dfref double float funcref int16 int32 int64 nvar strconstant string struct svar uchar uint16
  uint32 uint64 variable wave
`);
const preprocessor = wordSet('define elif else endif if ifdef ifndef include pragma undef');

/** Words are looked up in lower case, so Rouge 4.7 finds only those of Igor's functions that it lists so. */
const functions = wordSet(`
  abs acos acosh alog area asin asinh atan atan2 atanh beta betai binomial binomialln cabs ceil cequal
  char2num chebyshev cmplx cmpstr conj cos cosh cot coth cpowi csc csch date date2secs datetime defined deltax
  digamma dilogarithm ei enoise erf erfc erfcw exists exp factorial fakedata faverage floor gamma gammln gammp
  gammq gcd gnoise hcsr hermite imag interp leftx limit ln log magsqr max mean median min mod norm note
  num2char num2istr num2str numpnts numtype p2rect pcsr pnt2x poly qcsr r2polar real rightx round sawtooth sec
  sech sign sin sinc sinh sqrt str2num stringmatch strlen strsearch sum tan tango_close_device
  tango_command_inout tango_compute_image_proj tango_get_dev_attr_list tango_get_dev_black_box
  tango_get_dev_cmd_list tango_get_dev_status tango_get_dev_timeout tango_get_error_stack tango_open_device
  tango_ping_device tango_read_attribute tango_read_attributes tango_reload_dev_interface
  tango_resume_attr_monitor tango_set_attr_monitor_period tango_set_dev_timeout tango_start_attr_monitor
  tango_stop_attr_monitor tango_suspend_attr_monitor tango_write_attribute tango_write_attributes tanh ticks
  time trunc vcsr wnoise x2pnt xcsr zcsr zeromq_client_connect zeromq_client_recv zeromq_client_send
  zeromq_handler_start zeromq_handler_stop zeromq_server_bind zeromq_server_recv zeromq_server_send zeromq_set
  zeromq_stop zeromq_test_callfunction zeta
`);
const operations = wordSet(`
  cd dir fprintf printf pwd sprintf sscanf wfprintf
`);

const name = '[a-z]\\w*\\b';
const flag = '\\/[a-z]+';

/** Igor Pro. What a declaration or an operation is followed by is read in states of their own. */
export const igorpro: Lexer = {
  states: () => ({
    root: [
      rule(/\/\//, Token.Comment, 'comment'),
      rule(new RegExp(name, 'i'), lexWord),
      rule(new RegExp(`(#)(${name})`, 'i'), lexDirective),
      rule(new RegExp(`(\\/(?:wave|X|Y))(\\s*)(=)(\\s*)(${name})`, 'i'), [
        Token.KeywordPseudo,
        Token.Text,
        Token.Punctuation,
        Token.Text,
        Token.NameVariable,
      ]),
      rule(/\s/, Token.Text),
      rule(/[#$~!%^&*+=|?:<>/-]/, Token.Operator),
      rule(/[{}()[\],.;]/, Token.Punctuation),
      include('strings'),
      rule(/0x[\da-f]+/i, Token.NumberFloat),
      rule(/\d+\.\d+(?:e[+-]?\d+)?/, Token.NumberHex),
      rule(/\d+(?:_\d+)*/, Token.NumberInteger),
      include('space'),
    ],

    space: [rule(/(?:[ \t]|\\\s*[\r\n])+/, Token.Text)],
    comment: [
      rule(/(\/\s*)(@\w+\b)/, [Token.Comment, Token.CommentSpecial]),
      rule(/[^\r\n]/, Token.Comment),
      rule(/(?:)/, Token.Text, '#pop'),
    ],
    strings: [rule(/"/, Token.StringDouble, 'string'), rule(/'[^']*'/, Token.StringSingle)],
    string: [
      rule(/%\w\b/, Token.StringOther),
      rule(/\\["\\]?/, Token.StringEscape),
      rule(/"/, Token.StringDouble, '#pop'),
      rule(/[^"]/, Token.String),
    ],

    'function name': [
      rule(new RegExp(flag, 'i'), Token.KeywordPseudo),
      include('space'),
      rule(new RegExp(name, 'i'), Token.NameFunction),
      rule(/\(/, Token.Punctuation, 'variables'),
      rule(/(?:)/, Token.Text, '#pop'),
    ],
    variables: [
      include('space'),
      rule(/=/, Token.Punctuation, 'value'),
      rule(new RegExp(name, 'i'), Token.NameVariable),
      rule(/[[\]]/, Token.Punctuation),
      rule(/,/, Token.Punctuation, '#push'),
      rule(/\)/, Token.Punctuation, '#pop'),
      rule(new RegExp(flag, 'i'), Token.KeywordPseudo, '#push'),
      rule(/(?:)/, Token.Text, '#pop'),
    ],
    value: [
      include('space'),
      include('strings'),
      rule(/0x[a-f0-9]+/i, Token.NumberFloat, '#pop'),
      rule(/\d+(?:_\d+)*/, Token.NumberInteger, '#pop'),
      needs(/[)\]}]/g, rule(/[([{][^)\]}]+[)\]}]/, Token.Generic, '#pop')),
      rule(/[^\s/(]+/, Token.Generic, '#pop'),
      rule(/(?:)/, Token.Text, '#pop'),
    ],
    flags: [
      include('space'),
      rule(/=/, Token.Punctuation, 'value'),
      rule(new RegExp(flag, 'i'), Token.KeywordPseudo, '#push'),
      rule(new RegExp(`(as)(\\s*)\\b(${name})`, 'i'), [Token.KeywordType, Token.Text, Token.NameLabel]),
      rule(/(?:)/, Token.Text, '#pop'),
    ],
  }),
};

function lexWord(run: LexerRun, [text]: RegExpExecArray): void {
  const word = text.toLowerCase();
  if (word.includes('function')) {
    run.token(Token.KeywordDeclaration, text);
    run.push('function name');
  } else if (declarations.has(word)) {
    run.token(Token.KeywordDeclaration, text);
    run.push('variables');
  } else if (operations.has(word)) {
    run.token(Token.KeywordReserved, text);
    run.push('flags');
  } else run.token(classOf(word), text);
}

function classOf(word: string): Token {
  if (keywords.has(word)) return Token.Keyword;
  if (word === 'inf' || word === 'nan') return Token.KeywordConstant;
  if (functions.has(word)) return Token.NameBuiltin;
  return /^[vsw]_[a-z]/.test(word) ? Token.NameConstant : Token.Name;
}

/** A directive, or a function of a module. */
function lexDirective(run: LexerRun, [text, mark, word]: RegExpExecArray): void {
  if (preprocessor.has(word!.toLowerCase())) run.token(Token.CommentPreproc, text);
  else {
    run.token(Token.Punctuation, mark);
    run.token(Token.Name, word);
  }
}
