import { afterSpace, include, type Lexer, needs, type Rule, rule, when } from '../lexer.js';
import { Token } from '../tokens.js';

const name = String.raw`[a-z$._?][\w$.?#@~]*`;

/** Assembly for NASM. What follows an instruction or directive on its line are arguments; words are told by their beginnings. */
export const nasm: Lexer = {
  states: () => ({
    root: [
      when(afterSpace('%'), rule(/^\s*%/, Token.CommentPreproc, 'preprocessor')),
      include('space'),
      include('punctuation'),
      rule(new RegExp(`${name}:`, 'i'), Token.NameLabel),
      rule(
        new RegExp(`(${name})(\\s+)(equ)`, 'i'),
        [Token.NameConstant, Token.KeywordDeclaration, Token.KeywordDeclaration],
        'arguments',
      ),
      rule(
        /BITS|USE16|USE32|SECTION|SEGMENT|ABSOLUTE|EXTERN|GLOBAL|ORG|ALIGN|STRUC|ENDSTRUC|COMMON|CPU|GROUP|UPPERCASE|IMPORT|EXPORT|LIBRARY|MODULE/,
        Token.Keyword,
        'arguments',
      ),
      rule(/(?:res|d)[bdqtw]|times/i, Token.KeywordDeclaration, 'arguments'),
      rule(new RegExp(name, 'i'), Token.NameFunction, 'arguments'),
      rule(/[\r\n]+/, Token.Text),
    ],

    arguments: [
      string('"'),
      string("'"),
      string('`'),
      rule(/0x[\da-f]+|\d[\da-f]*h/i, Token.NumberHex),
      rule(/[0-7]+q/i, Token.NumberOct),
      rule(/[01]+b/i, Token.NumberBin),
      rule(/\d+\.e?\d+/i, Token.NumberFloat),
      rule(/\d+/, Token.NumberInteger),
      include('punctuation'),
      rule(
        /r\d[0-5]?[bdw]|[a-d][hl]|[er]?[a-d]x|[er]?[bs]p|[er]?[ds]i|[c-gs]s|st[0-7]|mm[0-7]|cr[0-4]|dr[0-367]|tr[3-7]/i,
        Token.NameBuiltin,
      ),
      rule(new RegExp(name, 'i'), Token.NameVariable),
      rule(/[\r\n]+/, Token.Text, '#pop'),
      include('space'),
    ],

    preprocessor: [
      rule(/[^;\n]+/, Token.CommentPreproc),
      needs('\n', rule(/;.*?\n/, Token.CommentSingle, '#pop')),
      rule(/\n/, Token.CommentPreproc, '#pop'),
    ],

    space: [rule(/\n|[ \t]+/, Token.Text), rule(/;.*/, Token.CommentSingle)],
    punctuation: [
      rule(/[,():[\]]+/, Token.Punctuation),
      rule(/[&|^<>+*/%~-]+/, Token.Operator),
      rule(/\$+/, Token.KeywordConstant),
      rule(/seg|strict|wrt/i, Token.OperatorWord),
      rule(/byte|[dq]?word/i, Token.KeywordType),
    ],
  }),
};

/** A string, which Rouge 4.7 knows only if it has no `n` in it; a quote may follow two backslashes. */
function string(quote: string): Rule {
  const end = new RegExp(`[^\\\\]${quote}`, 'g');
  const bad = new RegExp(`n|(?<!\\\\)\\\\(?!\\\\${quote})`, 'g');
  return when(
    (run) => run.next(end) < run.next(bad),
    rule(new RegExp(`${quote}(?:\\\\\\\\${quote}|[^${quote}\\\\n])*${quote}`), Token.String),
  );
}
