import { include, type Lexer, rule, type StateEntry, wordSet } from '../lexer.js';
import type { LexerRun } from '../run.js';
import { Token } from '../tokens.js';

/** Settings whose value is a keyword with its arguments, and those with arguments only. */
const keywordSettings = new Set([
  ...wordSet('library resource setup teardown template variables'),
  ...['suite setup', 'suite teardown', 'task setup', 'task teardown', 'task template'],
  ...['test setup', 'test teardown', 'test template'],
]);
const argumentSettings = new Set([
  ...wordSet('arguments documentation metadata return tags timeout'),
  ...['default tags', 'force tags', 'task timeout', 'test timeout'],
]);

const sections: Readonly<Record<string, string>> = {
  setting: 'settings',
  'test case': 'tests',
  task: 'tests',
  keyword: 'keywords',
  variable: 'variables',
};

type CellKind = 'keyword' | 'arguments';

/** Where in its row the run is. */
interface Row {
  column: number;
  /** What the next cell holds, if that is known. */
  next: CellKind | undefined;
  isTemplate: boolean;
}

const name = String.raw`[^|$@&% \t\n]+(?: (?:\\.|[^|$@&% \t\n])+)*`;
const { Whitespace, Punctuation, NameLabel, NameFunction, NameVariable } = Token;

/** Robot Framework: tables whose cells are two blanks, a tab or a bar apart. */
export const robotFramework: Lexer<Row> = {
  start(run) {
    run.push('before sections');
    return { column: 0, next: undefined, isTemplate: false };
  },
  states: () => ({
    'before sections': [rule(/^[^*].*/, Token.Text), leave],
    root: [
      rule(/\s+/, Whitespace),
      rule(/^(?:\| )?\*[* ]*([A-Z]+(?: [A-Z]+)?).*/i, (run, [heading, title]) => {
        run.token(Token.GenericHeading, heading);
        const section = sections[title!.replace(/s$/, '').toLowerCase()];
        if (section !== undefined) run.push(section);
      }),
    ],

    settings: [
      include('row'),
      rule(/([A-Z]+(?: [A-Z]+)?)(:?)/i, (run, match) => {
        run.memory.next = cellAfter(match[1]!);
        run.groups(match, Token.NameBuiltinPseudo, Punctuation);
      }),
    ],
    tests: [
      include('row'),
      rule(/[$@&%{}]+| (?![ |])/, NameLabel),
      rule(new RegExp(name), (run, [text]) => {
        run.memory.isTemplate = false;
        run.token(NameLabel, text);
      }),
    ],
    keywords: [
      include('row'),
      rule(/[$@&%]\{/, NameVariable, 'variable'),
      rule(/[$@&%{}]+| (?![ |])/, NameLabel),
      rule(new RegExp(name), NameLabel),
    ],
    variables: [
      include('row'),
      rule(/[$@&%]\{/, (run, [start]) => {
        run.token(NameVariable, start);
        run.memory.next = 'arguments';
        run.push('variable');
      }),
    ],

    row: [rule(/(?=(?:\| )?\*)/, Token.Text, '#pop'), include('separator'), include('row end')],
    separator: [
      rule(/\| /, Whitespace),
      rule(/ +\| +| {2,}|\t+/, startCell),
      rule(/\.\.\. */, (run, [dots]) => {
        run.token(Whitespace, dots);
        run.memory.column++;
        run.push('arguments');
      }),
      rule(/ ?\|/, Whitespace),
    ],
    'row end': [
      rule(/\n/, (run, [lineEnd]) => {
        run.token(Whitespace, lineEnd);
        run.memory.column = 0;
        run.memory.next = undefined;
        run.push('cell start');
      }),
    ],
    'cell start': [rule(/#.*/, Token.Comment), leave],

    keyword: [
      rule(/(\[)([A-Z]+(?: [A-Z]+)?)(\])/i, (run, match) => {
        run.groups(match, Punctuation, Token.NameBuiltinPseudo, Punctuation);
        if (match[2]!.toLowerCase() === 'template') run.memory.isTemplate = true;
        run.memory.next = cellAfter(match[2]!) ?? run.memory.next;
        run.pop();
      }),
      rule(/[$@&%]\{/, startVariable),
      rule(/for/i, (run, [word]) => {
        run.token(NameFunction, word);
        expectKeyword(run);
      }),
      rule(/ (?![ |])/, NameFunction),
      rule(/(?:given|when|then|and|but) /i, Token.NameBuiltin),
      rule(new RegExp(name), (run, [text]) => {
        run.token(NameFunction, text);
        run.memory.next = undefined;
      }),
      leave,
    ],
    arguments: [
      rule(/[$@&%]\{/, startVariable),
      rule(/[$@&%]+| (?![ |])/, Token.String),
      rule(new RegExp(name), Token.String),
      leave,
    ],
    variable: [
      rule(/(\})( )(=)/, [NameVariable, Whitespace, Punctuation], '#pop'),
      rule(/[$@&%]\{|[{[]/, NameVariable, '#push'),
      rule(/[}\]]/, NameVariable, '#pop'),
      rule(/[^$@&%{}[\]]+/, NameVariable),
    ],
  }),
};

const leave: StateEntry<Row> = rule(/(?:)/, Token.Text, '#pop');

function cellAfter(setting: string): CellKind | undefined {
  const known = setting.toLowerCase();
  if (keywordSettings.has(known)) return 'keyword';
  return argumentSettings.has(known) ? 'arguments' : undefined;
}

function startCell(run: LexerRun<Row>, [separator]: RegExpExecArray): void {
  const row = run.memory;
  run.token(Whitespace, separator);
  row.column++;
  if (row.next !== undefined) run.push(row.next);
  else if (row.isTemplate || row.column !== 1) run.push('arguments');
  else {
    row.next = 'keyword';
    run.push('keyword');
  }
  run.push('cell start');
}

function startVariable(run: LexerRun<Row>, [start]: RegExpExecArray): void {
  run.token(NameVariable, start);
  expectKeyword(run);
  run.push('variable');
}

/** After a variable or `FOR`, the next cell holds the keyword. */
function expectKeyword({ memory }: LexerRun<Row>): void {
  if (memory.next !== undefined) memory.next = 'keyword';
}
