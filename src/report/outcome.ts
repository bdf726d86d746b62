import type { Reporter } from './logger.js';

/**
 * The end of a failed build. Jekyll's header and, for what it calls fatal, its reason; then how many things are wrong, in place of
 * its box that asks for `--trace`.
 */
export function tellFailure(reporter: Reporter, { isStrict }: { isStrict: boolean }): void {
  const { counts, reported } = reporter;
  reporter.error('ERROR:', 'YOUR SITE COULD NOT BE BUILT:');
  reporter.error('', '------------------------------------');
  const verdicts = new Set(reported.flatMap(({ verdict }) => (verdict === undefined ? [] : [verdict])));
  for (const verdict of verdicts) reporter.error('', verdict);
  if (reporter.leftOut > 0) reporter.error('', `${reporter.leftOut} more at places shown above.`);
  const parts = [counted(counts.errors, 'error'), counted(counts.warnings, 'warning')].filter(Boolean);
  const reason = counts.errors === 0 && isStrict ? ', which --strict does not let pass' : '';
  reporter.error('', `${parts.join(', ')}${reason}. The output folder is as it was.`);
}

function counted(count: number, noun: string): string {
  if (count === 0) return '';
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
