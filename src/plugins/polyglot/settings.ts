import type { Config } from '../../model/config.js';
import { joinPaths } from '../../ruby/file-path.js';
import { isDirectory } from '../../ruby/file-test.js';
import { toS } from '../../ruby/to-s.js';
import { isTruthy, type RubyHash, type Value } from '../../ruby/value.js';

/** What the configuration says of the site's languages. */
export interface LanguageSettings {
  /** `languages`, e.g. `['en', 'de']`, each once. */
  readonly languages: readonly string[];
  /** `default_lang`: the language of the site's root. */
  readonly standard: string;
  /** `active_lang`: the language of the pass; the standard one before there are passes. */
  readonly active: string;
  /** `lang_vars`: more names by which templates know the active language. */
  readonly variables: readonly string[];
  /** `lang_from_path`: whether folders name the language of what lies in them. */
  readonly isInPath: boolean;
}

/** Reads the keys of the configuration. */
export function languageSettings({ settings }: Config): LanguageSettings {
  const standard = textOf(settings, 'default_lang') ?? 'en';
  return {
    languages: [...new Set(listOf(settings, 'languages') ?? ['en'])],
    standard,
    active: textOf(settings, 'active_lang') ?? standard,
    variables: listOf(settings, 'lang_vars') ?? [],
    isInPath: isTruthy(settings.get('lang_from_path') ?? null),
  };
}

/** `exclude_from_localization`: beginnings of paths that only the standard language has; folders with a slash behind them. */
export function unlocalizedPaths({ settings, directories }: Config): readonly string[] {
  const folder = (path: string): string =>
    isDirectory(joinPaths(directories.source, path)) && !path.endsWith('/') ? `${path}/` : path;
  return (listOf(settings, 'exclude_from_localization') ?? []).map(folder);
}

function textOf(settings: RubyHash, key: string): string | null {
  const value: Value = settings.get(key) ?? null;
  return value === null ? null : toS(value);
}

function listOf(settings: RubyHash, key: string): string[] | null {
  const value = settings.get(key);
  return Array.isArray(value) ? value.map(toS) : null;
}
