import { include, type Lexer, needs, rule, type States, wordSet } from '../lexer.js';
import type { LexerRun } from '../run.js';
import { Token } from '../tokens.js';
import { templateParent } from './template-parent.js';

/** Lexers of a template's parts. */
export interface Parts {
  readonly template: LexerRun;
}

/** The words that a template language of this kind knows in its tags. */
export interface JinjaWords {
  readonly keywords: ReadonlySet<string>;
  readonly constants: ReadonlySet<string>;
  readonly operators: ReadonlySet<string>;
  readonly tests: ReadonlySet<string>;
}

/** Jinja and Django's templates around HTML, or the language of the option `parent`. */
export const jinja = jinjaLexer({
  keywords: wordSet(`
    as autoescape block call context do else endautoescape endblock endcall endfilter endfor endif endmacro endset
    endtrans endwith extends filter for from if ignore import include macro missing recursive reversed scoped set trans
    with without
  `),
  constants: wordSet('False None True false none true'),
  operators: wordSet('and in is not or'),
  tests: wordSet(`
    callable defined divisibleby equalto escaped even iterable lower mapping none number odd sameas sequence string
    undefined upper
  `),
});

/** A lexer for Jinja or a relative of it. */
export function jinjaLexer(words: JinjaWords): Lexer<Parts> {
  return {
    start: (run) => ({ template: templateParent(run) }),
    states: () => ({
      ...templates,
      ...expressions,
      statement: [
        rule(/\w+\.?/, (run, [word]) => run.token(classOf(words, word), word)),
        include('parts'),
        rule(/%\}/, Token.CommentPreproc, '#pop'),
      ],
    }),
  };
}

/** A name with a dot behind it is none of the known words. */
function classOf({ keywords, constants, operators, tests }: JinjaWords, word: string): Token {
  if (keywords.has(word)) return Token.Keyword;
  if (constants.has(word)) return Token.KeywordPseudo;
  if (operators.has(word)) return Token.OperatorWord;
  return tests.has(word) ? Token.NameBuiltin : Token.NameVariable;
}

const templates: States<Parts> = {
  root: [
    rule(/\{#/, Token.Comment, 'comment'),
    rule(/##.*/, Token.Comment),
    rule(/(\{%-?)(\s*)(raw|verbatim)(\s*)(-?%\})/, (run, match) => {
      lexBlock(run, match);
      run.push(match[3]);
    }),
    rule(/\{%/, Token.CommentPreproc, 'statement'),
    rule(/\{\{/, Token.CommentPreproc, 'expression'),
    needs(/\\|\{[{%#]|##/g, rule(/[\s\S]+?(?=\\|\{[{%#]|##)/, lexTemplate)),
    rule(/[\s\S]+/, lexTemplate),
  ],
  comment: [rule(/[^#]+/, Token.Comment), rule(/#\}/, Token.Comment, '#pop'), rule(/#/, Token.Comment)],
  raw: [rule(/(\{%-?)(\s*)(endraw)(\s*)(-?%\})/, lexBlock, '#pop'), include('raw text')],
  verbatim: [rule(/(\{%-?)(\s*)(endverbatim)(\s*)(-?%\})/, lexBlock, '#pop'), include('raw text')],
  'raw text': [rule(/[^{]+|\{/, Token.Text)],
};

function lexTemplate(run: LexerRun<Parts>, [text]: RegExpExecArray): void {
  run.delegate(run.memory.template, text);
}

function lexBlock(run: LexerRun<Parts>, match: RegExpExecArray): void {
  run.groups(match, Token.CommentPreproc, Token.Text, Token.Keyword, Token.Text, Token.CommentPreproc);
}

const expressions: States<Parts> = {
  expression: [
    rule(/\w+\.?/, Token.NameVariable),
    include('parts'),
    rule(/%\}|\}\}/, Token.CommentPreproc, '#pop'),
  ],
  parts: [
    rule(/(\|\s*)(\w+)/, [Token.Operator, Token.NameFunction]),
    rule(/"(?:[^"\\\n]|\\.)*\\?"/, Token.StringDouble),
    rule(/'(?:[^'\\\n]|\\.)*\\?'/, Token.StringSingle),
    rule(/[-+*/=<>]|!=/, Token.Operator),
    rule(/[,()[\]]/, Token.Punctuation),
    rule(/\s+/, Token.Text),
  ],
};
