import { type Lexer, lettersOfAnyCase, needs, rule, when, wordSet } from '../lexer.js';
import type { LexerRun } from '../run.js';
import { Token } from '../tokens.js';
import { c } from './c.js';

const keywords = wordSet(`
  BOOL FLOAT INTEGER IP RTIME STRING TIME acl backend declare director elif else elseif elsif if import include
  local probe set unset vcl
`);
const functions = wordSet(`
  ban call hash_data new regsub regsuball return rollback std.cache_req_body std.collect std.duration std.fileread
  std.healthy std.integer std.ip std.log std.port std.querysort std.random std.real std.real2time std.rollback
  std.set_ip_tos std.strstr std.syslog std.time std.time2integer std.time2real std.timestamp std.tolower std.toupper
  synth synthetic
`);
const variables = wordSet(`
  bereq bereq.backend bereq.between_bytes_timeout bereq.connect_timeout bereq.first_byte_timeout bereq.method
  bereq.proto bereq.retries bereq.uncacheable bereq.url bereq.xid beresp beresp.age beresp.backend beresp.backend.ip
  beresp.backend.name beresp.do_esi beresp.do_gunzip beresp.do_gzip beresp.do_stream beresp.grace beresp.keep
  beresp.proto beresp.reason beresp.status beresp.storage_hint beresp.ttl beresp.uncacheable beresp.was_304
  client.identity client.ip local.ip now obj.age obj.grace obj.hits obj.keep obj.proto obj.reason obj.status obj.ttl
  obj.uncacheable remote.ip req req.backend_hint req.can_gzip req.esi req.esi_level req.hash_always_miss
  req.hash_ignore_busy req.method req.proto req.restarts req.ttl req.url req.xid resp resp.proto resp.reason
  resp.status server.hostname server.identity server.ip
`);

const hex = '[\\da-fA-F]+';
const number = `(?:0[xX]${hex}(?:\\.${hex})?(?:[pP][+-]?${hex})?|\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?)`;
const lineEnd = /\r\n?|\n/;

/** VCL, in which Varnish is configured, with C between `C{` and `}C`. */
export const vcl: Lexer = {
  states: () => ({
    root: [
      needs('"}', rule(/\{"[\s\S]*?"\}/, Token.StringSingle)),
      when(isClosed, rule(/\{(\w+)"[\s\S]*?"\1\}/, Token.StringSingle)),
      needs('*/', rule(/\/\*[\s\S]*?\*\//, Token.CommentMultiline)),
      rule(/(?:\/\/|#).*/, Token.CommentSingle),
      rule(/true|false/, Token.KeywordConstant),
      rule(/(?:(?:beresp|bereq|resp|req|obj)\.http|var)\.[\w.-]+/, Token.NameVariable),
      rule(/(sub)(\s+)([\w-]+)/, [Token.Keyword, Token.Text, Token.NameFunction]),
      rule(/C\{/, Token.CommentPreproc, 'inline C'),
      rule(new RegExp(`\\.?[${lettersOfAnyCase}_][\\w.-]*`), (run, [word]) => run.token(classOf(word), word)),
      rule(new RegExp(`${number}(?:ms|[smhdwy])`), Token.NumberOther),
      rule(new RegExp(number), (run, [text]) => run.token(numberClass(text), text)),
      rule(/"/, Token.StringDouble, 'string'),
      rule(/[&|+-]{2}|[<=>!*/+-]=|<<|>>|!~|[-+*/%><=!&|~]/, Token.Operator),
      rule(/[{}();.,]/, Token.Punctuation),
      rule(lineEnd, Token.Text),
      rule(/./, Token.Text),
    ],
    string: [
      rule(/"/, Token.StringDouble, '#pop'),
      rule(/\\[\\"nt]/, Token.StringEscape),
      rule(lineEnd, Token.StringDouble),
      rule(/./, Token.StringDouble),
    ],
    'inline C': [
      rule(/\}C/, Token.CommentPreproc, '#pop'),
      needs(
        '}C',
        rule(/[\s\S]*?(?=\}C)/, (run, [code]) => run.delegate(c, code)),
      ),
    ],
  }),
};

const longStringStart = /\{(\w+)"/y;
const someLongStringEnd = /"\w+\}/g;

/** Whether the string `{name"…"name}` has its end. */
function isClosed(run: LexerRun): boolean {
  if (run.next(someLongStringEnd) === Number.POSITIVE_INFINITY) return false;
  longStringStart.lastIndex = run.end;
  const name = longStringStart.exec(run.text)?.[1];
  return name !== undefined && run.next(`"${name}}`) !== Number.POSITIVE_INFINITY;
}

function classOf(word: string): Token {
  if (keywords.has(word)) return Token.Keyword;
  if (functions.has(word)) return Token.NameFunction;
  return variables.has(word) ? Token.NameVariable : Token.Text;
}

function numberClass(text: string): Token {
  return /^(?:\d+|0x[\da-f]+)$/i.test(text) && !text.startsWith('0X')
    ? Token.NumberInteger
    : Token.NumberFloat;
}
