/**
 * What a diagnostic says in our words. Its message is Jekyll's where Jekyll has words, since conformance is held to them and people search
 * for them; where these speak of Ruby, of lines of a part of the file or of two things at once, a rule here has a sentence that comes first,
 * and for the commonest mistakes the next step. Whoever shows diagnostics (terminal, browser, JSON) asks here.
 */
import type { Diagnostic } from '../model/diagnostic.js';
import { numberOf } from './error-pages.js';
import { WORD_RULES } from './word-rules.js';

/** What is shown first. */
export interface OurWords {
  /** The number of the page behind it, e.g. `U1203`; `null` for what a plugin of the user's made up. */
  readonly number: string | null;
  /** Our sentence; `null` where the message says all. */
  readonly sentence: string | null;
  /** What to do about it; `null` where nobody knows. */
  readonly hint: string | null;
}

/** What to show of a diagnostic. */
export function inOurWords(diagnostic: Diagnostic): OurWords {
  const { code, message, hint = null } = diagnostic;
  for (const rule of WORD_RULES) {
    const match = rule.codes.includes(code) ? rule.pattern.exec(message) : null;
    if (match === null) continue;
    const shown = { match, line: shownLine(diagnostic), isError: diagnostic.severity === 'error' };
    return {
      number: numberOf(rule.name ?? code),
      sentence: rule.say(shown),
      hint: hint ?? rule.advise?.(shown) ?? null,
    };
  }
  return { number: numberOf(code), sentence: null, hint };
}

/** Jekyll's own lines, topic and all, for those who search for them. */
export function jekyllsWords({ topic, message }: Diagnostic): string {
  const words = message.trimEnd();
  return `In Jekyll's words: ${topic === undefined ? words : `${topic} ${words}`}`;
}

/** The line in question as the frame has it, without its number. */
function shownLine({ frame = '' }: Diagnostic): string {
  return /^> *\d+ \| ?(.*)$/m.exec(frame)?.[1] ?? '';
}
