import { include, type Lexer, needs, rule, wordSet } from '../lexer.js';
import { Token } from '../tokens.js';

const keywords = wordSet('and case class default define else elsif if import in inherits node unless');
const constants = wordSet('false true undef');
const metaparameters = wordSet('before notify require subscribe');

/** A name, with those of the modules that it is in. */
const name = String.raw`(?:::)?(?:[a-z]\w*::)*\w+`;

/** Puppet. A slash starts a regular expression after braces, commas and the like. */
export const puppet: Lexer = {
  detect: (source) => source.hasShebang('puppet-apply') || source.hasShebang('puppet'),
  states: () => ({
    root: [
      include('space'),
      rule(new RegExp(`\\$${name}`), Token.NameVariable),
      rule(/[a-z]\w*(?=\s*[=+]>)/, (run, [key]) =>
        run.token(metaparameters.has(key) ? Token.KeywordPseudo : Token.NameProperty, key),
      ),
      rule(new RegExp(`${name}(?=\\s*\\()`), Token.NameFunction),
      rule(/[A-Z]\w*/, Token.NameClass),
      rule(/[+=|~-]>|<[|~-]|[|:}();[\]]/, Token.Punctuation),
      rule(/[{,]/, Token.Punctuation, 'regex allowed'),
      rule(/(?:in|and|or)\b/, Token.OperatorWord),
      rule(/[=!<>]=/, Token.Operator),
      rule(/[=!]~/, Token.Operator, 'regex allowed'),
      rule(/[.=<>!+*/-]/, Token.Operator),
      rule(new RegExp(`(class|include)(\\s*)(${name})`), [Token.Keyword, Token.Text, Token.NameClass]),
      rule(/node\b/, Token.Keyword, 'regex allowed'),
      rule(/'(?:[^'\\]|\\\\|\\(?!\\)'?)*'/, Token.StringSingle),
      rule(/"/, Token.StringDouble, 'string'),
      rule(/\d+(?:\.\d+)?(?:e[+-]\d+)?/, Token.Number),
      rule(new RegExp(name), (run, [word]) => run.token(classOf(word), word)),
    ],
    space: [rule(/\s+/, Token.Text), needs('\n', rule(/#.*\n/, Token.Comment))],
    string: [
      rule(/"/, Token.StringDouble, '#pop'),
      rule(/[^$\\"]+/, Token.StringDouble),
      rule(/\\[\s\S]/, Token.StringEscape),
      rule(new RegExp(`\\$(?:${name}|\\{${name}\\})`), Token.NameVariable),
    ],

    'regex allowed': [
      include('space'),
      rule(/\//, Token.StringRegex, 'regex'),
      rule(/(?:)/, Token.Text, '#pop'),
    ],
    regex: [
      rule(/\//, Token.StringRegex, '#pop'),
      rule(/\\./, Token.StringEscape),
      rule(/[(){}]/, Token.StringInterpol),
      rule(/\[/, Token.StringInterpol, 'regex class'),
      rule(/./, Token.StringRegex),
    ],
    'regex class': [
      rule(/\]/, Token.StringInterpol, '#pop'),
      rule(/-(?=\])/, Token.StringRegex),
      rule(/-/, Token.StringInterpol),
      rule(/\\./, Token.StringEscape),
      rule(/[^\\\]-]+/, Token.StringRegex),
    ],
  }),
};

function classOf(word: string): Token {
  if (keywords.has(word)) return Token.Keyword;
  return constants.has(word) ? Token.KeywordConstant : Token.Name;
}
