import { isAsciiText } from '../../ruby/text-encoding.js';
import type { Value } from '../../ruby/value.js';

/** For filters whose answer has the encoding of their input in Ruby, until a character needs more (see `PluginFilter.isAscii`). */
export function staysAscii(answer: string, _input: Value, isInputAscii: boolean): boolean {
  return isInputAscii && isAsciiText(answer);
}
