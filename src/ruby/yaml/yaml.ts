/** YAML (and JSON, which Jekyll reads the same way) as Jekyll's SafeYAML 1.0.5 loads it. */
import type { Value } from '../value.js';
import { parseYamlLines } from './lines.js';
import { parseYamlTree } from './tree.js';
import { type YamlWarn, yamlErrorAt } from './yaml-error.js';

export { YamlError, type YamlWarn } from './yaml-error.js';

/** What libyaml's reader refuses wherever it stands: control characters but tabs and line ends, and what is no character. */
const FORBIDDEN = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]/;

/**
 * `SafeYAML.load`: the value of the first document, `false` for a text without content.
 *
 * @param warn told of aliases without an anchor
 * @throws YamlError with libyaml's words, line and column
 */
export function loadYaml(text: string, warn: YamlWarn = () => {}): Value {
  const forbidden = text.search(FORBIDDEN);
  // libyaml says `line 1 column 1`, of which nobody is any the wiser.
  if (forbidden >= 0) throw yamlErrorAt(text, forbidden, 'control characters are not allowed');
  return parseYamlLines(text) ?? parseYamlTree(text, warn);
}
