import { type Diagnostic, SiteError } from '../model/diagnostic.js';
import type { ReadContext } from './read-context.js';

/** Tells of what is wrong with a file, of which Jekyll takes what it has; under `strict_front_matter` it ends the build. */
export function reject(diagnostic: Diagnostic, { config, reporter, leftOut }: ReadContext): void {
  if (config.strictFrontMatter) throw new SiteError({ ...diagnostic, severity: 'error' });
  reporter.report(diagnostic);
  const { file, line } = diagnostic;
  if (file !== undefined) leftOut.push({ path: file, reason: 'broken', ...(line !== undefined && { line }) });
}
