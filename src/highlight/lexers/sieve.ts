import { type Lexer, rule, when, wordSet } from '../lexer.js';
import { Token } from '../tokens.js';
import { blockComment } from './block-comment.js';

const controls = wordSet('else elsif if require stop');
const actions = wordSet(`
  addflag addheader deleteheader discard enclose ereject extracttext fileinto keep notify redirect reject removeflag
  replace setflag vacation
`);
const tests = wordSet(`
  address allof anyof body currentdate date exists false hasflag header mailboxexists metadata metadataexists not
  notify_method_capability servermetadata servermetadataexists size spamtest true valid_notify_method virustest
`);

const noDigit = /[^0-9]/g;
const unit = /(?<=[0-9])[KMG]/g;

/** Sieve, in which mail servers are told how to sort mail (RFC 5228). A number needs a unit, as in Rouge. */
export const sieve: Lexer = {
  states: () => ({
    root: [
      rule(/\s+/, Token.Text),
      rule(/#.*/, Token.CommentSingle),
      blockComment,
      rule(/[[\](),;{}]/, Token.Punctuation),
      rule(/:?[a-zA-Z_][a-zA-Z0-9_]*/, (run, [word]) => run.token(classOf(word), word)),
      rule(/"/, Token.StringDouble, 'string'),
      when((run) => run.meets(noDigit, unit), rule(/[0-9]+[KMG]/, Token.NumberInteger)),
    ],
    string: [
      rule(/\\./, Token.StringEscape),
      rule(/"/, Token.StringDouble, '#pop'),
      rule(/\$\{(?:[0-9][.0-9]*|[a-zA-Z_][.a-zA-Z0-9_]*)\}/, Token.StringInterpol),
      rule(/./, Token.StringDouble),
    ],
  }),
};

function classOf(word: string): Token {
  if (controls.has(word)) return Token.Keyword;
  if (tests.has(word)) return Token.NameVariable;
  if (actions.has(word)) return Token.NameFunction;
  return word.startsWith(':') ? Token.Operator : Token.NameOther;
}
