import { escapePattern } from '../../ruby/escape-pattern.js';
import { rstrip, strip } from '../../ruby/string.js';
import { include, rule, type States, wordCharacters } from '../lexer.js';
import type { LexerRun } from '../run.js';
import { Token } from '../tokens.js';

/** A here-document that was announced and whose text is still to come. */
export interface HereDocument {
  readonly end: string;
  /** Whether its end may be indented (`<<-`, `<<~`). */
  readonly indented: boolean;
}

type Run = LexerRun<HereDocument[]>;

export const word = `[${wordCharacters}]`;
export const name = `[\\p{L}_]${word}*`;
/** A name as Rouge reads constants: letters of any script, digits of one. */
export const plainRest = String.raw`[\p{L}0-9_]*`;
export const plainName = `[\\p{L}_]${plainRest}`;
export const lowerName = `[\\p{Ll}_]${word}*`;

/** `\p{Ll}` under `i` takes capitals too, so that `:Name` and `@Name` are names of their kinds. */
export const anyCase = 'i';

/**
 * Strings, symbols and here-documents, in Ruby as in Crystal. `root` is in `ruby-common.ts`; the lexer adds
 * `escapes and interpolation`, which is `interpolation` and its escapes.
 */
export const literalStates: States<HereDocument[]> = {
  'double quoted': interpolating('"', Token.StringDouble),
  'quoted symbol': interpolating('"', Token.StringSymbol),
  backticks: interpolating('`', Token.StringBacktick),

  regex: [
    include('interpolation'),
    rule(/\/[mixounse]*/, Token.StringRegex, '#pop'),
    rule(/\\[\\/]|[\\#]|[^\\/#]+/, Token.StringRegex),
  ],
  'regex flags': [rule(/[mixounse]*/, Token.StringRegex, '#pop')],

  interpolation: [
    rule(/#\{/, Token.StringInterpol, 'interpolated'),
    rule(new RegExp(`#(?:@@?|\\$)${lowerName}`, anyCase), Token.StringInterpol),
  ],
  interpolated: [rule(/\}/, Token.StringInterpol, '#pop'), include('root')],

  'here-documents': [
    rule(new RegExp(`(<<[-~]?)((["\`']?)(${name})(\\3))`), announceHereDocument),
    rule(/(<<[-~]?)((["'])()\3)/, announceHereDocument),
  ],
  'until line end': [rule(/(?=\n)/, Token.Text, ['#pop', 'here-document text']), include('root')],
  'here-document text': [
    include('escapes and interpolation'),
    rule(/\n/, Token.StringHeredoc, 'here-document line'),
    rule(/[#\\]|[^#\\\n]+/, Token.StringHeredoc),
  ],
  'here-document line': [rule(/[^#\\\n]*$/, lexHereDocumentLine), rule(/(?:)/, Token.Text, '#pop')],
};

function interpolating(quote: string, token: Token) {
  return [
    include('escapes and interpolation'),
    rule(new RegExp(`[^\\\\${quote}#]+|[\\\\#]`), token),
    rule(new RegExp(quote), token, '#pop'),
  ];
}

const closers: Readonly<Record<string, string>> = { '{': '}', '[': ']', '(': ')', '<': '>' };

/**
 * `%q(…)`, `%w[…]`, `%r{…}mix`, `%|…|`: the delimiters are the code's to choose, and nest if they are a pair.
 *
 * @param interpolates whether code may stand in it
 */
export function startPercentLiteral(
  run: Run,
  [start, kind, open]: RegExpExecArray,
  interpolates: boolean,
): void {
  const token = kind === 'r' ? Token.StringRegex : Token.StringOther;
  if (kind === 'r') run.push('regex flags');
  run.token(token, start);
  const close = closers[open!] ?? open!;
  run.pushMade(`${open} ${token} ${interpolates}`, () => percentLiteral(open!, close, token, interpolates));
}

function percentLiteral(open: string, close: string, token: Token, interpolates: boolean) {
  const delimiters = escapePattern(open === close ? open : open + close);
  return [
    rule(new RegExp(`\\\\[#${delimiters}\\\\]`), Token.StringEscape),
    ...(open === close ? [] : [rule(new RegExp(escapePattern(open)), token, '#push')]),
    rule(new RegExp(escapePattern(close)), token, '#pop'),
    ...(interpolates ? [include('escapes and interpolation'), rule(/#/, token)] : [rule(/[\\#]/, token)]),
    rule(new RegExp(`[^#${delimiters}\\\\]+`), token),
  ];
}

function announceHereDocument(run: Run, [, operator, quoted, , end]: RegExpExecArray): void {
  run.token(Token.Operator, operator);
  run.token(Token.NameConstant, quoted);
  run.memory.push({ end: end!, indented: operator !== '<<' });
  if (!run.isState('until line end')) run.push('until line end');
}

function lexHereDocumentLine(run: Run, [line]: RegExpExecArray): void {
  const { end, indented } = run.memory[0]!;
  run.pop();
  if ((indented ? strip(line) : rstrip(line)) !== end) {
    run.token(Token.StringHeredoc, line);
    return;
  }
  run.token(Token.NameConstant, line);
  run.memory.shift();
  if (run.memory.length === 0) run.pop();
}
