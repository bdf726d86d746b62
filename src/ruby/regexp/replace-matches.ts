import { checkLength } from '../expansion.js';
import { compileRegexp, type RubyRegexp } from './compile.js';
import { RegexpSyntaxError } from './reader.js';

/** A match with what a replacement may ask of it. */
interface Found {
  readonly text: string;
  readonly match: RegExpExecArray;
  readonly regexp: RubyRegexp;
}

/**
 * `String#gsub`, or `String#sub` with `isOnce`, by a pattern. In the replacement `\1` to `\9` and `\k<name>` stand for groups, `\0` and `\&` for
 * the match, `` \` `` and `\'` for what is before and behind it, `\+` for the last group that took part, `\\` for a backslash.
 *
 * @throws RegexpSyntaxError for a pattern that cannot be read
 */
export function replaceMatches(
  text: string,
  source: string,
  replacement: string | ((match: string) => string),
  isOnce = false,
): string {
  const regexp = compileRegexp(source);
  let result = '';
  let end = 0;
  for (const match of matchesIn(text, regexp.pattern)) {
    const found: Found = { text, match, regexp };
    const put = typeof replacement === 'string' ? expand(replacement, found) : replacement(match[0]);
    result += text.slice(end, match.index) + put;
    end = match.index + match[0].length;
    checkLength(result.length);
    if (isOnce) break;
  }
  return result + text.slice(end);
}

function expand(replacement: string, { text, match, regexp }: Found): string {
  if (!replacement.includes('\\')) return replacement;
  const group = (name: string | undefined): string => match.groups?.[name ?? ''] ?? '';
  return replacement.replace(/\\(?:([0-9&`'+\\])|k<([^>]*)>)/g, (_, short?: string, name?: string) => {
    if (name !== undefined) return group(groupNamed(name, regexp));
    switch (short) {
      case '0':
      case '&':
        return match[0];
      case '`':
        return text.slice(0, match.index);
      case "'":
        return text.slice(match.index + match[0].length);
      case '\\':
        return '\\';
      case '+':
        return group(regexp.groups.findLast((own) => match.groups?.[own] !== undefined));
      default:
        return regexp.named.size > 0 ? '' : group(regexp.groups[Number(short) - 1]);
    }
  });
}

/** By hand: V8 finds empty matches inside of characters of two units, which are none. */
function* matchesIn(text: string, pattern: RegExp): Generator<RegExpExecArray> {
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const { index } = match;
    if (index === 0 || (text.codePointAt(index - 1) ?? 0) <= 0xffff) yield match;
    if (match[0] === '') pattern.lastIndex += (text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1;
  }
}

function groupNamed(name: string, { named }: RubyRegexp): string {
  const group = named.get(name);
  if (group !== undefined) return group;
  throw new RegexpSyntaxError(`undefined group name reference: ${name}`, null);
}
