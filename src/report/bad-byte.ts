import type { Diagnostic } from '../model/diagnostic.js';
import { firstKeptByte, type KeptByte } from '../ruby/kept-bytes.js';
import { codeFrame } from './code-frame.js';

/** What the text with the byte was read in. */
export interface ReadAs {
  /** E.g. `UTF-8`. */
  readonly encoding: string;
  /** The setting that names another encoding for such files, e.g. `encoding`; `null` where there is none. */
  readonly setting: string | null;
}

/** What no text file holds, and a terminal would obey. */
const BINARY = /[\0-\x08\x0b\x0e-\x1f\x7f]/;

/**
 * The diagnostic with the place of the first byte that is no text, which it is, and what to do about it; as it is when there is
 * none.
 *
 * @param text the whole file
 */
export function withBadByte(diagnostic: Diagnostic, text: string, readAs: ReadAs): Diagnostic {
  const kept = firstKeptByte(text);
  if (kept === null) return diagnostic;
  const { line, column } = kept;
  const frame = codeFrame(text, line, column);
  const shown = BINARY.test(frame) ? {} : { frame };
  return { ...diagnostic, line, column, ...shown, hint: byteHint(kept, readAs) };
}

/** Which byte it is, and what to do about it. */
export function byteHint({ byte }: KeptByte, { encoding, setting }: ReadAs): string {
  const orSet = setting === null ? '' : `, or set \`${setting}\` in the configuration`;
  return `The byte 0x${byte.toString(16).toUpperCase()} is not ${encoding} here: save the file as ${encoding}${orSet}.`;
}
