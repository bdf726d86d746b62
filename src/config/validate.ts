/** Checks what files and flags say, before defaults, by the table of keys. Where Jekyll 4.4.1 has words for it, they are said. */

import { type Diagnostic, SiteError } from '../model/diagnostic.js';
import type { Reporter } from '../report/logger.js';
import * as messages from '../report/messages.js';
import { className } from '../ruby/compare.js';
import { isGlobTooWide, MAX_ALTERNATIVES } from '../ruby/glob.js';
import { inspect } from '../ruby/inspect.js';
import { isKnownTimeZone } from '../ruby/time/time-zone.js';
import { toS } from '../ruby/to-s.js';
import type { RubyHash, Value } from '../ruby/value.js';
import { isOneOf, keyText } from '../site/value-type.js';
import { keyedPlace } from './key-place.js';
import { CONFIG_KEYS, type ConfigKey } from './keys.js';

/** Where the settings stand. */
export interface ConfigSources {
  /** Absolute paths, later ones laid over earlier ones. */
  readonly files: readonly string[];
  /** The folder from which paths in messages start. */
  readonly root: string;
}

/**
 * Tells of every value of the wrong type. Answers the errors, by the keys at the top, that come up once those are used; until then they are
 * warnings.
 *
 * @throws SiteError the last error, if there was any; those before it have been reported
 */
export function validateSettings(
  settings: RubyHash,
  sources: ConfigSources,
  reporter: Reporter,
): ReadonlyMap<string, Diagnostic> {
  const found = CONFIG_KEYS.flatMap((row) =>
    wrongValues(row.isReadOnUse ? { ...row, wrong: 'warning' } : row, settings, sources),
  );
  const errors = found.filter(({ severity }) => severity === 'error');
  const last = errors.at(-1);
  for (const diagnostic of found) if (diagnostic !== last) reporter.report(diagnostic);
  if (last) throw new SiteError(last);
  const onUse = CONFIG_KEYS.filter(({ isReadOnUse }) => isReadOnUse);
  return new Map(
    onUse.flatMap((row) =>
      wrongValues(row, settings, sources).map((error): [string, Diagnostic] => [topOf(row), error]),
    ),
  );
}

function topOf({ key }: ConfigKey): string {
  return key.split('.', 1)[0]!;
}

/** A value with the way that leads to it. */
interface Found {
  readonly path: readonly Value[];
  readonly value: Value;
}

function wrongValues(row: ConfigKey, settings: RubyHash, sources: ConfigSources): Diagnostic[] {
  const parts = row.key.split('.');
  return valuesAt(parts, settings)
    .filter(({ path }) => rowFor(path)?.key === row.key)
    .flatMap(({ path, value }) => {
      const say = isOfType(value, row) ? SENSE[row.key]?.(value) : wordsFor(row, path, value);
      return say ? [say(keyedPlace(path, sources))] : [];
    });
}

function valuesAt(parts: readonly string[], settings: RubyHash): Found[] {
  let found: Found[] = [{ path: [], value: settings }];
  for (const part of parts) {
    found = found.flatMap(({ path, value }) =>
      below(value, part).map(([key, item]): Found => ({ path: [...path, key], value: item })),
    );
  }
  return found;
}

function below(value: Value, part: string): [key: Value, value: Value][] {
  if (part === '[]') return Array.isArray(value) ? [...value.entries()] : [];
  if (!(value instanceof Map)) return [];
  if (part === '*') return [...value];
  return value.has(part) ? [[part, value.get(part)!]] : [];
}

/** The row that speaks of a place: of two, the one that names it. */
function rowFor(path: readonly Value[]): ConfigKey | undefined {
  const fits = (row: ConfigKey): boolean => {
    const parts = row.key.split('.');
    return (
      parts.length === path.length &&
      parts.every((part, index) =>
        part === '[]' ? typeof path[index] === 'number' : part === '*' || part === path[index],
      )
    );
  };
  const rows = CONFIG_KEYS.filter(fits);
  return rows.find(({ key }) => !key.includes('*')) ?? rows[0];
}

/** Lists that Jekyll refuses to be without, `~` included. */
const REQUIRED_LISTS: ReadonlySet<string> = new Set(['include', 'exclude', 'plugins']);

function isOfType(value: Value, { key, types, choices }: ConfigKey): boolean {
  if (value === null && !key.endsWith('[]') && !REQUIRED_LISTS.has(key)) return true;
  if (choices && typeof value === 'string') return choices.includes(value);
  return isOneOf(value, types);
}

type Say = (place: messages.Place | undefined) => Diagnostic;

/** What is of the right type and makes no sense all the same. */
const SENSE: Readonly<Record<string, (value: Value) => Say | null>> = {
  limit_posts: (value) => (Number(toS(value)) < 0 ? messages.limitPostsNegative : null),
  timezone: (value) =>
    typeof value === 'string' && !isKnownTimeZone(value)
      ? (place) => messages.configTimeZone(value, place)
      : null,
  'utterson.generation': (value) =>
    value === 3 || value === 4 ? null : (place) => messages.generationUnknown(inspect(value), place),
  'defaults.[].scope.path': (value) =>
    typeof value === 'string' && value.includes('*') ? wideGlob(value) : null,
  'sass.load_paths.[]': (value) => (typeof value === 'string' ? wideGlob(value) : null),
};

function wideGlob(pattern: string): Say | null {
  return isGlobTooWide(pattern) ? (place) => messages.configWideGlob(MAX_ALTERNATIVES, place) : null;
}

function wordsFor(row: ConfigKey, path: readonly Value[], value: Value): Say {
  const inspected = inspect(value);
  switch (row.key) {
    case 'plugins':
      return (place) => messages.pluginsNotArray(inspected, place);
    case 'include':
      return (place) => messages.configNotArray('include', inspected, place);
    case 'exclude':
      return (place) => messages.configNotArray('exclude', inspected, place);
    case 'collections':
      return messages.configCollections;
    case 'time':
      return (place) => messages.invalidSiteTime(toS(value), place);
    case 'theme':
      return (place) => messages.themeNotString(className(value), place);
    default:
      return (place) => messages.configValue({ ...row, key: keyText(path), inspected }, place);
  }
}
