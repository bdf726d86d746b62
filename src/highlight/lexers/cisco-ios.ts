import { type Lexer, needs, nonSpace, rule, when } from '../lexer.js';
import { Token } from '../tokens.js';

const { Keyword, KeywordType, NameAttribute, NameFunction, Number: Numeral, Text } = Token;

const negation = /no[ \t-\r]+[^ \t-\r]/g;

/** Configurations of Cisco's IOS. The first word of a line is a keyword, words of some commands in any shorter form. */
export const ciscoIos: Lexer = {
  states: () => ({
    root: [
      rule(/^!.*/, Token.CommentSingle),
      rule(/^(version\s+)(.*)/, [Keyword, Token.NumberFloat]),
      rule(/(desc*r*i*p*t*i*o*n*)(.*)/, [Keyword, Token.CommentSingle]),
      rule(/^(inte*r*f*a*c*e*|controller|router \S+|voice translation-\S+|voice-port|line)(.*)/, [
        KeywordType,
        NameFunction,
      ]),
      rule(/(password|secret)(\s+[57]\s+)(\S+)/, [Keyword, Numeral, Token.StringDouble]),
      rule(/permit|deny/, Token.OperatorWord),
      rule(/^(banner\s+)(motd\s+|login\s+)([#$%])/, [Keyword, NameFunction, Token.StringDelimiter], 'banner'),
      rule(/^(dial-peer\s+\S+\s+)(\S+)(.*)/, [Keyword, NameAttribute, Keyword]),
      rule(/^(vlan\s+)(\d+)$/, [Keyword, NameAttribute]),
      rule(/\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}(?:\/\d{1,2})?/, Numeral),
      rule(/49\.\d{4}\.\d{4}\.\d{4}\.\d{4}\.\d{2}/, Numeral),
      rule(/[a-f0-9]{4}\.[a-f0-9]{4}\.[a-f0-9]{4}/, Token.NumberHex),
      when(
        (run) => run.meets(nonSpace, negation),
        rule(/^(\s*no\s+)(\S+)/, [Token.KeywordConstant, Keyword]),
      ),
      needs(nonSpace, rule(/^[^\n\r]\s*\S+/, Keyword)),
      rule(/\*+/, Token.NameEntity),
      rule(/\n+|./, Text),
    ],
    banner: [rule(/[#$%]/, Token.StringDelimiter, '#pop'), rule(/[^#$%]/, Text)],
  }),
};
