import { include, type Lexer, rule, when } from '../lexer.js';
import { Token } from '../tokens.js';
import { json } from './json.js';
import { isKey } from './property-values.js';

const label = [Token.NameLabel, Token.Whitespace, Token.Punctuation];
/** From the character before the closing quote on, which may be the opening one. */
const labelEnd = /[^\n]"[ \t-\r]*[:={]/g;

const afterDigits = /\D/g;
const moreDigits = /\.(?:\d\.?){3}/g;

/** HOCON, the superset of JSON that Lightbend's configuration is written in. */
export const hocon: Lexer = {
  states() {
    const outer = json.states();
    return {
      ...outer,
      root: [include('comments'), ...outer['root']!],
      object: [rule(/(?:include|url|file|classpath)\b/, Token.Keyword), ...outer['object']!],
      comments: [rule(/(?:\/\/|#).*/, Token.CommentSingle)],

      label: [
        when((run) => run.next(labelEnd) < run.next('\n'), rule(/("[^\n]*?")(\s*)([:=]|(?=\{))/, label)),
        when(isKey(/(?<=[\w.-])[ \t-\r]*[:={]/g), rule(/([\w.-]+)(\s*)([:=]|(?=\{))/, label)),
      ],
      value: [
        include('comments'),
        include('space'),
        include('constants'),
        include('interpolation start'),
        rule(/"""/, Token.StringDouble, 'long string'),
        rule(/"/, Token.StringDouble, 'string'),
        rule(/\[/, Token.Punctuation, 'array'),
        rule(/\{/, Token.Punctuation, 'object'),
        rule(/[()=]/, Token.Punctuation),
        rule(/[^$"{}[\]:=,+#`^?!@*&]/, Token.Literal),
      ],
      // Addresses: what has three digits or more after its first dot.
      constants: [
        when((run) => run.meets(afterDigits, moreDigits), rule(/\d+\.(?:\d\.?){3,}/, Token.Literal)),
        ...outer['constants']!,
      ],

      'interpolation start': [rule(/\$\{\??/, Token.StringInterpol, 'interpolation')],
      interpolation: [rule(/[\w.-]/, Token.NameVariable), rule(/\}/, Token.StringInterpol, '#pop')],
      string: [include('interpolation start'), rule(/[^\\"${]+/, Token.StringDouble), ...outer['string']!],
      // The first of three quotes ends it; the other two are an empty string.
      'long string': [rule(/"[^"]{1,2}/, Token.StringDouble), include('string')],
    };
  },
};
