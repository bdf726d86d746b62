import { escapePattern } from '../../ruby/escape-pattern.js';
import { include, type Lexer, needsOnLine, nonSpace, rule, when } from '../lexer.js';
import type { LexerRun } from '../run.js';
import { Token } from '../tokens.js';
import { elements, examples, features, steps } from './gherkin-words.js';

const step = steps.map((word) => escapePattern(word) + (word.endsWith(' ') ? '' : '\\b')).join('|');
const commentOrLineEnd = /[#\n]/g;
const restOfLine = /.*?(?=[#\n])/;

/** What a line's first words with a colon behind them start. */
const sections: readonly Section[] = [
  { words: new Set(elements), token: Token.KeywordNamespace, state: 'description' },
  { words: new Set(features), token: Token.KeywordDeclaration, state: 'feature description' },
  { words: new Set(examples), token: Token.NameNamespace, state: 'examples description' },
];

interface Section {
  readonly words: ReadonlySet<string>;
  readonly token: Token;
  readonly state: string;
}

/** Gherkin, in all its languages. */
export const gherkin: Lexer = {
  detect: (source) => source.hasShebang('cucumber'),
  states: () => ({
    root: [
      include('basic'),
      rule(/\n/, Token.Text),
      rule(/""".*?"""/s, Token.String),
      rule(/@[^\s@]+/, Token.NameTag),
      include('table start'),
      include('section or step'),
    ],
    basic: [rule(/#.*/, Token.Comment), rule(/[ \r\t]+/, Token.Text)],
    section: [needsOnLine(':', rule(/(.*?)(:)/, startSection))],
    'section or step': [
      include('section'),
      rule(new RegExp(step), (run, [word]) => {
        run.token(Token.NameFunction, word);
        run.resetStack();
        run.push('step');
      }),
    ],
    'rest of line': [
      rule(/\n/, Token.Text),
      when((run) => run.next(commentOrLineEnd) < run.text.length, rule(restOfLine, Token.Text)),
    ],
    description: [include('basic'), include('section or step'), include('rest of line')],
    'feature description': [include('basic'), include('section'), include('rest of line')],
    'examples description': [include('basic'), include('table start'), include('rest of line')],

    step: [
      include('basic'),
      needsOnLine('>', rule(/<.*?>/, Token.NameVariable)),
      rule(/".*?"/, Token.String),
      rule(/\S[^\s<]*/, Token.Text),
      rule(restOfLine, Token.Text, '#pop'),
    ],

    'table start': [rule(/(?=\|)/, Token.Text, 'table head')],
    'table head': [
      rule(/[^|\s]+/, Token.NameVariable),
      rule(/\n/, Token.Text, ['#pop', 'table']),
      include('table'),
    ],
    table: [
      include('basic'),
      rule(/\n/, Token.Text, 'table line'),
      rule(/\|/, Token.Punctuation),
      rule(/[^|\s]+/, Token.Name),
    ],
    'table line': [
      when(
        endsTable,
        rule(/(?:)/, (run) => run.resetStack()),
      ),
      rule(/(?:)/, Token.Text, '#pop'),
    ],
  }),
};

function startSection(run: LexerRun, match: RegExpExecArray): void {
  const section = sections.find(({ words }) => words.has(match[1]!));
  run.resetStack();
  if (section !== undefined) run.push(section.state);
  run.groups(match, section?.token ?? Token.Error, Token.Punctuation);
}

/** Whether the next thing is no cell of the table. */
function endsTable(run: LexerRun): boolean {
  const next = run.text[run.next(nonSpace)];
  return next !== undefined && next !== '|';
}
