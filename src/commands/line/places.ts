import { existsSync, readFileSync } from 'node:fs';
import { isAbsolute, join, relative } from 'node:path';
import type { Config } from '../../model/config.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import { codeFrame } from '../../report/code-frame.js';
import type { CommandReporter } from '../../report/logger.js';
import { isWithin, slashed } from '../../ruby/file-path.js';

/**
 * The same reporter, but places (`about.md:3:1`) are told from the working directory, so that a terminal or an editor finds the file;
 * and code frames show the whole file, where a template knows only its part of it. The build itself knows files by their paths in
 * the source or in the folder of the site.
 */
export function placesFrom(directory: string, config: Config, reporter: CommandReporter): CommandReporter {
  const find = (path: string): string | undefined => findFile(path, config);
  const locate = (path: string): string => locateFrom(directory, path, config);
  const report = (diagnostic: Diagnostic): void => {
    const { file, stack } = diagnostic;
    reporter.report({
      ...diagnostic,
      ...frameFor(diagnostic, find),
      ...(file !== undefined && { file: locate(file) }),
      ...(stack !== undefined && { stack: stack.map((place) => locateStart(place, locate)) }),
    });
  };
  return {
    ...reporter,
    report,
    get leftOut() {
      return reporter.leftOut;
    },
  };
}

/** A path in the source or in the folder of the site, as it is told from the working directory. */
export function locateFrom(directory: string, path: string, config: Config): string {
  const file = findFile(path, config);
  if (file === undefined) return path;
  return isWithin(directory, file) ? slashed(relative(directory, file)) : file;
}

function findFile(path: string, { directories }: Config): string | undefined {
  const { root, source, theme } = directories;
  const folders = theme === null ? [root, source] : [root, source, theme];
  return [path, ...folders.map((folder) => join(folder, path))].find(
    (file) => isAbsolute(file) && existsSync(file),
  );
}

/** Entries of a chain of includes may end in a line: `includes/a.html:3`. */
function locateStart(place: string, locate: (path: string) => string): string {
  const [, path = '', line = ''] = /^(.*?)((?::\d+)*)$/.exec(place) ?? [];
  return locate(path) + line;
}

function frameFor(
  { file, line, column }: Diagnostic,
  find: (path: string) => string | undefined,
): { readonly frame?: string } {
  const path = file === undefined ? undefined : find(file);
  if (path === undefined || line === undefined) return {};
  const made = codeFrame(readFileSync(path, 'utf8'), line, column);
  return made === '' ? {} : { frame: made };
}
