import { type Lexer, rule, wordSet } from '../lexer.js';
import { Token } from '../tokens.js';
import { mlLiterals, mlStates, primitives, wordOperators } from './ocaml.js';

const keywords = wordSet(`
  abstract and as assert atomic base begin break checked class component const constraint constructor continue default
  delegate do done downcast downto eager elif else end event exception extern external false finally fixed for fun
  function functor global if in include inherit inline interface internal lazy let match member method mixin module
  mutable namespace new not null object of open or override parallel private process protected public pure rec return
  sealed select sig static struct tailcall then to trait true try type upcast use val virtual void volatile when while
  with yield
`);
const punctuation = wordSet(
  '!= # & && ( ) * , - -. -> . .. : :: := :> ; ;; < <- = > >] >} ? ?? [ [< [> [| ] _ ` { {< | |] } ~ |> <| <>',
);

const name = `(?:[a-zA-Z][\\w']*|\`\`[^\`\\n\\r\\t]+\`\`)`;

/** F#. A run of symbols is punctuation if the language has it, else an operator. */
export const fsharp: Lexer = {
  states: () => ({
    root: [
      rule(/\s+/, Token.Text),
      rule(/false|true|\(\)|\[\]/, Token.NameBuiltinPseudo),
      rule(/[A-Z][\w']*(?=\s*\.)/, Token.NameNamespace, 'path'),
      rule(/[A-Z][\w']*/, Token.NameClass),
      rule(/\(\*(?!\))/, Token.Comment, 'comment'),
      rule(/\/\/.*/, Token.CommentSingle),
      rule(new RegExp(name), (run, [word]) => run.token(classOf(word), word)),
      rule(/[[\];,{}_()!$%&*+./:<=>?@^|~#-]+/, (run, [symbols]) =>
        run.token(punctuation.has(symbols) ? Token.Punctuation : Token.Operator, symbols),
      ),
      ...mlLiterals,
    ],
    path: [
      rule(/\s+/, Token.Text),
      rule(/\./, Token.Punctuation),
      rule(/[A-Z][\w']*(?=\s*\.)/, Token.NameNamespace),
      rule(/[A-Z][\w']*/, Token.NameClass, '#pop'),
      rule(new RegExp(name), Token.Name, '#pop'),
      rule(/\[/, Token.Punctuation, '#pop'),
    ],
    ...mlStates,
  }),
};

function classOf(word: string): Token {
  if (keywords.has(word)) return Token.Keyword;
  if (wordOperators.has(word)) return Token.OperatorWord;
  return primitives.has(word) ? Token.KeywordType : Token.Name;
}
