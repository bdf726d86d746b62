import { include, type Lexer, rule, wordCharacters, words } from '../lexer.js';
import { Token } from '../tokens.js';
import { types } from './julia-words.js';

const keywords = words(`
  function return module import export if else elseif end for in isa while try catch const local global using struct
  finally begin do quote macro where
`);
const constants = words(`
  true false missing nothing Inf Inf16 Inf32 Inf64 NaN NaN16 NaN32 NaN64 stdout stderr stdin devnull pi π ℯ im ARGS C_NULL
  ENV ENDIAN_BOM VERSION undef LOAD_PATH DEPOT_PATH
`);

const name = String.raw`[\p{L}\p{Nl}\p{S}_][${wordCharacters}\p{S}\p{Po}!]*`;

/** Julia, whose names may have letters and symbols of all of Unicode. */
export const julia: Lexer = {
  detect: (source) => source.hasShebang('julia'),
  states: () => ({
    root: [
      rule(/\n|[^\S\n]+/, Token.Text),
      rule(/#=/, Token.CommentMultiline, 'comment'),
      rule(/#.*/, Token.Comment),
      rule(/[-+=*/\\&|$~^%!<>÷≠≤≥.:?]/, Token.Operator),
      rule(/(function|macro)((?:\s|\\\s)+)/, [Token.Keyword, Token.NameFunction], 'function name'),
      rule(
        /((?:mutable )?struct|(?:abstract|primitive) type)((?:\s|\\\s)+)/,
        [Token.Keyword, Token.NameClass],
        'type name',
      ),
      rule(new RegExp(`${words([...types].join(' '))}\\b`), Token.KeywordType),
      rule(/(?:local|global|const)\b/, Token.KeywordDeclaration),
      rule(new RegExp(`(?:${keywords}|mutablestruct|abstracttype|forouter)\\b`), Token.Keyword),
      rule(new RegExp(`${constants}\\b`), Token.NameBuiltin),
      rule(/`.*?`/, Token.StringBacktick),
      rule(
        /'(?:\\.|\\[0-7]{1,3}|\\x[a-fA-F0-9]{1,3}|\\u[a-fA-F0-9]{1,4}|\\U[a-fA-F0-9]{1,6}|[^\\'\n])'/,
        Token.StringChar,
      ),
      rule(/[ILE]?"/, Token.String, 'string'),
      rule(/@[\w.]+/, Token.NameDecorator),
      rule(/[a-zA-Z_\u00A1-\uffff][\w\u00A1-\uffff]*!*/, Token.Name),
      rule(/[[\]{}(),;]/, Token.Other),

      rule(/\d+\.\d*(?:[eEf][+-]?\d+)?/, Token.NumberFloat),
      rule(/\d+(?:_\d+)+(?:\.\d*(?:[eEf][+-]?\d+)?|[eEf][+-]?\d+)/, Token.NumberFloat),
      rule(/\d+[eEf][+-]?\d+/, Token.NumberFloat),
      rule(/0b[01]+(?:_[01]+)*/, Token.NumberBin),
      rule(/0o[0-7]+(?:_[0-7]+)*/, Token.NumberOct),
      rule(/0x[a-fA-F0-9]+(?:_[a-fA-F0-9]+)*/, Token.NumberHex),
      rule(/\d+(?:_\d+)*/, Token.NumberInteger),
    ],
    'function name': [
      rule(new RegExp(name), Token.NameFunction, '#pop'),
      rule(/\([^\s\w{]{1,2}\)|[^\s\w{]{1,2}/, Token.Operator, '#pop'),
    ],
    'type name': [rule(new RegExp(name), Token.NameClass, '#pop')],
    comment: [
      rule(/#=/, Token.CommentMultiline, 'comment'),
      rule(/=#/, Token.CommentMultiline, '#pop'),
      rule(/[^=#]+|[=#]/, Token.CommentMultiline),
    ],
    escape: [
      rule(
        /\\(?:[\\abfnrtv"']|\n|N\{.*?\}|u[a-fA-F0-9]{4}|U[a-fA-F0-9]{8}|x[a-fA-F0-9]{2}|[0-7]{1,3})/,
        Token.StringEscape,
      ),
    ],
    string: [
      include('escape'),
      rule(/"/, Token.String, '#pop'),
      rule(/\$(?:\(\w+\))?[-#0 +]*(?:[0-9]+|\*)?(?:\.(?:[0-9]+|\*))?/, Token.StringInterpol),
      rule(/[^\\"$]+|\\/, Token.String),
    ],
  }),
};
