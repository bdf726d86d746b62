/** Keys of the configuration that are one letter from one that a build reads. */
import { readOptions } from '../markdown/options.js';
import type { Config } from '../model/config.js';
import type { Diagnostic } from '../model/diagnostic.js';
import * as messages from '../report/messages.js';
import { oneLetterFrom } from '../ruby/suggest.js';
import type { Value } from '../ruby/value.js';
import { CONFIG_KEYS } from './keys.js';

/** What gems and nearly all themes read besides. */
const OFTEN_READ = [
  'author',
  'description',
  'email',
  'gems',
  'lang',
  'logo',
  'paginate',
  'remote_theme',
  'repository',
  'title',
];

/** @param isAsked whether a template asks for a key of that name, so that it is meant as it is written */
export function mistypedSettings(config: Config, isAsked: (key: string) => boolean): Diagnostic[] {
  const found = belowKeys(config.settings, []).flatMap((path) => {
    const key = path.at(-1)!;
    const known = knownBelow(path.slice(0, -1));
    const meant = known.includes(key) ? null : oneLetterFrom(key, known);
    if (meant === null || isAsked(key)) return [];
    const place = config.placeOf(path);
    return place === null ? [] : [messages.configKey(path.join('.'), meant, place)];
  });
  return found.sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
}

/** The keys at the top, and those of sections whose keys are known. */
function belowKeys(section: Value, path: readonly string[]): string[][] {
  if (!(section instanceof Map)) return [];
  return [...section].flatMap(([key, value]) => {
    if (typeof key !== 'string') return [];
    const own = [...path, key];
    return [own, ...(isSection(own) ? belowKeys(value, own) : [])];
  });
}

/** Whether keys below it are known, at whatever depth. */
function isSection(path: readonly string[]): boolean {
  if (path[0] === 'kramdown') return path.length === 1;
  return CONFIG_KEYS.some(({ key }) => {
    const parts = key.split('.');
    return parts.length > path.length && path.every((part, index) => [part, '*'].includes(parts[index]!));
  });
}

function knownBelow(path: readonly string[]): string[] {
  if (path.length === 1 && path[0] === 'kramdown') return Object.keys(readOptions(new Map()));
  const rows = CONFIG_KEYS.map(({ key }) => key.split('.')).filter(
    (parts) =>
      parts.length === path.length + 1 && path.every((part, index) => [part, '*'].includes(parts[index]!)),
  );
  const names = rows.map((parts) => parts.at(-1)!).filter((name) => name !== '*' && name !== '[]');
  return path.length === 0 ? [...names, ...OFTEN_READ] : names;
}
