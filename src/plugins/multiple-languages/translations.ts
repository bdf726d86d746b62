import { existsSync, readFileSync } from 'node:fs';
import type { Config } from '../../model/config.js';
import { SiteError } from '../../model/diagnostic.js';
import * as messages from '../../report/messages.js';
import { joinPaths } from '../../ruby/file-path.js';
import type { Value } from '../../ruby/value.js';
import { decodeYaml, loadYaml, YamlError } from '../../ruby/yaml/yaml.js';

/** The folder of all that is translated. */
export const TRANSLATIONS = '_i18n';

/**
 * The texts of a language.
 *
 * @throws SiteError for a file that is missing or cannot be read
 */
export function readTranslations(language: string, { directories }: Config): Value {
  const file = `${TRANSLATIONS}/${language}.yml`;
  const path = joinPaths(directories.source, file);
  if (!existsSync(path)) throw new SiteError(messages.translationsMissing(language, file));
  const text = decodeYaml(readFileSync(path));
  try {
    return loadYaml(text);
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
    const place = { file, line: error.line, column: error.column, text };
    throw new SiteError({ ...messages.badDataFile(error.message, path, place), cause: error });
  }
}
