/**
 * Ruby's `strftime`: of `Time` (3.1, strftime.c) and of `Date` (date 3.2, date_strftime.c), which differ in a few places.
 * `%Z` of a date is its offset, `%Q` and `%+` are known to dates only, and a format that ends in `%` fails for times. A
 * format is compiled once into pieces.
 */
import type { RubyDate } from './date.js';
import { type Moment, momentOf } from './moment.js';
import {
  DIRECTIVES,
  type Directive,
  type DirectiveOptions,
  formatNumber,
  formatText,
} from './strftime-directives.js';
import { RubyTime } from './time.js';

/** A format made ready: prints a time or a date. */
export type CompiledFormat = (value: RubyTime | RubyDate) => string;

/** Ruby would try any width; a longer one is a mistake or an attack, and fails as Ruby does when memory ends. */
const WIDEST = 65_535;

/** Letters that a time prints as they stand. */
const DATES_ONLY: ReadonlySet<string> = new Set(['Q', '+']);

type Piece = string | ((moment: Moment) => string);

/** Ruby's `ArgumentError` for a format that a time cannot print. */
export class FormatError extends Error {
  constructor(format: string) {
    super(`invalid format: ${format}`);
    this.name = 'FormatError';
  }
}

/** Prints a time or a date by a format such as `%-d %B %Y`. Whoever prints many keeps the result of `compileFormat`. */
export function strftime(value: RubyTime | RubyDate, format: string): string {
  return compileFormat(format)(value);
}

/** Compiles a format. A directive that has no letter is plain text in a date and fails for a time, as nothing is printed then. */
export function compileFormat(format: string): CompiledFormat {
  const { pieces, isComplete } = compilePieces(format);
  return (value) => {
    if (!isComplete && value instanceof RubyTime) throw new FormatError(format);
    return printPieces(pieces, momentOf(value));
  };
}

function printPieces(pieces: readonly Piece[], moment: Moment): string {
  let text = '';
  for (const piece of pieces) text += typeof piece === 'string' ? piece : piece(moment);
  return text;
}

function compilePieces(format: string): { pieces: Piece[]; isComplete: boolean } {
  const pieces: Piece[] = [];
  let start = 0;
  let isComplete = true;
  for (let at = format.indexOf('%'); at >= 0; at = format.indexOf('%', start)) {
    if (at > start) pieces.push(format.slice(start, at));
    const { end, piece } = compileDirective(format, at);
    pieces.push(piece ?? format.slice(at, end));
    if (piece === undefined) isComplete = false;
    start = end;
  }
  if (start < format.length) pieces.push(format.slice(start));
  return { pieces, isComplete };
}

/** What stands at a `%`: its end and what prints it; `null` for plain text, `undefined` where the format ends too soon. */
interface CompiledDirective {
  readonly end: number;
  readonly piece: Piece | null | undefined;
}

/** Flags and width, then the letter. An unknown letter makes the whole directive plain text. */
function compileDirective(format: string, percent: number): CompiledDirective {
  const { options, end: at } = readOptions(format, percent + 1);
  if (options === null) return { end: at, piece: null };
  if (at >= format.length) return { end: at, piece: undefined };
  const letter = String.fromCodePoint(format.codePointAt(at)!);
  const end = at + letter.length;
  const piece = directivePiece(letter, options);
  if (piece === null || !DATES_ONLY.has(letter)) return { end, piece };
  const plain = format.slice(percent, end);
  return { end, piece: (moment) => (moment.source instanceof RubyTime ? plain : piece(moment)) };
}

/** Options while they are read. */
type ReadOptions = { -readonly [key in keyof DirectiveOptions]: DirectiveOptions[key] };

/**
 * What stands before a letter; `null` for what makes the directive plain text: a flag behind the width, colons before another
 * letter than `z`.
 */
function readOptions(format: string, start: number): { options: DirectiveOptions | null; end: number } {
  const options: ReadOptions = {
    padding: '',
    left: false,
    upper: false,
    swapCase: false,
    width: 0,
    colons: 0,
  };
  let at = start;
  for (; at < format.length; at++) {
    const character = format[at]!;
    if (character >= '0' && character <= '9') {
      at += readWidth(format, at, options) - 1;
    } else if (character === ':') {
      const colons = /^:{1,3}(?=z)/.exec(format.slice(at));
      if (colons === null) return { options: null, end: at + 1 };
      options.colons = colons[0].length;
      at += options.colons - 1;
    } else if ('-^#_'.includes(character)) {
      if (options.width > 0) return { options: null, end: at + 1 };
      applyFlag(options, character);
    } else if (!isModifier(format, at)) {
      break;
    }
  }
  return { options, end: at };
}

/** Answers how many digits the width has; a zero in front pads with zeros. */
function readWidth(format: string, at: number, options: ReadOptions): number {
  if (format[at] === '0') options.padding = '0';
  const digits = /^\d+/.exec(format.slice(at))![0];
  options.width = Number(digits);
  if (options.width > WIDEST) throw new FormatError(format);
  return digits.length;
}

function applyFlag(options: ReadOptions, flag: string): void {
  if (flag === '-') {
    options.left = true;
    options.padding = '';
  } else if (flag === '^') {
    options.upper = true;
  } else if (flag === '#') {
    options.swapCase = true;
  } else {
    options.padding = ' ';
  }
}

/** `E` and `O` ask for another calendar or other digits; Ruby accepts them before these letters and ignores them. */
function isModifier(format: string, at: number): boolean {
  const next = format[at + 1] ?? ' ';
  return format[at] === 'E'
    ? 'cCxXyY'.includes(next)
    : format[at] === 'O' && 'deHkIlmMSuUVwWy'.includes(next);
}

function directivePiece(letter: string, options: DirectiveOptions): ((moment: Moment) => string) | null {
  const directive: Directive | undefined = DIRECTIVES.get(letter);
  if (directive === undefined) return null;
  if (directive.kind === 'number') {
    const { value, digits, padding } = directive;
    return (moment) => formatNumber(value(moment), digits, padding, options);
  }
  if (directive.kind === 'format') {
    const { pieces } = compilePieces(directive.format);
    return (moment) => padFormat(printPieces(pieces, moment), moment, options);
  }
  return (moment) => directive.print(moment, options);
}

/** `%12D`: the one place where `-` does not stop the padding, unless it is a date. */
function padFormat(text: string, { source }: Moment, options: DirectiveOptions): string {
  return formatText(text, source instanceof RubyTime ? { ...options, left: false } : options);
}
