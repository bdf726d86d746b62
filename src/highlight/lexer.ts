import type { LexerRun } from './run.js';
import type { Source } from './source.js';
import type { Token } from './tokens.js';

/**
 * A lexer in the sense of Pygments and Rouge: named states, each a list of rules tried in order at the current place.
 *
 * How patterns read (`pattern.ts` compiles them): they match at the current place only; `\s`, `\S`, `.`, `^` and `$` mean
 * what they mean in Ruby (ASCII white space, any character but `\n`, line starts and ends), `[\s\S]` (or `.` with
 * the flag `s`) is any character, and matching is by code point. Rouge's scanner sees nothing before the current place, so there a lookbehind fails and
 * `\b` succeeds at the start of a pattern: leave `\b` out there. A pattern with `\p{…}` is made by `new RegExp`
 * without flags (`u` is added): making one with the flag takes long, and most code never needs it.
 */
export interface Lexer<Memory = unknown> {
  /** Called once, when the lexer is first used. Lexing starts in `root`. */
  states(): States<Memory>;
  /** What the rules' actions remember during one run, e.g. pending here-documents. Made at the start of a run. */
  start?(run: LexerRun<Memory>): Memory;
  /** Whether code shows by itself that it is of this language (`Rouge::Lexer.detect?`): shebang, doctype, … */
  detect?(source: Source): boolean;
}

export type States<Memory = unknown> = Readonly<Record<string, readonly StateEntry<Memory>[]>>;

export type StateEntry<Memory = unknown> = Rule<Memory> | Inclusion;

/** Tries the rules of another state of the same lexer in this place. */
export interface Inclusion {
  readonly include: string;
}

export interface Rule<Memory = unknown> {
  readonly pattern: RegExp;
  readonly effect: Effect<Memory>;
  /** State(s) to enter afterwards. */
  readonly next: Next | undefined;
  /** Whether to try the pattern at all, by what comes later in the code; `LexerRun.next` answers in linear time. */
  readonly when?: Condition;
}

/** What a match yields: one token, a token per group, or whatever the action decides. */
export type Effect<Memory> = Token | readonly Token[] | Action<Memory>;

/**
 * Does what a plain effect can't. Its value isn't read. (Typed as a method, so that a lexer with whatever memory is a
 * `Lexer`: the engine gives a lexer only the memory that it made itself.)
 */
export type Action<Memory = unknown> = {
  act(run: LexerRun<Memory>, match: RegExpExecArray): unknown;
}['act'];

/** What must hold before a pattern is tried. */
export type Condition = (run: LexerRun) => boolean;

/** A state's name to push; `#pop` leaves the current state, `#push` enters it once more. Lists are done in order. */
export type Next = string | readonly string[];

/** A rule: at `pattern`, yield `effect`, then go to `next`. */
export function rule<Memory = unknown>(pattern: RegExp, effect: Effect<Memory>, next?: Next): Rule<Memory> {
  return { pattern, effect, next };
}

/** Mixes in the rules of another state. */
export function include(state: string): Inclusion {
  return { include: state };
}

/**
 * A rule that is tried only while `text` (or a match of a global expression) still occurs at or after the current place. Without this, a pattern that looks
 * for a far end (`/\/\*.*?\*\//s`) and doesn't find it would read to the end of the code at every place it starts.
 */
export function needs<Memory = unknown>(text: string | RegExp, inner: Rule<Memory>): Rule<Memory> {
  return when((run) => run.next(text) !== Number.POSITIVE_INFINITY, inner);
}

/** A rule that is tried only if `end` comes before the end of the line. */
export function needsOnLine<Memory = unknown>(end: string, inner: Rule<Memory>): Rule<Memory> {
  return when((run) => run.next(end) < run.next('\n'), inner);
}

/** What `next` finds at the end of white space. */
export const nonSpace = /[^ \t-\r]/g;

/** A condition: whether this is the next character that is no white space. */
export function afterSpace(character: string): Condition {
  return (run) => run.text[run.next(nonSpace)] === character;
}

const afterWord = /[^a-zA-Z0-9_]/g;
const startsWithWord = /^[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}]/u;

/** A condition: whether `\b` matches behind the `\w+` here. A pattern alone would try each of the word's characters again. */
export const wordEnds: Condition = (run) => {
  const place = run.next(afterWord);
  return place === Number.POSITIVE_INFINITY || !startsWithWord.test(run.text.slice(place, place + 2));
};

/** A rule that is tried under a condition. */
export function when<Memory = unknown>(condition: Condition, inner: Rule<Memory>): Rule<Memory> {
  return { ...inner, when: condition };
}

/**
 * A string between quotes in which a backslash keeps the next character. When only escaped quotes are left in the code,
 * the last of them ends the string after all, as in Rouge, whose expressions take the backslash for itself then.
 */
export function quotedString(quote: string, token: Token, prefix = ''): Rule {
  return rule(new RegExp(`${prefix}${quote}(?:[^${quote}\\\\]|\\\\[\\s\\S])*\\\\?${quote}`), token);
}

/**
 * A condition: whether the string that starts here is closed, where a backslash keeps the next character on its line. A string that isn't
 * would else be read to its end again from each of its escaped quotes.
 */
export function closes(quote: string): Condition {
  const end = new RegExp(`(?<!\\\\)(?:\\\\\\\\)*${quote}`, 'g');
  const brokenOff = /(?<!\\)(?:\\\\)*\\\n/g;
  return (run) => run.next(end, run.end + 1) < run.next(brokenOff, run.end + 1);
}

/** Letters, marks, digits and connectors, for use in a class of characters: Ruby's `\p{Word}`. */
export const wordCharacters = String.raw`\p{Alphabetic}\p{M}\p{Nd}\p{Pc}`;

/** What Ruby's `[a-z]` takes where case does not count, for use in a class of characters: the long s and the Kelvin sign, too. */
export const lettersOfAnyCase = String.raw`a-zA-Z\u017f\u212a`;

/** A pattern for any of the words, as alternatives of a group, longest first so that none hides another. */
export function words(list: string): string {
  return `(?:${list
    .trim()
    .split(/\s+/)
    .sort((a, b) => b.length - a.length)
    .join('|')})`;
}

/** The words of a white-space separated list, for look-ups. */
export function wordSet(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}

/** A set of words with more in it. */
export function moreWords(base: ReadonlySet<string>, list: string): ReadonlySet<string> {
  return new Set([...base, ...wordSet(list)]);
}
