import { type Lexer, needs, rule, wordSet } from '../lexer.js';
import { Token } from '../tokens.js';
import { commands } from './sqf-words.js';

const operatorWords = wordSet('and not or');
const declarations = wordSet('param params private');
const controlFlow = wordSet('case default do else exitwith for foreach from if step switch then to while');
const constants = wordSet(`
  confignull controlnull displaynull false grpnull locationnull netobjnull objnull player scriptnull tasknull
  teammembernull true
`);
const namespaces = wordSet(`
  currentnamespace missionnamespace parsingnamespace profilenamespace uinamespace
`);

/** SQF, the script language of Arma. Case does not count. */
export const sqf: Lexer = {
  states: () => ({
    root: [
      rule(/\s+/, Token.Text),
      needs('*/', rule(/\/\*[\s\S]*?\*\//, Token.CommentMultiline)),
      rule(/\/\/.*/, Token.CommentSingle),
      rule(/#(?:define|undef|ifn?def|else|endif|include)|\\\r?\n/, Token.CommentPreproc),
      rule(/__(?:EVAL|EXEC|LINE__|FILE__)/, Token.NameBuiltin),
      rule(/"[^"\n]*"|'[^'\n]*'/, Token.String),
      rule(/(?:\$|0x)[0-9a-fA-F]+/, Token.NumberHex),
      rule(/[0-9]+\.?(?:e[0-9]+)?/, Token.NumberFloat),
      rule(/[!%&*+\-/<=>^|#]/, Token.Operator),
      rule(/[(){}[\],:;]/, Token.Punctuation),
      rule(/[a-zA-Z0-9_]+/, (run, [word]) => run.token(classOf(word.toLowerCase()), word)),
    ],
  }),
};

function classOf(word: string): Token {
  if (operatorWords.has(word)) return Token.OperatorWord;
  if (declarations.has(word)) return Token.KeywordDeclaration;
  if (controlFlow.has(word)) return Token.KeywordReserved;
  if (constants.has(word)) return Token.KeywordConstant;
  if (namespaces.has(word)) return Token.KeywordNamespace;
  if (commands.has(word)) return Token.NameFunction;
  return /_./.test(word) ? Token.NameVariable : Token.NameVariableGlobal;
}
