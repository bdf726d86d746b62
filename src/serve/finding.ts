/** What the terminal was told in red or yellow, as open pages show it. */
import { existsSync, realpathSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { isAbsolute, resolve } from 'node:path';
import type { Config } from '../model/config.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { inOurWords, jekyllsWords } from '../report/in-our-words.js';
import { includeChain } from '../report/include-chain.js';
import { placeOf } from '../report/print-diagnostic.js';
import { isUnread } from '../report/unread.js';
import { isWithin, slashed } from '../ruby/file-path.js';
import type { Place, Places } from './places.js';

/** A diagnostic as it was told, places counted from the working directory. */
export interface Told {
  readonly diagnostic: Diagnostic;
  /** The file as the build names it, by which broken pages are known; `undefined` where it has none. */
  readonly owner: string | undefined;
}

/** One error or warning on a page. */
export interface Finding {
  readonly isError: boolean;
  readonly owner: string | undefined;
  /** Our sentence; topic and message where they say all. */
  readonly title: string;
  /** Jekyll's words where the title is not theirs; else `''`. */
  readonly jekyll: string;
  /** Of the page behind it, e.g. `U1203`; `''` where there is none. */
  readonly code: string;
  /** `about.md:6:7`, or `''`. */
  readonly place: string;
  /** By which the editor is asked for; `null` where the file is none of the site. */
  readonly number: number | null;
  readonly frame: string;
  /** `included from …`, innermost first. */
  readonly chain: readonly string[];
  readonly hint: string;
}

/** What findings are made with. */
export interface FindingTools {
  readonly config: Config;
  /** The working directory, absolute. */
  readonly directory: string;
  readonly places: Places;
  /** Whether others than this computer may read it: then no absolute path is in it. */
  readonly isOpen: boolean;
}

/** A finding as pages show it. */
export function findingOf({ diagnostic, owner }: Told, tools: FindingTools): Finding {
  const { severity, topic, message, frame = '', stack = [] } = diagnostic;
  const { number, sentence, hint } = inOurWords(diagnostic);
  const clean = tools.isOpen ? pathCleaner(tools) : (text: string): string => text;
  const place = placeIn(diagnostic, tools);
  return {
    isError: severity === 'error' || isUnread(diagnostic),
    owner,
    title: clean(sentence ?? (isLabel(topic) ? message : `${topic} ${message}`)),
    jekyll: sentence === null ? '' : clean(jekyllsWords(diagnostic)),
    code: number ?? '',
    place: clean(placeOf(diagnostic)),
    number: place === null ? null : tools.places.add(place),
    frame,
    chain: includeChain(stack).map(clean),
    hint: clean(hint ?? ''),
  };
}

/** Whether a topic says no more than that it is an error or a warning, which stands before the title already. */
function isLabel(topic: string | undefined): boolean {
  return topic === undefined || /^(?:Build )?(?:Error|Warning):$/.test(topic);
}

/** The place, when it is in a file of the site or its theme. */
function placeIn({ file, line, column }: Diagnostic, { config, directory }: FindingTools): Place | null {
  if (file === undefined) return null;
  const path = resolve(directory, file);
  if (!existsSync(path)) return null;
  const { root, source, theme } = config.directories;
  const real = slashed(realpathSync(path));
  const isOfSite = [root, source, ...(theme === null ? [] : [theme])].some(
    (folder) => existsSync(folder) && isWithin(slashed(realpathSync(folder)), real),
  );
  return isOfSite ? { file: real, line: line ?? 1, column: column ?? 1 } : null;
}

/** Writes paths as seen from the site, and those of the computer by what they stand for. */
function pathCleaner({ config, directory }: FindingTools): (text: string) => string {
  const { root, source, theme, destination } = config.directories;
  const names: readonly (readonly [string | null, string])[] = [
    [theme, 'THEME'],
    [root, ''],
    [source, ''],
    [directory, ''],
    [destination, ''],
    [homedir(), '~'],
    [tmpdir(), 'TMP'],
  ];
  const known = names.filter((pair): pair is [string, string] => pair[0] !== null && isAbsolute(pair[0]));
  // The longest first: one folder may lie in another.
  known.sort(([a], [b]) => b.length - a.length);
  return (text) =>
    known.reduce(
      (cleaned, [folder, name]) =>
        cleaned
          .replaceAll(`${folder}/`, name === '' ? '' : `${name}/`)
          .replaceAll(folder, name === '' ? '.' : name),
      text,
    );
}
