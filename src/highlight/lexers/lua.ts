import { boolOption } from '../bool-option.js';
import { include, type Lexer, rule } from '../lexer.js';
import type { LexerRun } from '../run.js';
import { Token } from '../tokens.js';
import { builtins } from './lua-words.js';

interface Settings {
  readonly marksBuiltins: boolean;
}

/** Lua. The patterns that `gsub` is given are lexed as regular expressions. */
export const lua: Lexer<Settings> = {
  detect: (source) => source.hasShebang('lua'),
  start: ({ options }) => ({ marksBuiltins: boolOption(options, 'function_highlighting', true) }),
  states: () => ({
    root: [rule(/#!.*/, Token.CommentPreproc), rule(/(?:)/, Token.Text, 'code')],

    code: [
      rule(/--\[(=*)\[/, lexLongComment),
      rule(/--.*/, Token.CommentSingle),
      // Rouge asks for a quote after a fraction, so that most fractions are two integers.
      rule(/(?:\d*\.\d+|\d+\.\d*)(?:e[+-]?\d+)?'/i, Token.NumberFloat),
      rule(/\d+e[+-]?\d+/i, Token.NumberFloat),
      rule(/0x[\da-f]*/i, Token.NumberHex),
      rule(/\d+/, Token.NumberInteger),
      rule(/\s/, Token.Text),
      rule(/\[(=*)\[/, lexLongString),
      rule(/[=~<>]=|\.\.\.?|[=+\-*/%^<>#]/, Token.Operator),
      rule(/[[\]{}().,:;]/, Token.Punctuation),
      rule(/(?:and|or|not)\b/, Token.OperatorWord),
      rule(/(?:break|do|else|elseif|end|for|if|in|repeat|return|then|until|while)\b/, Token.Keyword),
      rule(/local\b/, Token.KeywordDeclaration),
      rule(/(?:true|false|nil)\b/, Token.KeywordConstant),
      rule(/function\b/, Token.Keyword, 'function name'),
      rule(/[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)?/, lexName),
      rule(/'/, Token.StringSingle, 'single quoted'),
      rule(/"/, Token.StringDouble, 'double quoted'),
    ],

    'function name': [
      rule(/\s+/, Token.Text),
      rule(
        /(?:([A-Za-z_]\w*)(\.))?([A-Za-z_]\w*)/,
        [Token.NameClass, Token.Punctuation, Token.NameFunction],
        '#pop',
      ),
      rule(/\(/, Token.Punctuation, '#pop'),
    ],

    'arguments of gsub': [
      rule(/\)/, Token.Punctuation, '#pop'),
      rule(/[(,]/, Token.Punctuation),
      rule(/\s+/, Token.Text),
      rule(/'/, Token.StringRegex, 'single quoted pattern'),
      rule(/"/, Token.StringRegex, 'double quoted pattern'),
    ],
    'single quoted pattern': [
      rule(/'/, Token.StringRegex, ['#pop', 'pattern end']),
      include('double quoted pattern'),
    ],
    'double quoted pattern': [
      rule(/"/, Token.StringRegex, ['#pop', 'pattern end']),
      rule(/\[\^?/, Token.StringEscape, 'set'),
      rule(/\\.|\(\?[:=<!]|\{[\d,]+\}|[()?]/, Token.StringEscape),
      rule(/./, Token.StringRegex),
    ],
    'pattern end': [rule(/\$+/, Token.StringRegex, '#pop'), rule(/(?:)/, Token.Text, '#pop')],
    set: [
      rule(/\//, Token.StringEscape),
      rule(/\]/, Token.StringEscape, '#pop'),
      rule(/(\\)(.)/, [Token.StringEscape, Token.StringRegex]),
      rule(/./, Token.StringRegex),
    ],

    'single quoted': [
      include('escape'),
      rule(/'/, Token.StringSingle, '#pop'),
      rule(/[^'\\]+/, Token.StringSingle),
    ],
    'double quoted': [
      include('escape'),
      rule(/"/, Token.StringDouble, '#pop'),
      rule(/[^"\\]+/, Token.StringDouble),
    ],
    escape: [rule(/\\(?:[abfnrtv\\"']|\d{1,3})/, Token.StringEscape)],
  }),
};

/** `--[[ … ]]`, or a comment to the line's end if it is never closed. */
function lexLongComment(run: LexerRun<Settings>, [start, level]: RegExpExecArray): void {
  const closing = `]${level}]`;
  const end = run.next(closing);
  if (end === Number.POSITIVE_INFINITY) run.token(Token.CommentSingle, start + run.readTo(run.next('\n')));
  else run.token(Token.CommentMultiline, start + run.readTo(end + closing.length));
}

function lexLongString(run: LexerRun<Settings>, [start, level]: RegExpExecArray): void {
  const closing = `]${level}]`;
  const end = run.next(closing);
  if (end !== Number.POSITIVE_INFINITY) {
    run.token(Token.String, start + run.readTo(end + closing.length));
    return;
  }
  run.end -= start.length - 1;
  run.token(Token.Punctuation, '[');
}

function lexName(run: LexerRun<Settings>, [name]: RegExpExecArray): void {
  if (name === 'gsub') {
    run.token(Token.NameBuiltin, name);
    run.push('arguments of gsub');
  } else if (run.memory.marksBuiltins && builtins.has(name)) run.token(Token.NameBuiltin, name);
  else {
    const [table, member] = name.split('.');
    run.token(Token.Name, table);
    if (member === undefined) return;
    run.token(Token.Punctuation, '.');
    run.token(Token.Name, member);
  }
}
