import { rule, type States } from '../lexer.js';
import { Token } from '../tokens.js';

/**
 * States of a regular expression between slashes: `regex`, entered behind the first of them. A slash in brackets does not end it;
 * the end of the line does, as an error.
 *
 * @param flags the letters that may follow
 */
export function regexStates(flags: string): States {
  return {
    regex: [
      rule(/\//, Token.StringRegex, ['#pop', 'regex flags']),
      rule(/[^/]?\n/, Token.Error, '#pop'),
      rule(/\[\^?/, Token.StringEscape, 'regex class'),
      rule(/\\.|\(\?[:=<!]|\{[\d,]+\}|[()?]/, Token.StringEscape),
      rule(/./, Token.StringRegex),
    ],
    'regex flags': [
      ...(flags === '' ? [] : [rule(new RegExp(`[${flags}]+`), Token.StringRegex, '#pop')]),
      rule(/(?:)/, Token.Text, '#pop'),
    ],
    'regex class': [
      rule(/\//, Token.StringEscape),
      rule(/[^/]\n/, Token.Error, ['#pop', '#pop']),
      rule(/\]/, Token.StringEscape, '#pop'),
      rule(/\\./, Token.StringEscape),
      rule(/./, Token.StringRegex),
    ],
  };
}
