import { compileRegexp, type RubyRegexp } from './compile.js';
import { RegexpSyntaxError } from './reader.js';

/** A pattern out of a site's settings; `null` for one that cannot be read. */
export function readRegexp(source: string): RubyRegexp | null {
  try {
    return compileRegexp(source);
  } catch (error) {
    if (error instanceof RegexpSyntaxError) return null;
    throw error;
  }
}
