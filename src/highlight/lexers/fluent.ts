import { afterSpace, type Lexer, nonSpace, rule, when } from '../lexer.js';
import { Token } from '../tokens.js';

const identifier = '[a-zA-Z][\\w-]*';

/** Fluent, Mozilla's messages: an identifier, then text with placeables up to the end of the line. */
export const fluent: Lexer = {
  states: () => ({
    root: [
      when(
        afterSpace('='),
        rule(/( *)(=)( *)/, [Token.Whitespace, Token.Punctuation, Token.Whitespace], 'text'),
      ),
      when((run) => run.next('\n') < run.next(nonSpace), rule(/\s*\n/, Token.Whitespace)),
      rule(/#{1,3}(?: .*)?$/, Token.CommentSingle),
      rule(new RegExp(identifier), Token.NameConstant),
      rule(new RegExp(`-${identifier}`), Token.NameEntity),
      when(afterSpace('.'), rule(new RegExp(`\\s*\\.${identifier}`), Token.NameAttribute)),
      when(
        (run) => (run.text[run.next(nonSpace)] ?? '.') !== '.',
        rule(/\s+(?=\S)/, Token.Whitespace, 'text'),
      ),
    ],

    text: [
      rule(/\n/, Token.Whitespace, '#pop'),
      rule(/[^{\n}*]+/, Token.Text),
      rule(/\{/, Token.Punctuation, 'placeable'),
      rule(/(?=\})/, Token.Punctuation, '#pop'),
    ],

    placeable: [
      rule(/\s+/, Token.Whitespace),
      rule(/\{/, Token.Punctuation, '#push'),
      rule(/\}/, Token.Punctuation, '#pop'),
      rule(new RegExp(`\\$${identifier}`), Token.NameVariable),
      rule(new RegExp(`-${identifier}`), Token.NameEntity),
      rule(new RegExp(`\\.${identifier}`), Token.NameAttribute),
      rule(/[A-Z]+/, Token.NameBuiltin),
      rule(new RegExp(identifier), Token.NameConstant),
      rule(/[(),:]|->/, Token.Punctuation),
      rule(/\*/, Token.PunctuationIndicator),
      rule(/-?\d+\.\d/, Token.NumberFloat),
      rule(/-?\d+/, Token.NumberInteger),
      rule(/"/, Token.StringDouble, 'string'),
      rule(/(\[)(-?\d+\.\d+)(\])/, [Token.Punctuation, Token.NumberFloat, Token.Punctuation], 'text'),
      rule(/(\[)(-?\d+)(\])/, [Token.Punctuation, Token.NumberInteger, Token.Punctuation], 'text'),
      rule(/(\[)([a-zA-Z][\w-]+)(\])/, [Token.Punctuation, Token.StringSymbol, Token.Punctuation], 'text'),
    ],
    string: [
      rule(/\\(?:u[\da-fA-F]{4}|U[\da-fA-F]{6}|.)/, Token.StringEscape),
      rule(/[^"\\]/, Token.StringDouble),
      rule(/"/, Token.StringDouble, '#pop'),
    ],
  }),
};
