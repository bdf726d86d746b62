import type { EnginePlugin } from '../liquid/engine-plugin.js';
import { isAsciiText } from '../ruby/text-encoding.js';
import { toS } from '../ruby/to-s.js';

/** jekyll-email-protect 1.0.3: the filter `encode_email`, which writes letters and digits of an address as in a URL, `%61` for `a`. */
export const emailProtect: EnginePlugin = {
  name: 'jekyll-email-protect',
  isSafe: true,
  filters: [
    {
      name: 'encode_email',
      arity: [0, 0],
      apply: (_context, input) => toS(input).replace(/[\p{Alphabetic}\p{Nd}]/gu, percentEncoded),
      // The gem begins with a text without an encoding, which takes the one of the first character beyond ASCII.
      isAscii: isAsciiText,
    },
  ],
};

function percentEncoded(character: string): string {
  return Buffer.from(character).reduce(
    (text, byte) => `${text}%${byte.toString(16).toUpperCase().padStart(2, '0')}`,
    '',
  );
}
