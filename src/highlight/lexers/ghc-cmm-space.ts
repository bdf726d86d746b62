/**
 * White space and comments between two words of Cmm. In Rouge 4.7 a comment of a line may end at any later line, if what is looked for
 * is at the start of that line and not where the comment really ends. Its expressions try all the ways; here the place is looked up.
 */
import { type Action, type Rule, rule, when } from '../lexer.js';
import type { LexerRun } from '../run.js';

const blank = '[ \\t-\\r]*';
const blockComment = /\/\*(?:[^*]|\*[^/])*\*+\//y;
const blanks = new RegExp(blank, 'y');
/** White space and a short comment at the start of a line. */
const lineStart = `\\n[ \\t\\v\\f\\r]*(?:\\/\\*[^*]{0,200}\\*\\/${blank})?`;

/** What is looked for behind white space. */
export interface Target {
  /** It, at a place. */
  readonly here: RegExp;
  /** A line that starts with it. */
  readonly afterLine: RegExp;
}

/** A target for an expression. */
export function target(pattern: string): Target {
  return { here: new RegExp(pattern, 'y'), afterLine: new RegExp(`${lineStart}(?=${pattern})`, 'g') };
}

export const name = "(?!#[a-zA-Z])[\\w#$%']+";
const nameTarget = target(name);
const parenthesis = target('\\(');
const called = new RegExp(`${lineStart}(?=${name}${blank}\\()`, 'g');
const beforeComment = new RegExp(`${lineStart}(?=${name}${blank}\\/\\/)`, 'g');

/** Where a target begins that only white space and comments separate from a place, -1 for nowhere. */
export function findBehindSpace(run: LexerRun, from: number, wanted: Target): number {
  const place = skipSpace(run, from);
  if (matchEnd(wanted.here, run.text, place) !== -1) return place;
  return run.text.startsWith('//', place) ? afterLine(run, place, wanted.afterLine) : -1;
}

/** A name behind white space, and a parenthesis behind it. */
export interface Call {
  readonly name: number;
  readonly nameEnd: number;
  readonly parenthesis: number;
}

/** Where the name and the parenthesis of a call are, looked for from a place as `findBehindSpace` does. */
export function findCall(run: LexerRun, from: number): Call | null {
  const place = skipSpace(run, from);
  const call = callAt(run, place);
  if (call !== null || !run.text.startsWith('//', place)) return call;
  const plain = afterLine(run, place, called);
  const commented = afterLine(run, place, beforeComment);
  const isCommentedFirst = commented !== -1 && (plain === -1 || commented < plain);
  return (isCommentedFirst ? callAt(run, commented) : null) ?? (plain === -1 ? null : callAt(run, plain));
}

/**
 * A rule for a word and a target behind it.
 *
 * @param first    the word, as an expression
 * @param effect   yields the tokens of the word, what is between, and the target
 * @param needsGap whether something must be between
 */
export function spaced(
  first: string,
  wanted: Target,
  effect: (run: LexerRun, word: string, space: string, found: string) => void,
  needsGap = false,
): Rule {
  const here = new RegExp(first, 'y');
  const place = (run: LexerRun, from: number): number => {
    const found = from === -1 ? -1 : findBehindSpace(run, from, wanted);
    return needsGap && found === from ? -1 : found;
  };
  const act: Action = (run, [word]) => {
    const space = run.readTo(place(run, run.end));
    effect(run, word, space, run.readTo(matchEnd(wanted.here, run.text, run.end)));
  };
  return when((run) => place(run, matchEnd(here, run.text, run.end)) !== -1, rule(new RegExp(first), act));
}

/** A rule for two names, as a type and what is declared. */
export function twoNames(
  effect: (run: LexerRun, first: string, space: string, second: string) => void,
): Rule {
  return spaced(name, nameTarget, effect, true);
}

/** Where a match at a place ends, -1 for none. The expression is sticky. */
export function matchEnd(expression: RegExp, text: string, place: number): number {
  expression.lastIndex = place;
  return expression.test(text) ? expression.lastIndex : -1;
}

function callAt(run: LexerRun, place: number): Call | null {
  const nameEnd = matchEnd(nameTarget.here, run.text, place);
  const found = nameEnd === -1 ? -1 : findBehindSpace(run, nameEnd, parenthesis);
  return found === -1 ? null : { name: place, nameEnd, parenthesis: found };
}

function skipSpace(run: LexerRun, from: number): number {
  let place = from;
  for (;;) {
    place = matchEnd(blanks, run.text, place);
    if (!run.text.startsWith('/*', place) || run.next('*/') === Number.POSITIVE_INFINITY) return place;
    const end = matchEnd(blockComment, run.text, place);
    if (end === -1) return place;
    place = end;
  }
}

/** Where the first line from a place on that matches has its target. */
function afterLine(run: LexerRun, from: number, line: RegExp): number {
  if (run.next(line) === Number.POSITIVE_INFINITY) return -1;
  line.lastIndex = from;
  return line.test(run.text) ? line.lastIndex : -1;
}
