import { boolOption } from '../bool-option.js';
import { include, type Lexer, rule, when } from '../lexer.js';
import type { LexerRun } from '../run.js';
import { Token } from '../tokens.js';
import { builtins } from './lua-words.js';

interface Settings {
  readonly marksBuiltins: boolean;
}

const longStart = /\[(=*)\[/y;
const quoteAfterText = /[^"]"/g;
const keyEnd = /[^"]":/g;

/** MoonScript. */
export const moonscript: Lexer<Settings> = {
  detect: (source) => source.hasShebang('moon'),
  start: ({ options }) => ({ marksBuiltins: boolOption(options, 'function_highlighting', true) }),
  states: () => ({
    root: [rule(/#!.*/, Token.CommentPreproc), rule(/(?:)/, Token.Text, 'code')],

    code: [
      rule(/--.*/, Token.CommentSingle),
      when(longStringEnds, rule(/\[(=*)\[.*?\]\1\]/s, Token.StringHeredoc)),
      include('expression'),
      rule(/'/, Token.StringSingle, 'single quoted'),
      rule(/"/, Token.StringDouble, 'double quoted'),
    ],
    expression: [
      // Rouge asks for a quote after a fraction, so that most fractions are two integers.
      rule(/(?:\d*\.\d+|\d+\.\d*)(?:e[+-]?\d+)?'/i, Token.NumberFloat),
      rule(/\d+e[+-]?\d+/i, Token.NumberFloat),
      rule(/0x[\da-f]*/i, Token.NumberHex),
      rule(/\d+/, Token.NumberInteger),
      rule(/@\w*/, Token.NameVariableInstance),
      rule(/[A-Z]\w*/, Token.NameClass),
      // Everything up to the next quote, if a colon is behind it; the quote before a key need not be there.
      when((run) => run.meets(quoteAfterText, keyEnd), rule(/"?[^"]+":/, Token.StringSymbol)),
      rule(/\w+:|:\w+/, Token.StringSymbol),
      rule(/\s+/, Token.Whitespace),
      rule(/[=~!<>]=|\.{2,3}|[-=]>|[=+\-*/%^<>#!\\]/, Token.Operator),
      rule(/[[\]{}().,:;]/, Token.Punctuation),
      rule(/(?:and|or|not)\b/, Token.OperatorWord),
      rule(
        /(?:break|class|continue|do|else|elseif|end|extends|for|if|import|in|repeat|return|switch|super|then|unless|until|using|when|while|with)\b/,
        Token.Keyword,
      ),
      rule(/(?:local|export)\b/, Token.KeywordDeclaration),
      rule(/(?:true|false|nil)\b/, Token.KeywordConstant),
      rule(/[a-z_]\w*(?:\.[A-Za-z_]\w*)?/, lexName),
    ],

    'single quoted': [rule(/'/, Token.StringSingle, '#pop'), rule(/[^']+/, Token.StringSingle)],
    'double quoted': [
      rule(/#\{/, Token.StringInterpol, 'interpolation'),
      rule(/"/, Token.StringDouble, '#pop'),
      rule(/#[^{]|[^"#]+/, Token.StringDouble),
    ],
    interpolation: [rule(/\}/, Token.StringInterpol, '#pop'), include('expression')],
  }),
};

/** Whether a long string starts here whose end comes. */
function longStringEnds(run: LexerRun): boolean {
  longStart.lastIndex = run.end;
  const level = longStart.exec(run.text)?.[1];
  return level !== undefined && run.next(`]${level}]`) !== Number.POSITIVE_INFINITY;
}

function lexName(run: LexerRun<Settings>, [name]: RegExpExecArray): void {
  if (run.memory.marksBuiltins && builtins.has(name)) {
    run.token(Token.NameBuiltin, name);
    return;
  }
  const [table, member] = name.split('.');
  run.token(Token.Name, table);
  if (member === undefined) return;
  run.token(Token.Punctuation, '.');
  run.token(Token.Name, member);
}
