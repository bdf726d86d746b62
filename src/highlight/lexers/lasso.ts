import { boolOption } from '../bool-option.js';
import { include, type Lexer, needs, rule, type StateEntry, type States, wordSet } from '../lexer.js';
import type { LexerRun } from '../run.js';
import { Token } from '../tokens.js';
import { closedString } from './closed-string.js';
import { lassoBuiltins, lassoExceptions, lassoKeywords, lassoTraits, lassoTypes } from './lasso-words.js';
import { templateParent } from './template-parent.js';

interface Memory {
  /** What stands around the code. */
  readonly template: LexerRun;
}

type Run = LexerRun<Memory>;

/** Lasso: code between `[` and `]` or `<?lasso` and `?>` in HTML, or a file of code. The option `start_inline` starts in code. */
export const lasso: Lexer<Memory> = {
  detect: (source) => source.hasShebang('lasso9') || /^.*?<\?(?:lasso|=)/.test(source.text),
  start(run) {
    if (boolOption(run.options, 'start_inline', false)) run.push('lasso');
    return { template: templateParent(run) };
  },
  states: () => ({ ...templates, ...codeStates() }),
};

const codeStart = rule<Memory>(/<\?(?:lasso(?:script)?|=)/i, Token.CommentPreproc, 'angle brackets');
const noProcess = rule<Memory>(/\[noprocess\]/, Token.CommentPreproc, 'no process');

