/** One configuration file: found, read, parsed (`Configuration#config_files`, `#read_config_file`). */
import { existsSync, readFileSync } from 'node:fs';
import { parse as parseToml, TomlDate, TomlError } from 'smol-toml';
import { CONFIG_FILE_NAMES } from '../model/config.js';
import { SiteError } from '../model/diagnostic.js';
import { withBadByte } from '../report/bad-byte.js';
import type { Reporter } from '../report/logger.js';
import * as messages from '../report/messages.js';
import { joinPaths, pathWithin } from '../ruby/file-path.js';
import { isSpecialFile } from '../ruby/file-test.js';
import { firstKeptByte } from '../ruby/kept-bytes.js';
import { RubyDate } from '../ruby/time/date.js';
import { localTime, RubyTime, timeFromMilliseconds } from '../ruby/time/time.js';
import { type RubyHash, toFloat, type Value } from '../ruby/value.js';
import { decodeYaml, loadYaml, YamlError } from '../ruby/yaml/yaml.js';
import { fileNameOf } from '../url/extension.js';

/** The file a site without `--config` uses: the first there is, `null` when there is none. @throws SiteError for a pipe or device */
export function defaultConfigFile(source: string): string | null {
  const found = CONFIG_FILE_NAMES.map((name) => joinPaths(source, name)).find((path) => existsSync(path));
  if (found === undefined) return null;
  if (!isSpecialFile(found)) return found;
  const reason = 'it is a pipe, a socket or a device';
  throw new SiteError(messages.unreadableFile(reason, found, { file: fileNameOf(found) }));
}

/**
 * The file's mapping.
 *
 * @param root the folder from which paths in messages start
 * @throws SiteError for a file that is not there, that cannot be parsed, or that holds something else
 */
export function readConfigFile(path: string, root: string, reporter: Reporter): RubyHash {
  const text = readText(path);
  const shortPath = pathWithin(root, path);
  const value = /\.toml$/i.test(path)
    ? tomlValue(parseTomlFile(text, path, shortPath), 0, { text, path, shortPath })
    : parseYamlFile(text, path, shortPath);
  if (!(value instanceof Map)) {
    throw new SiteError(messages.configInvalidFile(path, { file: shortPath, line: 1, text }));
  }
  reporter.info('Configuration file:', path);
  return value;
}

function readText(path: string): string {
  try {
    return decodeYaml(readFileSync(path));
  } catch (cause) {
    throw new SiteError({ ...messages.configNotFound(path), cause });
  }
}

/** @param shortPath the path for the place of an error; a file without content counts as an empty mapping */
export function parseYamlFile(text: string, path: string, shortPath: string): Value {
  if (!/\.ya?ml/i.test(fileNameOf(path))) throw new SiteError(messages.configUnknownType(path));
  try {
    const value = loadYaml(text);
    return value === false || value === null ? new Map() : value;
  } catch (cause) {
    if (!(cause instanceof YamlError)) throw cause;
    const place = { file: shortPath, line: cause.line, column: cause.column, text };
    const diagnostic = { ...messages.configSyntax(cause.message, path, place), cause };
    throw new SiteError(withBadByte(diagnostic, text, UTF_8));
  }
}

/** `encoding` is not for the file it stands in. */
const UTF_8 = { encoding: 'UTF-8', setting: null };

function parseTomlFile(text: string, path: string, shortPath: string): unknown {
  if (firstKeptByte(text) !== null) {
    const diagnostic = messages.configSyntax('invalid byte sequence in UTF-8', path, { file: shortPath });
    throw new SiteError(withBadByte(diagnostic, text, UTF_8));
  }
  try {
    return parseToml(text, { integersAsBigInt: true });
  } catch (cause) {
    if (!(cause instanceof TomlError)) throw cause;
    const place = { file: shortPath, line: cause.line, column: cause.column, text };
    const reason = cause.message.split('\n')[0] ?? cause.message;
    throw new SiteError({ ...messages.configSyntax(reason, path, place), cause });
  }
}

/** Tables in tables; YAML has the same limit. */
const MAX_DEPTH = 1000;

interface TomlFile {
  readonly text: string;
  readonly path: string;
  readonly shortPath: string;
}

/** TOML knows its types, so integers come as `bigint` and every number is a float. */
function tomlValue(value: unknown, depth: number, file: TomlFile): Value {
  if (depth > MAX_DEPTH) {
    const place = { file: file.shortPath, line: 1, text: file.text };
    throw new SiteError(messages.configSyntax(`nested deeper than ${MAX_DEPTH} levels`, file.path, place));
  }
  if (value instanceof TomlDate) return tomlDate(value);
  if (Array.isArray(value)) return value.map((item) => tomlValue(item, depth + 1, file));
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : value;
  if (typeof value === 'number') return toFloat(value);
  if (typeof value === 'object' && value !== null) {
    return new Map(Object.entries(value).map(([key, item]) => [key, tomlValue(item, depth + 1, file)]));
  }
  return typeof value === 'string' || typeof value === 'boolean' ? value : null;
}

/** Dates become dates, times without an offset are local ones, bare times of day stay text. */
function tomlDate(date: TomlDate): Value {
  const iso = date.toISOString();
  if (date.isTime()) return iso;
  const [year, month, day] = iso.slice(0, 10).split('-').map(Number) as [number, number, number];
  if (date.isDate()) return new RubyDate(year, month, day);
  const { seconds, nanoseconds } = timeFromMilliseconds(date.getTime());
  if (iso.endsWith('Z')) return new RubyTime(seconds, nanoseconds, 0, 'UTC');
  const offset = /([-+])(\d\d):(\d\d)$/.exec(iso);
  if (offset === null) {
    const [hour, minute, second] = iso.slice(11, 19).split(':').map(Number) as [number, number, number];
    return localTime(year, month, day, hour, minute, second, nanoseconds);
  }
  const east = (offset[1] === '-' ? -1 : 1) * (Number(offset[2]) * 3600 + Number(offset[3]) * 60);
  return new RubyTime(seconds, nanoseconds, east, '');
}
