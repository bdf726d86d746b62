import { toS } from '../../ruby/to-s.js';
import type { Value } from '../../ruby/value.js';

/** `%<current>s` or `%<total>03d`, flags and width before or behind the name; `%{current}`; `%%`. */
const DIRECTIVE =
  /%(?:(?<before>[-+ 0]*\d*)<(?<named>current|total)>(?<behind>[-+ 0]*\d*)(?<type>[sdi])|\{(?<braced>current|total)\}|%)/g;

/** A site's words for the number of a page (Ruby's `format` with `current` and `total`). */
export function pageNumber(message: string, current: Value, total: Value): string {
  const values: Readonly<Record<string, string>> = { current: toS(current), total: toS(total) };
  return message.replace(DIRECTIVE, (directive, ...rest) => {
    const {
      before = '',
      named,
      behind = '',
      type,
      braced,
    } = rest.at(-1) as Record<string, string | undefined>;
    if (braced !== undefined) return values[braced]!;
    if (named === undefined) return directive.slice(1);
    return padded(values[named]!, before + behind, type === 's');
  });
}

function padded(digits: string, layout: string, isText: boolean): string {
  const [, flags = '', width = ''] = /^([-+ 0]*)(\d*)$/.exec(layout) ?? [];
  const sign = isText ? '' : flags.includes('+') ? '+' : flags.includes(' ') ? ' ' : '';
  if (flags.includes('-')) return (sign + digits).padEnd(Number(width));
  if (flags.includes('0') && !isText) return sign + digits.padStart(Number(width) - sign.length, '0');
  return (sign + digits).padStart(Number(width));
}
