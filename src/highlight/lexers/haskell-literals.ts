import { afterSpace, rule, type States, when } from '../lexer.js';
import { Token } from '../tokens.js';

const controls =
  'NUL|SOH|[SE]TX|EOT|ENQ|ACK|BEL|BS|HT|LF|VT|FF|CR|S[OI]|DLE|DC[1-4]|NAK|SYN|ETB|CAN|EM|SUB|ESC|[FGRU]S|SP|DEL';

/** States of characters (`character`, entered behind the first quote) and strings (`string`) in Haskell and in languages like it. */
export const haskellLiterals: States = {
  character: [
    rule(/\\/, Token.StringEscape, ['#pop', 'end of character', 'escape']),
    rule(/./, Token.StringChar, ['#pop', 'end of character']),
  ],
  'end of character': [rule(/'/, Token.StringChar, '#pop'), rule(/./, Token.Error, '#pop')],
  string: [
    rule(/"/, Token.String, '#pop'),
    rule(/\\/, Token.StringEscape, 'escape'),
    rule(/[^\\"]+/, Token.String),
  ],
  escape: [
    rule(/[abfnrtv"'&\\]|\^[\][A-Z@^_]/, Token.StringEscape, '#pop'),
    rule(new RegExp(controls), Token.StringEscape, '#pop'),
    rule(/o[0-7]+|x[\da-f]+|\d+/i, Token.StringEscape, '#pop'),
    when(afterSpace('\\'), rule(/\s+\\/, Token.StringEscape, '#pop')),
  ],
};
