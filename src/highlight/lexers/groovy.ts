import { type Lexer, needs, rule, type States, when, wordSet } from '../lexer.js';
import { signatureAhead } from '../signature.js';
import { Token } from '../tokens.js';

/** The words by which a dialect of Groovy differs. */
export interface GroovyWords {
  readonly keywords: ReadonlySet<string>;
  readonly types: ReadonlySet<string>;
}

const keywords = wordSet(`
  as assert break case catch continue default do else finally for goto if in instanceof new return switch this throw try
  while
`);
const declarations = wordSet(`
  abstract const extends final implements native private protected public static strictfp super synchronized throws
  transient volatile
`);
const types = wordSet('boolean byte char def double float int long short var void');
const constants = wordSet('false null true');

export const groovyWords: GroovyWords = { keywords, types };

/** Groovy. A line of words before a parenthesis is a signature, or a command that looks like one. */
export const groovy: Lexer = {
  detect: (source) => source.hasShebang('groovy') || source.hasShebang('nextflow'),
  states: () => groovyStates(groovyWords),
};

/** The states of Groovy with the words of a dialect. */
export function groovyStates(words: GroovyWords): States {
  return {
    root: [
      when(
        signatureAhead('\\w.[\\]', '\\w'),
        rule(/^(\s*(?:\w[\w.[\]]*\s+)+?)(\w+)(\s*)(\()/, (run, [, before, called, space, parenthesis]) => {
          run.delegate(run, before!);
          run.token(Token.NameFunction, called);
          run.token(Token.Text, space);
          run.token(Token.Operator, parenthesis);
        }),
      ),
      rule(/[^\S\n]+/, Token.Text),
      rule(/\/\/.*/, Token.CommentSingle),
      needs('*/', rule(/\/\*.*?\*\//s, Token.CommentMultiline)),
      rule(/@\w[\w.]*/, Token.NameDecorator),
      rule(/(?:class|interface|trait|enum|record)\b/, Token.KeywordDeclaration, 'class'),
      rule(/(?:package|import)\b/, Token.KeywordNamespace, 'import'),
      needs('"""', rule(/""".*?"""/s, Token.StringDouble)),
      needs("'''", rule(/'''.*?'''/s, Token.StringSingle)),
      rule(/"(?:[^"\\\n]|\\[\s\S])*\\?"/, Token.StringDouble),
      rule(/'(?:[^'\\\n]|\\[\s\S])*\\?'/, Token.StringSingle),
      needs('/$', rule(/\$\/(?:\$[\s\S]|[\s\S])*?\/\$/, Token.String)),
      rule(/\/(?:[^/\\\n]|\\[\s\S])*\\?\//, Token.String),
      rule(/'(?:\\.|[^\\]|\\u[0-9a-f]{4})'/, Token.StringChar),
      rule(/(\.)([a-zA-Z_]\w*)/, [Token.Operator, Token.NameAttribute]),
      rule(/[a-zA-Z_]\w*:/, Token.NameLabel),
      rule(/[a-zA-Z_$]\w*/, (run, [word]) => run.token(classOf(word, words), word)),
      rule(/[~^*!%&[\](){}<>|+=:;,./?-]/, Token.Operator),
      rule(/\d+\.\d+(?:[eE]\d+)?[fd]?/, Token.NumberFloat),
      rule(/0x[0-9a-f]+/, Token.NumberHex),
      rule(/\d+L?/, Token.NumberInteger),
      rule(/\n/, Token.Text),
    ],
    class: [rule(/\s+/, Token.Text), rule(/\w+/, Token.NameClass, '#pop')],
    import: [rule(/\s+/, Token.Text), rule(/[\w.]+\*?/, Token.NameNamespace, '#pop')],
  };
}

function classOf(word: string, { keywords, types }: GroovyWords): Token {
  if (keywords.has(word)) return Token.Keyword;
  if (declarations.has(word)) return Token.KeywordDeclaration;
  if (types.has(word)) return Token.KeywordType;
  return constants.has(word) ? Token.KeywordConstant : Token.Name;
}
