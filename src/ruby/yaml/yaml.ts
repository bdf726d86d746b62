/** YAML (and JSON, which Jekyll reads the same way) as Jekyll's SafeYAML 1.0.5 loads it. */
import { utf8 } from '../encoding.js';
import { firstKeptByte, type KeptByte } from '../kept-bytes.js';
import { withoutByteOrderMark } from '../string.js';
import type { Value } from '../value.js';
import { parseYamlFast } from './fast/document.js';
import { parseYamlTree } from './tree.js';
import { type YamlWarn, yamlErrorAt } from './yaml-error.js';

export { YamlError, type YamlWarn } from './yaml-error.js';

/** What libyaml's reader refuses wherever it stands: control characters but tabs and line ends, and what is no character. */
const FORBIDDEN = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]/;

/** Line ends besides the line feed: libyaml ends lines at them, and what it reads has line feeds in their place. */
const LINE_ENDS = /\r\n?|\x85/g;

/**
 * `SafeYAML.load`: the value of the first document, `false` for a text without content.
 *
 * @param warn told of aliases without an anchor
 * @param step called for each line, entry, lexeme and node; what it throws ends the loading
 * @throws YamlError with libyaml's words, line and column
 */
export function loadYaml(source: string, warn: YamlWarn = () => {}, step: () => void = () => {}): Value {
  const text = source.replace(LINE_ENDS, '\n');
  const forbidden = text.search(FORBIDDEN);
  // libyaml says `line 1 column 1`, of which nobody is any the wiser.
  if (forbidden >= 0) throw yamlErrorAt(text, forbidden, 'control characters are not allowed');
  const kept = firstKeptByte(text);
  if (kept !== null) throw yamlErrorAt(text, kept.offset, octetProblem(text, kept));
  return parseYamlFast(text, step) ?? parseYamlTree(text, warn, step);
}

/** What libyaml says of a byte that is no UTF-8 (libyaml 0.2.5, `yaml_parser_update_buffer`). */
function octetProblem(text: string, { byte, offset }: KeptByte): string {
  if (byte < 0xc0 || byte >= 0xf8) return 'invalid leading UTF-8 octet';
  const width = byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
  const rest = utf8.encode(text.slice(offset, offset + width));
  return rest.length < width ? 'incomplete UTF-8 octet sequence' : 'invalid trailing UTF-8 octet';
}

/** The text of a YAML file, which is UTF-8, or UTF-16 where a byte order mark says so, whatever the site's encoding. */
export function decodeYaml(bytes: Buffer): string {
  const mark = bytes.subarray(0, 2).toString('hex');
  if (mark === 'fffe') return bytes.toString('utf16le', 2);
  if (mark === 'feff' && bytes.length % 2 === 0) return Buffer.from(bytes).swap16().toString('utf16le', 2);
  return withoutByteOrderMark(utf8.decode(bytes));
}
