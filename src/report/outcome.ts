import type { Diagnostic } from '../model/diagnostic.js';
import { countFindings } from './findings.js';
import { inOurWords } from './in-our-words.js';
import type { CommandReporter } from './logger.js';

/**
 * The end of a failed build. Jekyll's header and, for what it calls fatal, the reason, in our words where its own speak of Ruby; then how
 * many things are wrong, in place of its box that asks for `--trace`; and what has become of the output.
 */
export function tellFailure(
  reporter: CommandReporter,
  diagnostics: readonly Diagnostic[],
  { isStrict, isOutputChanged }: { isStrict: boolean; isOutputChanged: boolean },
): void {
  const { errors, warnings } = countFindings(diagnostics);
  reporter.error('ERROR:', 'YOUR SITE COULD NOT BE BUILT:');
  reporter.error('', '------------------------------------');
  const verdicts = diagnostics.flatMap((one) =>
    one.verdict === undefined ? [] : [shortVerdict(one.verdict, one)],
  );
  for (const verdict of new Set(verdicts)) reporter.error('', verdict);
  if (reporter.leftOut > 0) reporter.error('', `${reporter.leftOut} more at places shown above.`);
  const parts = [counted(errors, 'error'), counted(warnings, 'warning')].filter(Boolean);
  const reason = errors === 0 && isStrict ? ', which --strict does not let pass' : '';
  const state = isOutputChanged ? 'is not as it was: it has been written to' : 'is as it was';
  reporter.error('', `${parts.join(', ')}${reason}. The output folder ${state}.`);
}

/** Our sentence, where Jekyll's words have been printed below it. */
function shortVerdict(verdict: string, diagnostic: Diagnostic): string {
  const isPrinted = oneLine(diagnostic.message).includes(oneLine(verdict));
  return (isPrinted ? inOurWords(diagnostic).sentence : null) ?? verdict;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function counted(count: number, noun: string): string {
  if (count === 0) return '';
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
