/** The diagnostics of one build: whether it failed is theirs to say, not the reporter's, which only prints. */
import type { Diagnostic } from '../model/diagnostic.js';
import type { Reporter } from './logger.js';

/** A reporter that prints like another one, and what went through it. */
export interface Collected {
  readonly reporter: Reporter;
  /** In order, growing. */
  readonly diagnostics: readonly Diagnostic[];
}

/** The reporter, with its diagnostics kept. */
export function collecting(reporter: Reporter): Collected {
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic): void => {
    diagnostics.push(diagnostic);
    reporter.report(diagnostic);
  };
  return { reporter: { ...reporter, report }, diagnostics };
}

/** The reporter without what has been told already, each as often as it was. */
export function withoutTold(reporter: Reporter, told: readonly Diagnostic[]): Reporter {
  const left = told.map(keyOf);
  const report = (diagnostic: Diagnostic): void => {
    const index = left.indexOf(keyOf(diagnostic));
    if (index >= 0) left.splice(index, 1);
    else reporter.report(diagnostic);
  };
  return { ...reporter, report };
}

/** How many of them count as errors, and how many as warnings. */
export interface FindingCounts {
  readonly errors: number;
  readonly warnings: number;
}

/** Counts errors and warnings; harmless ones are neither. */
export function countFindings(diagnostics: readonly Diagnostic[]): FindingCounts {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const warnings = diagnostics.filter(
    ({ severity, isHarmless }) => severity === 'warning' && isHarmless !== true,
  ).length;
  return { errors, warnings };
}

/** Errors fail a build; with `--strict` warnings do, too. */
export function isFailure(
  diagnostics: readonly Diagnostic[],
  { strict }: { readonly strict: boolean },
): boolean {
  const { errors, warnings } = countFindings(diagnostics);
  return errors > 0 || (strict && warnings > 0);
}

/** Passes each diagnostic on once, however many pages share its cause. */
export function withoutRepeats(passOn: (diagnostic: Diagnostic) => void): (diagnostic: Diagnostic) => void {
  const seen = new Set<string>();
  return (diagnostic) => {
    const key = keyOf(diagnostic);
    if (seen.has(key)) return;
    seen.add(key);
    passOn(diagnostic);
  };
}

function keyOf({ code, file, line, column, message }: Diagnostic): string {
  return [code, file, line, column, message].join('\0');
}
