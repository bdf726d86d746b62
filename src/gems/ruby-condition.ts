/** Conditions of a Gemfile that can be told without Ruby: those about the platform, which is Linux with MRI here. */

/** `RUBY_PLATFORM` of the reference. */
const RUBY_PLATFORM = 'x86_64-linux';

/** Names in `platforms:` that are the reference's, MRI 3.1 on Linux (Bundler's `CurrentRuby`). */
const PLATFORMS: ReadonlySet<string> = new Set(['ruby', 'mri', 'ruby_31', 'mri_31']);

/** Whether one of the platforms is ours. */
export function isOurPlatform(names: readonly string[]): boolean {
  return names.some((name) => PLATFORMS.has(name));
}

/**
 * What a condition, or a lambda around one, says; `null` for one that only Ruby can tell.
 *
 * @example readCondition('-> { RUBY_PLATFORM =~ %r!mingw|mswin|java! }') // false
 */
export function readCondition(text: string): boolean | null {
  const condition = withoutLambda(text);
  if (condition === 'true') return true;
  if (condition === 'false' || condition === 'nil') return false;
  if (/^(?:Gem|Bundler::?\.?\w*)\.win_platform\?$/.test(condition)) return false;
  const negated = /^(?:!|not\s)\s*(.*)$/.exec(condition);
  if (negated) return not(readCondition(negated[1]!));
  return platformMatch(condition);
}

/** The other way round, where it is known. */
export function not(verdict: boolean | null): boolean | null {
  return verdict === null ? null : !verdict;
}

/** Whether both hold: one that does not is enough to know. */
export function and(a: boolean | null, b: boolean | null): boolean | null {
  if (a === false || b === false) return false;
  return a === null || b === null ? null : true;
}

function withoutLambda(text: string): string {
  const inner = /^(?:->|lambda|proc|Proc\.new)\s*(?:\{(.*)\}|do\s(.*)\send)$/.exec(text.trim());
  const condition = (inner?.[1] ?? inner?.[2] ?? text).trim();
  return /^\(([^()]*)\)$/.exec(condition)?.[1]?.trim() ?? condition;
}

/** `RUBY_PLATFORM =~ /mingw|mswin/` and its like: words with bars between them, no further patterns. */
function platformMatch(condition: string): boolean | null {
  const found =
    /^RUBY_PLATFORM\s*(=~|!~|\.match\?)\s*\(?\s*(?:\/|%r([!{(|]))([\w|-]+)(?:\/|[!})|])(i?)\s*\)?$/.exec(
      condition,
    );
  if (!found) return null;
  const isMatch = found[3]!.split('|').some((word) => RUBY_PLATFORM.includes(word));
  return found[1] === '!~' ? !isMatch : isMatch;
}