/** Where a piece of template may end. */
const bracket = /[[<]/g;
const noProcessOrTag = /<|\[(?=noprocess)/gi;

const templates: States<Memory> = {
  root: [
    rule(/^#![ \S]+lasso9\b/, Token.CommentPreproc, 'lasso'),
    rule(/(?=[[<])/, Token.Text, 'delimiters'),
    rule(/\s+/, Token.Whitespace),
    rule(/(?:)/, Token.Text, ['delimiters', 'code file']),
  ],
  delimiters: [
    rule(/\[no_square_brackets\]/, Token.CommentPreproc, 'no square brackets'),
    noProcess,
    rule(/\[/, Token.CommentPreproc, 'square brackets'),
    codeStart,
    rule(/[^[<]+|<(?!\?(?:lasso|=))/i, (run, [text]) => lexTemplate(run, text, bracket)),
  ],
  'no square brackets': [
    noProcess,
    codeStart,
    rule(/[^[<]+|<(?!\?(?:lasso|=))|\[(?!noprocess)/i, (run, [text]) =>
      lexTemplate(run, text, noProcessOrTag),
    ),
  ],
  'no process': [
    rule(/\[\/noprocess\]/, Token.CommentPreproc, '#pop'),
    rule(/(?:[^[]|\[(?!\/noprocess))+/i, (run, [text]) => run.delegate(run.memory.template, text)),
  ],
  'square brackets': [rule(/\]/, Token.CommentPreproc, '#pop'), include('lasso')],
  'angle brackets': [rule(/\?>/, Token.CommentPreproc, '#pop'), include('lasso')],
  'code file': [rule(/\]|\?>/, Token.CommentPreproc, '#pop'), include('lasso')],
};

const commentEnd = '-->';
const elementEnds: Readonly<Record<string, RegExp>> = { script: /script>/gi, style: /style>/gi };
const elementStart = /<(script|style)/iy;

/**
 * Hands everything up to the next code to the template's lexer, in one piece. Comments, scripts and styles are passed over as a whole.
 *
 * @param stop `bracket` or `noProcessOrTag`
 */
function lexTemplate(run: Run, start: string, stop: RegExp): void {
  let text = start === '<' ? '' : start;
  if (start === '<') run.readTo(run.end - 1);
  for (;;) {
    const place = Math.min(run.next(stop), run.text.length);
    text += run.readTo(place);
    if (run.text[place] !== '<') break;
    const end = endOfMarkup(run, place);
    if (end === place) break;
    text += run.readTo(end);
  }
  run.delegate(run.memory.template, text);
}

/** Where the comment, script or style that starts here ends; without an end, and for other tags, right behind the `<`. */
function endOfMarkup(run: Run, place: number): number {
  const { text } = run;
  if (/^<\?(?:lasso|=)/i.test(text.slice(place, place + 7))) return place;
  elementStart.lastIndex = place;
  const name = elementStart.exec(text)?.[1];
  let end = Number.POSITIVE_INFINITY;
  if (text.startsWith('<!--', place)) end = endAfter(run, place + 4, commentEnd, commentEnd.length);
  else if (name !== undefined) {
    end = endAfter(run, place + 1 + name.length, elementEnds[name.toLowerCase()]!, name.length + 1);
  }
  return end === Number.POSITIVE_INFINITY ? place + 1 : end;
}

function endAfter(run: Run, from: number, needle: string | RegExp, length: number): number {
  const { end } = run;
  run.readTo(from);
  const found = run.next(needle) + length;
  run.readTo(end);
  return found;
}

const name = '[a-z_][\\w.]*';
/** A method's name, `=` behind it for a setter, or an operator that can be defined. */
const methodName = `(?:${name}=?|[-+*/%])`;

function codeStates(): States<Memory> {
  return {
    lasso: [
      include('space'),
      rule(/\d*\.\d+(?:e[+-]?\d+)?/i, Token.NumberFloat),
      rule(/0x[\da-f]+/i, Token.NumberHex),
      rule(/\d+/, Token.NumberInteger),
      rule(/(?:infinity|NaN)\b/i, Token.Number),
      closedString("'", Token.StringSingle),
      closedString('"', Token.StringDouble),
      rule(/`[^`]*`/, Token.StringBacktick),
      ...members,
      ...definitions,
      rule(/(?:true|false|none|minimal|full|all|void)\b/i, Token.KeywordConstant),
      rule(/(?:local|var|variable|global|data(?=\s))\b/i, Token.KeywordDeclaration),
      rule(insensitive(`(${name})(\\s+)(in)\\b`), [Token.Name, Token.Text, Token.Keyword]),
      rule(insensitive(`(let|into)(\\s+)(${name})`), [Token.Keyword, Token.Text, Token.Name]),
      rule(/,/, Token.Punctuation, 'after comma'),
      rule(/(?:and|or|not)\b/i, Token.OperatorWord),
      rule(insensitive(`(${name})(\\s*::\\s*${name})?(\\s*=(?![=>]))`), [
        Token.Name,
        Token.NameLabel,
        Token.Operator,
      ]),
      wordRule(),
      rule(/(=)(n?bw|n?ew|n?cn|lte?|gte?|n?eq|n?rx|ft)\b/i, [Token.Operator, Token.OperatorWord]),
      rule(/:=|[-+*/%=<>&|!?\\]+/, Token.Operator),
      rule(/[{}():;,@^]/, Token.Punctuation),
    ],
    space: [
      rule(/\s+/, Token.Text),
      needs('\n', rule(/\/\/.*\n/, Token.CommentSingle)),
      needs('*/', rule(/\/\*\*!.*?\*\//s, Token.CommentDoc)),
      needs('*/', rule(/\/\*.*?\*\//s, Token.CommentMultiline)),
    ],
    signature: [
      rule(/=>/, Token.Operator, '#pop'),
      rule(/\)/, Token.Punctuation, '#pop'),
      rule(/[(,]/, Token.Punctuation, 'parameter'),
      include('lasso'),
    ],
    parameter: [
      rule(/\)/, Token.Punctuation, '#pop'),
      rule(insensitive(`-?${name}`), Token.NameAttribute, '#pop'),
      rule(/\.{3}/, Token.NameBuiltinPseudo),
      include('lasso'),
    ],
    // A further method of a type may follow.
    'after comma': [
      rule(
        insensitive(`${methodName}(?=\\s*(?:\\((?:[^()]*\\([^()]*\\))*[^)]*\\)\\s*)?(?:::[\\w.\\s]+)?=>)`),
        Token.NameFunction,
        'signature',
      ),
      include('space'),
      rule(/(?:)/, Token.Text, '#pop'),
    ],
  };
}

function insensitive(pattern: string): RegExp {
  return new RegExp(pattern, 'i');
}

const members: StateEntry<Memory>[] = [
  rule(insensitive(`\\$${name}`), Token.NameVariable),
  rule(insensitive(`#(?:${name}|\\d+\\b)`), Token.NameVariableInstance),
  rule(insensitive(`(\\.\\s*)('${name}')`), [Token.NameBuiltinPseudo, Token.NameVariableClass]),
  rule(insensitive(`(self)(\\s*->\\s*)('${name}')`), [
    Token.NameBuiltinPseudo,
    Token.Operator,
    Token.NameVariableClass,
  ]),
  rule(insensitive(`(\\.\\.?\\s*)(${name}(?:=(?!=))?)`), [Token.NameBuiltinPseudo, Token.NameOther]),
  rule(insensitive(`(->\\\\?\\s*|&\\s*)(${name}(?:=(?!=))?)`), [Token.Operator, Token.NameOther]),
  rule(/(?:self|inherited|currentcapture|givenblock)\b/i, Token.NameBuiltinPseudo),
  rule(insensitive(`-(?!infinity)${name}`), Token.NameAttribute),
  rule(insensitive(`::\\s*${name}`), Token.NameLabel),
];

const definitions: StateEntry<Memory>[] = [
  rule(insensitive(`(define)(\\s+)(${name})(\\s*=>\\s*)(type|trait|thread)\\b`), [
    Token.KeywordDeclaration,
    Token.Text,
    Token.NameClass,
    Token.Operator,
    Token.Keyword,
  ]),
  rule(
    insensitive(`(define)(\\s+)(${name})(\\s*->\\s*)(${methodName})`),
    [Token.KeywordDeclaration, Token.Text, Token.NameClass, Token.Operator, Token.NameFunction],
    'signature',
  ),
  rule(
    insensitive(`(define)(\\s+)(${name})`),
    [Token.KeywordDeclaration, Token.Text, Token.NameFunction],
    'signature',
  ),
  rule(
    insensitive(`(public|protected|private|provide)(\\s+)(${methodName}(?=\\s*\\())`),
    [Token.Keyword, Token.Text, Token.NameFunction],
    'signature',
  ),
  rule(insensitive(`(public|protected|private|provide)(\\s+)(${name})`), [
    Token.Keyword,
    Token.Text,
    Token.NameFunction,
  ]),
];

/** Lasso's own words are read when the lexer is first used: there are many. */
function wordRule() {
  const classes: readonly (readonly [ReadonlySet<string>, Token])[] = [
    [wordSet(lassoExceptions), Token.NameException],
    [wordSet(lassoTypes), Token.KeywordType],
    [wordSet(lassoTraits), Token.NameDecorator],
    [wordSet(lassoKeywords), Token.Keyword],
    [wordSet(lassoBuiltins), Token.NameBuiltin],
  ];
  return rule<Memory>(/(\/?)([\w.]+)/, (run, [, slash, word]) => {
    const lower = word!.toLowerCase();
    const found = classes.find(([words]) => words.has(lower))?.[1] ?? Token.NameOther;
    run.token(Token.Punctuation, slash);
    run.token(lower === 'namespace_using' ? Token.KeywordNamespace : found, word);
  });
}
