import * as messages from '../report/messages.js';
import type { YamlWarn } from '../ruby/yaml/yaml.js';
import type { ReadContext } from './read-context.js';

/** Tells of what the YAML in a file says and hardly means; `text` is the file from the line on which lines are counted. */
export function warnOfYaml(
  { path }: { readonly path: string },
  text: string,
  { reporter }: ReadContext,
): YamlWarn {
  return ({ problem, line, column }) =>
    reporter.report(messages.yamlWarning(problem, { file: path, line, column, text }));
}
