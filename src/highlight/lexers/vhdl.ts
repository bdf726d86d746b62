import { type Lexer, rule, wordSet } from '../lexer.js';
import { Token } from '../tokens.js';

const keywords = wordSet(`
  access after alias all architecture array assert assume assume_guarantee attribute begin block body buffer
  bus case component configuration constant context cover default disconnect downto else elsif end entity exit
  fairness file for force function generate generic group guarded if impure in inertial inout is label library
  linkage literal loop map new next null of on open others out package parameter port postponed procedure
  process property protected pure range record register reject release report return select sequence severity
  shared signal strong subtype then to transport type unaffected units until use variable vmode vprop vunit
  wait when while with
`);
const types = wordSet(`
  bit bit_vector boolean boolean_vector character integer integer_vector natural positive real real_vector
  severity_level signed std_logic std_logic_vector std_ulogic std_ulogic_vector string time time_vector
  unsigned
`);
const operatorWords = wordSet('abs and mod nand nor not or rem rol ror sla sll sra srl xnor xor');

/** VHDL, of 2008. Words are known in any case. */
export const vhdl: Lexer = {
  states: () => ({
    root: [
      rule(/\s+/, Token.Text),
      rule(/--.*/, Token.CommentSingle),
      rule(/-?\d+/, Token.NumberInteger),
      rule(/[box]?"[^"]*"/i, Token.StringSingle),
      rule(/'[^']?'/, Token.StringChar),
      rule(/'[a-zA-Z]\w*/, Token.NameAttribute),
      rule(/[(),:;]/, Token.Punctuation),
      rule(/(?:true|false|null)\b/i, Token.NameBuiltin),
      rule(/[a-zA-Z]\w*/, (run, [name]) => run.token(classOf(name.toLowerCase()), name)),
      rule(/[#&'*+./<=>?@^-]/, Token.Operator),
    ],
  }),
};

function classOf(name: string): Token {
  if (keywords.has(name)) return Token.Keyword;
  if (types.has(name)) return Token.KeywordType;
  return operatorWords.has(name) ? Token.OperatorWord : Token.Name;
}
