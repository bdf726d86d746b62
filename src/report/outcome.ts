import type { Diagnostic } from '../model/diagnostic.js';
import { countFindings } from './findings.js';
import type { CommandReporter } from './logger.js';

/**
 * The end of a failed build. Jekyll's header and, for what it calls fatal, its reason; then how many things are wrong, in place of
 * its box that asks for `--trace`; and what has become of the output.
 */
export function tellFailure(
  reporter: CommandReporter,
  diagnostics: readonly Diagnostic[],
  { isStrict, isOutputChanged }: { isStrict: boolean; isOutputChanged: boolean },
): void {
  const { errors, warnings } = countFindings(diagnostics);
  reporter.error('ERROR:', 'YOUR SITE COULD NOT BE BUILT:');
  reporter.error('', '------------------------------------');
  const verdicts = new Set(diagnostics.flatMap(({ verdict }) => (verdict === undefined ? [] : [verdict])));
  for (const verdict of verdicts) reporter.error('', verdict);
  if (reporter.leftOut > 0) reporter.error('', `${reporter.leftOut} more at places shown above.`);
  const parts = [counted(errors, 'error'), counted(warnings, 'warning')].filter(Boolean);
  const reason = errors === 0 && isStrict ? ', which --strict does not let pass' : '';
  const state = isOutputChanged ? 'is not as it was: it has been written to' : 'is as it was';
  reporter.error('', `${parts.join(', ')}${reason}. The output folder ${state}.`);
}

function counted(count: number, noun: string): string {
  if (count === 0) return '';
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
