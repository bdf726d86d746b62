/** Data files: YAML, JSON, CSV and TSV below the data folders (Jekyll 4.4.1, `DataReader`). */
import { SiteError } from '../model/diagnostic.js';
import { withBadByte } from '../report/bad-byte.js';
import * as messages from '../report/messages.js';
import { compareStrings } from '../ruby/compare.js';
import { deepMerge } from '../ruby/deep-merge.js';
import { joinPaths, pathWithin } from '../ruby/file-path.js';
import { isDirectory, isSpecialFile } from '../ruby/file-test.js';
import type { RubyHash, Value } from '../ruby/value.js';
import { decodeYaml, loadYaml, YamlError } from '../ruby/yaml/yaml.js';
import { basenameOf, extensionOf } from '../url/extension.js';
import { readTable } from './data-table.js';
import type { ReadContext } from './read-context.js';
import { isReadable, listFolder } from './scan.js';
import { warnOfYaml } from './warn-of-yaml.js';

/** `site.data`: the theme's below the site's. */
export function readData(context: ReadContext): RubyHash {
  let data: RubyHash = new Map();
  for (const folder of context.config.directories.data)
    data = deepMerge(data, readDataFolder(folder, context));
  return data;
}

/** In the order in which Ruby's glob names the types; folders come last, and win over a file of the same name. */
const EXTENSIONS = ['.yaml', '.yml', '.json', '.csv', '.tsv'];

function readDataFolder(folder: string, context: ReadContext): RubyHash {
  const data: RubyHash = new Map();
  if (!isReadable(folder, context)) return data;
  const names = listFolder(pathWithin(context.config.directories.root, folder), folder)
    .map(({ name }) => name)
    .filter((name) => !name.startsWith('.') && !isSkipped(joinPaths(folder, name), context))
    .sort(compareStrings)
    .filter((name) => !context.filter.isForbiddenLink(joinPaths(folder, name)));
  for (const extension of EXTENSIONS) {
    for (const name of names.filter((candidate) => candidate.endsWith(extension))) {
      const path = joinPaths(folder, name);
      if (isDirectory(path)) data.set(dataKey(name), readDataFolder(path, context));
      else
        data.set(
          dataKey(basenameOf(name)),
          context.failures.attempt(
            pathWithin(context.config.directories.root, path),
            () => readDataFile(path, context),
            // Any page may read it: nothing is rendered, but whoever only looks at the site looks further.
            () => null,
          ),
        );
    }
  }
  for (const name of names) {
    const path = joinPaths(folder, name);
    if (isDirectory(path)) data.set(dataKey(name), readDataFolder(path, context));
  }
  return data;
}

function isSkipped(path: string, { reporter }: ReadContext): boolean {
  const isSpecial = isSpecialFile(path);
  if (isSpecial) reporter.report(messages.specialFileSkipped(path));
  return isSpecial;
}

function readDataFile(path: string, context: ReadContext): Value {
  const file = pathWithin(context.config.directories.root, path);
  const { bytes } = context.reader.read(file, path);
  const extension = extensionOf(path).toLowerCase();
  if (extension === '.csv' || extension === '.tsv') return readTable(path, bytes, context);
  const text = decodeYaml(bytes);
  try {
    return loadYaml(text, warnOfYaml({ path: file }, text, context), context.memory.step);
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
    const place = { file, line: error.line, column: error.column, text };
    const diagnostic = { ...messages.badDataFile(error.message, path, place), cause: error };
    throw new SiteError(withBadByte(diagnostic, text, YAML));
  }
}

/** `encoding` is not for data. */
const YAML = { encoding: 'UTF-8', setting: null };

/** A file's name as a key: letters, digits, `_`, `-`; spaces between words become `_` (`DataReader#sanitize_filename`). */
function dataKey(name: string): string {
  return name
    .replace(/[^A-Za-z0-9_ \t\r\n\f\v-]+|(?<=^|\b[ \t\r\n\f\v])[ \t\r\n\f\v]+(?=$|[ \t\r\n\f\v]?\b)/g, '')
    .replace(/[ \t\r\n\f\v]+/g, '_');
}
