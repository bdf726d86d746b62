import { include, type Lexer, needs, needsOnLine, rule, when } from '../lexer.js';
import type { LexerRun } from '../run.js';
import { Token } from '../tokens.js';

/** Where the code being lexed has its last sign of a definition, `=` or `::`. */
interface Memory {
  code: string | undefined;
  lastSign: number;
}

const whiteSpace = /\s/g;

/** GHC's Core, as its dumps show it: definitions and rules, whose expressions are indented. */
export const ghcCore: Lexer<Memory> = {
  start: () => ({ code: undefined, lastSign: -1 }),
  states: () => ({
    root: [
      rule(/^=====.*=====$/, Token.GenericHeading),
      rule(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}\.\d+ UTC$/, Token.CommentSingle),
      needs('}', rule(/^Result size of .+\n.+\{[^}]*\}/, Token.CommentMultiline)),
      rule(/--.*/, Token.CommentSingle),
      rule(/\[/, Token.CommentSpecial, 'annotation'),
      rule(/(Rec)(\s*)(\{)/, [Token.Keyword, Token.Text, Token.Punctuation]),
      rule(/^(end)(\s*)(Rec)(\s*)(\})/, [
        Token.Keyword,
        Token.Text,
        Token.Keyword,
        Token.Text,
        Token.Punctuation,
      ]),
      rule(/^"[^"]+"/, Token.NameLabel, 'expression'),
      // A definition has its sign anywhere behind its name, if need be in it.
      when((run) => lastSign(run) >= run.next(whiteSpace), rule(/^\S+/, Token.NameFunction, 'expression')),
      when((run) => lastSign(run) > run.end, rule(/^\S+(?==|::)/, Token.NameFunction, 'expression')),
      rule(/./s, Token.Text),
    ],

    expression: [
      rule(/\n+/, Token.Text),
      rule(/(?=\S)/, Token.Text, '#pop'),
      rule(/\s+/, Token.Text, 'line'),
    ],
    line: [
      rule(/ /, Token.Text),
      when((run) => run.next(']') < run.next('='), rule(/\[[^=]*\]/, Token.KeywordType)),
      rule(/\[/, Token.CommentSpecial, 'annotation'),
      rule(/\d+\.\d+#{0,2}/, Token.NumberFloat),
      rule(/\d+#{0,2}/, Token.NumberInteger),
      needsOnLine('"#', rule(/".*"#/, Token.String)),
      rule(/'.'#/, Token.StringChar),
      rule(/__DEFAULT/, Token.NameConstant),
      rule(/[.,(){};]/, Token.Punctuation),
      rule(/[=-]>|::|[=@\\]/, Token.Operator),
      rule(/forall|case|of|let(?:rec)?|join/, Token.Keyword),
      include('name'),
      rule(/\n/, Token.Text, '#pop'),
    ],
    name: [
      // Rouge 4.7 writes a module's name twice here.
      rule(/^([A-Z]\w*)\./, (run, [name, module]) => {
        run.token(Token.NameNamespace, name);
        run.token(Token.Punctuation, module);
      }),
      rule(/[A-Z][^\s.,(){}]*/, Token.KeywordType),
      when(
        (run) => run.next(version) < run.next('\n'),
        rule(/([a-z].*?\d+\.\d+\.\d+)(:)(?=\S)/, [Token.NameNamespace, Token.Punctuation]),
      ),
      when((run) => run.next('(,)') < run.next(whiteSpace), rule(/\S*\(,\)\S*/, Token.NameVariable)),
      rule(/\S[^\s.,(){}]*/, Token.NameVariable),
    ],
    annotation: [
      rule(/\]/, Token.CommentSpecial, '#pop'),
      rule(/\[/, Token.CommentSpecial, '#push'),
      rule(/[^[\]]+/, Token.CommentSpecial),
    ],
  }),
};

/** The end of a package's name: `ghc-prim-0.5.3:`. */
const version = /\d\.\d+\.\d+:(?=\S)/g;

function lastSign({ memory: ofRun, text }: LexerRun): number {
  const memory = ofRun as Memory;
  if (memory.code !== text) {
    memory.code = text;
    memory.lastSign = Math.max(text.lastIndexOf('='), text.lastIndexOf('::'));
  }
  return memory.lastSign;
}
