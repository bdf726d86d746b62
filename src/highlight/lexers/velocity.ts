import { include, type Lexer, lettersOfAnyCase, needs, quotedString, rule, when } from '../lexer.js';
import type { LexerRun } from '../run.js';
import { Token } from '../tokens.js';
import { templateParent } from './template-parent.js';

const name = `[${lettersOfAnyCase}_]\\w*`;
const { Punctuation, Operator, NameFunction, NameVariable } = Token;
const noDigit = /[^0-9]/g;

/** Velocity: HTML, or the language of the option `parent`, with directives after `#` and values after `$`. Braces elsewhere are errors. */
export const velocity: Lexer<LexerRun> = {
  start: templateParent,
  states: () => ({
    root: [
      rule(/[^{#$]+/, (run, [text]) => run.delegate(run.memory, text)),
      needs('*#', rule(/#\*[\s\S]*?\*#/, Token.CommentMultiline)),
      rule(/##.*/, Token.CommentSingle),
      rule(
        new RegExp(`(#\\{?)(${name})(\\}?\\s?\\()`),
        [Punctuation, NameFunction, Punctuation],
        'directive arguments',
      ),
      rule(new RegExp(`(#\\{?)(${name})(\\}|\\b)`), [Punctuation, NameFunction, Punctuation]),
      rule(/\$\{?/, Punctuation, 'value'),
    ],
    value: [
      rule(new RegExp(name), NameVariable),
      rule(/\(/, Punctuation, 'arguments'),
      rule(new RegExp(`(\\.)(${name})`), [Punctuation, NameVariable]),
      rule(/\}/, Punctuation, '#pop'),
      rule(/(?:)/, Token.Text, '#pop'),
    ],
    'directive arguments': [
      rule(/&&|\|\||==?|!=?|[-<>+*%&|^/]|(?:eq|ne|gt|lt|ge|le|not|in)\b/, Operator),
      rule(/\[/, Operator, 'range'),
      rule(new RegExp(`${name}\\b`), NameFunction),
      include('arguments'),
    ],
    range: [rule(/\.{2}/, Operator), include('arguments'), rule(/\]/, Operator, '#pop')],
    arguments: [
      rule(/\$\{?/, Punctuation, 'value'),
      rule(/\s+/, Token.Text),
      rule(/,/, Punctuation),
      quotedString('"', Token.StringDouble),
      quotedString("'", Token.StringSingle),
      rule(/0[xX][\da-fA-F]+[Ll]?/, Token.NumberHex),
      when(
        (run) => !/[a-zA-Z_]/.test(run.text.charAt(run.next(noDigit))),
        rule(/[0-9]+\b/, Token.NumberInteger),
      ),
      rule(/(?:true|false|null)\b/, Token.KeywordConstant),
      rule(/[([]/, Punctuation, '#push'),
      rule(/[)\]}]/, Punctuation, '#pop'),
    ],
  }),
};
