import { include, type Lexer, needs, rule, when } from '../lexer.js';
import type { LexerRun } from '../run.js';
import { Token } from '../tokens.js';

/** The runs for what is between delimiters, which go on from one command to the next. */
interface Parts {
  readonly pattern: LexerRun;
  readonly replacement: LexerRun;
}

const { Keyword, Text, Punctuation } = Token;

/** sed. Addresses come first, then the command. */
export const sed: Lexer<Parts> = {
  detect: (source) => source.hasShebang('sed'),
  start: (run) => ({
    pattern: run.create(patternLexer, run.options),
    replacement: run.create(replacementLexer, run.options),
  }),
  states: () => ({
    root: [
      include('space'),
      rule(/\d+|[$,~+!]/, Token.KeywordNamespace),
      rule(/(\/)((?:[^/\\\n]|\\.)*\\?)(\/)/, (run, [, start, pattern, end]) =>
        lexAddress(run, start!, pattern!, end!),
      ),
      when(
        (run) => run.text[run.end + 1] !== '\n' && findOnLine(run, run.end) !== -1,
        rule(/\\./, (run, [start]) => {
          const pattern = run.readTo(findOnLine(run, run.end - start.length));
          lexAddress(run, start, pattern, run.readTo(run.end + start.length - 1));
        }),
      ),
      rule(/(?:)/, Text, 'command'),
    ],
    space: [
      rule(/\s+/, Text),
      needs(
        '\n',
        rule(/#.*\n/, (run, [comment]) => {
          run.token(Token.Comment, comment);
          run.resetStack();
        }),
      ),
      rule(/;/, (run, [semicolon]) => {
        run.token(Punctuation, semicolon);
        run.resetStack();
      }),
    ],

    command: [
      include('space'),
      when((run) => findBoth(run, run.end) !== null, rule(/[sy][\s\S]/, lexSubstitution)),
      rule(/([aic])(\s*)/, [Keyword, Text], ['#pop', 'text']),
      rule(/[pd]/, Keyword),
      rule(/([ql])(\s+)(\d+)/i, [Keyword, Text, Token.Number], '#pop'),
      rule(/[={}DgGhHlnPqx]/, Keyword, '#pop'),
      rule(/([rRwW])(\s+)(\S+)/, [Keyword, Text, Token.Name], '#pop'),
      rule(/([:btT])(\s+)(\S+)/, [Keyword, Text, Token.NameLabel], '#pop'),
    ],
    text: [
      rule(/[^\\\n]+/, Token.String),
      rule(/\\\n/, Token.StringEscape),
      rule(/\\/, Token.String),
      rule(/\n/, Text, '#pop'),
    ],
    flags: [
      rule(/[gp]+/, Keyword, '#pop'),
      // Rouge yields the whole match for each of its parts.
      rule(/[wW]\s+\S+/, (run, [text]) => {
        run.token(Keyword, text);
        run.token(Text, text);
        run.token(Token.Name, text);
      }),
      rule(/(?:)/, Text, '#pop'),
    ],
  }),
};

const patternLexer: Lexer = {
  states: () => ({
    root: [
      rule(/\\./, Token.StringEscape),
      rule(/\[/, Punctuation, 'brackets'),
      rule(/[$^.*]/, Token.Operator),
      rule(/[()]/, Punctuation),
      rule(/./, Token.StringRegex),
    ],
    brackets: [rule(/\^/, Punctuation, ['#pop', 'in brackets']), rule(/(?:)/, Text, ['#pop', 'in brackets'])],
    'in brackets': [
      rule(/.-./, Token.NameVariable),
      rule(/\]/, Punctuation, '#pop'),
      rule(/./, Token.StringRegex),
    ],
  }),
};

const replacementLexer: Lexer = {
  states: () => ({
    root: [rule(/\\[\s\S]/, Token.StringEscape), rule(/&/, Token.Operator), rule(/[^\\&]+/, Text)],
  }),
};

function lexAddress(run: LexerRun<Parts>, start: string, pattern: string, end: string): void {
  run.token(Token.KeywordNamespace, start);
  run.delegate(run.memory.pattern, pattern);
  run.token(Token.KeywordNamespace, end);
}

/** `s` or `y`, with whatever character follows as the delimiter of two parts. */
function lexSubstitution(run: LexerRun<Parts>, [start]: RegExpExecArray): void {
  const { pattern, replacement } = run.memory;
  const command = start[0]!;
  const delimiter = start.slice(1);
  const [first, second] = findBoth(run, run.end - start.length)!;
  run.token(Keyword, command);
  run.token(Punctuation, delimiter);
  run.delegate(command === 's' ? pattern : replacement, run.readTo(first));
  run.token(Punctuation, run.readTo(first + delimiter.length));
  run.delegate(replacement, run.readTo(second));
  run.token(Punctuation, run.readTo(second + delimiter.length));
  run.pop();
  if (command === 's') run.push('flags');
}

/** Where the delimiter that follows the character at a place comes again on the line; -1 if it doesn't. */
function findOnLine(run: LexerRun, place: number): number {
  const { text } = run;
  const delimiter = delimiterAt(text, place + 1);
  const from = place + 1 + delimiter.length;
  const last = text.lastIndexOf(delimiter, run.next('\n') - 1);
  return delimiter === '' || last < from ? -1 : findDelimiter(text, delimiter, from, last);
}

/** Where it comes again, twice; `null` if it doesn't. */
function findBoth({ text }: LexerRun, place: number): readonly [number, number] | null {
  const delimiter = delimiterAt(text, place + 1);
  const from = place + 1 + delimiter.length;
  const last = text.lastIndexOf(delimiter);
  const secondLast = last > from ? text.lastIndexOf(delimiter, last - 1) : -1;
  if (delimiter === '' || secondLast < from) return null;
  const first = findDelimiter(text, delimiter, from, secondLast);
  return [first, findDelimiter(text, delimiter, first + delimiter.length, last)];
}

function delimiterAt(text: string, place: number): string {
  return place < text.length ? String.fromCodePoint(text.codePointAt(place)!) : '';
}

/** Goes over escaped characters, unless no delimiter were left for it then. */
function findDelimiter(text: string, delimiter: string, from: number, last: number): number {
  let place = from;
  while (!text.startsWith(delimiter, place)) place += text[place] === '\\' && place + 2 <= last ? 2 : 1;
  return place;
}
