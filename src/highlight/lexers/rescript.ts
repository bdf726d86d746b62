import { include, type Lexer, rule, wordSet } from '../lexer.js';
import { Token } from '../tokens.js';
import { reasonLiterals, reasonName, reasonStates } from './reason-common.js';

const keywords = wordSet(`
  and as assert constraint downto else exception export external for if import in include lazy let module mutable of
  open private rec switch to try type when while with
`);
const operatorWords = wordSet('asr land lor lsl lsr lxor mod or');
const types = wordSet('array bool char exn float format int list option ref string unit');

/** ReScript. Marks between names, such as dots and commas, are text. */
export const rescript: Lexer = {
  states: () => ({
    root: [
      rule(/[,.:?~\\]/, Token.Text),
      rule(/true|false\b/, Token.KeywordConstant),
      rule(new RegExp(`@${reasonName}(?:\\.${reasonName})*`), Token.NameDecorator),
      rule(new RegExp(`#${reasonName}`), Token.NameClass),
      include('space and paths'),
      rule(new RegExp(reasonName), (run, [word]) => run.token(classOf(word), word)),
      rule(/[(){}[\];]+/, Token.Punctuation),
      rule(/[!$%&*+/<=>@^|-][;_!$%&*+/<=>@^|-]*/, Token.Operator),
      ...reasonLiterals,
      rule(/`/, Token.StringDouble, 'template'),
    ],
    ...reasonStates,
    template: [
      rule(/\$\{/, Token.Punctuation, 'interpolation'),
      rule(/`/, Token.StringDouble, '#pop'),
      rule(/\\[$`]/, Token.StringEscape),
      rule(/[^$`\\]+|[\\$]/, Token.StringDouble),
    ],
    interpolation: [rule(/\}/, Token.Punctuation, '#pop'), include('root')],
  }),
};

function classOf(word: string): Token {
  if (keywords.has(word)) return Token.Keyword;
  if (operatorWords.has(word)) return Token.OperatorWord;
  return types.has(word) ? Token.KeywordType : Token.Name;
}
