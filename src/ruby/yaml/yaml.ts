/** YAML (and JSON, which Jekyll reads the same way) as Jekyll's SafeYAML 1.0.5 loads it. */
import type { Value } from '../value.js';
import { parseYamlLines } from './lines.js';
import { parseYamlTree } from './tree.js';

export { YamlError } from './yaml-error.js';

/**
 * `SafeYAML.load`: the value of the first document, `false` for a text without content.
 *
 * @throws YamlError with libyaml's words, line and column
 */
export function loadYaml(text: string): Value {
  return parseYamlLines(text) ?? parseYamlTree(text);
}
