import { include, type Lexer, needs, needsOnLine, rule, type StateEntry, words } from '../lexer.js';
import type { LexerRun } from '../run.js';
import { Token } from '../tokens.js';
import { shell } from './shell.js';

const functions = words(`
  abspath addprefix addsuffix and basename call dir error eval file filter filter-out findstring firstword flavor foreach
  if join lastword notdir or origin patsubst realpath shell sort strip subst suffix value warning wildcard word wordlist
  words
`);

/** Quotes that no backslash escapes. */
const doubleQuote = /(?<=(?<!\\)(?:\\\\)*)"/g;
const singleQuote = /(?<=(?<!\\)(?:\\\\)*)'/g;

interface Memory {
  /** Lexes recipes; goes on from piece to piece of one recipe. */
  shell: LexerRun;
}

/** A makefile: assignments, conditions, and rules whose recipes are shell with make's expansions in them. */
export const make: Lexer<Memory> = {
  start: (run) => ({ shell: run.create(shell) }),
  states: () => ({
    root: [
      rule(/\s+/, Token.Text),
      needs('\n', rule(/#.*\n/, Token.Comment)),
      rule(/([-s]?include)((?:[\t ]+[^\t\n #]+)+)/, [Token.Keyword, Token.StringOther]),
      ...conditions,
      rule(/(export)([\t ]+)(?=[\w${}()\t -]+\n)/, [Token.Keyword, Token.Text], 'export'),
      rule(/export[\t ]+/, Token.Keyword),
      needsOnLine(
        '=',
        rule(
          /((?:override)*)([\t ]*)([\w${}().-]+)([\t ]*)([!?:+]?=)/,
          [Token.NameBuiltin, Token.Text, Token.NameVariable, Token.Text, Token.Operator],
          'recipe line',
        ),
      ),
      needs(doubleQuote, rule(/"(?:\\.|[^"\\])*"/, Token.StringDouble)),
      needs(singleQuote, rule(/'(?:\\.|[^'\\])*'/, Token.StringSingle)),
      needsOnLine(
        ':',
        rule(/([^\n:]+)(:+)([ \t]*)/, [Token.NameLabel, Token.Operator, Token.Text], 'prerequisites'),
      ),
      rule(/((?:override)*)([\t ]*)(define)([\t ]+)([^#\n]+)/, [
        Token.NameBuiltin,
        Token.Text,
        Token.Keyword,
        Token.Text,
        Token.NameVariable,
      ]),
      rule(
        new RegExp(`(\\$[({])([\\t ]*)(${functions})([\\t ]+)`),
        [Token.NameFunction, Token.Text, Token.NameBuiltin, Token.Text],
        'function call',
      ),
    ],

    export: [
      rule(/[\w${}()-]/, Token.NameVariable),
      rule(/\n/, Token.Text, '#pop'),
      rule(/[\t ]+/, Token.Text),
    ],

    prerequisites: [
      rule(/[^,\\\n#]+/, Token.NameFunction),
      rule(/,/, Token.Punctuation),
      rule(/#/, Token.Comment),
      rule(/\\[\s\S]/, Token.Text),
      rule(/\n/, (run, [end]) => {
        run.token(Token.Text, end);
        run.goto('recipe');
      }),
    ],

    recipe: [
      rule(/(ifn?def|ifn?eq)([\t ]+)([^#\n]+)(#.*)?(\n)/, [
        Token.Keyword,
        Token.Text,
        Token.NameVariable,
        Token.Comment,
        Token.Text,
      ]),
      rule(/(else|endif)([\t ]*)(#.*)?(\n)/, [Token.Keyword, Token.Text, Token.Comment, Token.Text]),
      rule(/(\t[\t ]*)([@-]?)/, [Token.Text, Token.Punctuation], 'recipe line'),
      rule(/(?:)/, (run) => {
        run.memory.shell = run.create(shell);
        run.pop();
      }),
    ],

    ...recipeParts(),
  }),
};

const conditions: StateEntry<Memory>[] = [
  rule(/((?:ifn?def|ifn?eq|unexport)\b)([\t ]+)([^#\n]+)/, [Token.Keyword, Token.Text, Token.NameVariable]),
  rule(/(else\b)([\t ]+)((?:ifn?def|ifn?eq)\b)([\t ]+)([^#\n]+)/, [
    Token.Keyword,
    Token.Text,
    Token.Keyword,
    Token.Text,
    Token.NameVariable,
  ]),
  rule(/(?:else|endif|endef|endfor)[\t ]*(?=[#\n])/, Token.Keyword),
];

function recipeParts(): Record<string, StateEntry<Memory>[]> {
  return {
    shell: [
      rule(/\${1,2}[({]/, Token.Punctuation, 'expansion'),
      rule(/\\[\s\S]/, toShell),
      rule(/[\s\S](?:(?!\${1,2}[({])[^()}\\\n])*/, toShell),
    ],
    expansion: [rule(/[)}]/, Token.Punctuation, '#pop'), rule(/\n/, Token.Text, '#pop'), include('shell')],
    'function call': [
      rule(/[({]/, (run, [bracket]) => {
        run.delegate(run.memory.shell, bracket);
        run.push();
      }),
      rule(/[)}]/, Token.Punctuation, '#pop'),
      include('shell'),
    ],
    'recipe line': [rule(/\n/, Token.Text, '#pop'), include('shell')],
  };
}

function toShell(run: LexerRun<Memory>, [text]: RegExpExecArray): void {
  run.delegate(run.memory.shell, text);
}
