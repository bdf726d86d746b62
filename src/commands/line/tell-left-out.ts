import type { Config } from '../../model/config.js';
import type { LeftOut } from '../../model/left-out.js';
import { leftOutLine, remedyFor, summarizeLeftOut, surprising } from '../../report/left-out.js';
import type { Reporter } from '../../report/logger.js';
import { pathWithin } from '../../ruby/file-path.js';
import { locateFrom } from './places.js';

/** Whom to tell, and of what. */
export interface LeftOutTelling {
  readonly config: Config;
  readonly reporter: Reporter;
  /** The working directory, from which places are told. */
  readonly directory: string;
  /** Absolute paths of what was saved; then only of that is told. Default: all is told. */
  readonly changed?: readonly string[] | null;
}

/** Tells what a build left out: in one line, file by file with `--verbose`, and why what was just saved is not there. */
export function tellLeftOut(leftOut: readonly LeftOut[], telling: LeftOutTelling): void {
  const { config, reporter, directory, changed = null } = telling;
  const lineOf = (one: LeftOut): string => leftOutLine(one, (path) => locateFrom(directory, path, config));
  if (changed !== null) {
    for (const one of amongChanged(leftOut, changed, config)) {
      reporter.info('Left out:', lineOf(one));
      reporter.info('', `→ ${remedyFor(one)}`);
    }
    return;
  }
  const summary = summarizeLeftOut(leftOut);
  if (summary !== '') reporter.info('Left out:', summary);
  for (const one of surprising(leftOut)) reporter.debug('', lineOf(one));
}

/** What of the saved files is left out, by itself or with a folder. */
function amongChanged(
  leftOut: readonly LeftOut[],
  changed: readonly string[],
  { directories }: Config,
): readonly LeftOut[] {
  const paths = changed.map((path) => pathWithin(directories.source, path));
  return leftOut.filter(({ path }) => paths.some((saved) => saved === path || saved.startsWith(`${path}/`)));
}
