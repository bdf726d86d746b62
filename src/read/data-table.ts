/** Tables in data files, as Ruby's CSV library reads them. */
import { SiteError } from '../model/diagnostic.js';
import { withBadByte } from '../report/bad-byte.js';
import * as messages from '../report/messages.js';
import { decodeText, readAs } from '../ruby/encoding.js';
import { pathWithin } from '../ruby/file-path.js';
import { wholeInteger } from '../ruby/integer.js';
import { firstKeptByte } from '../ruby/kept-bytes.js';
import { strip } from '../ruby/string.js';
import { toS } from '../ruby/to-s.js';
import { isTruthy, type RubyHash, toFloat, type Value } from '../ruby/value.js';
import { refuseWrongSetting } from '../site/wrong-setting.js';
import { parseTable, TableError, type TableShape } from './parse-table.js';
import type { ReadContext } from './read-context.js';

/** `csv_reader` or `tsv_reader` of the configuration. */
interface TableOptions extends TableShape {
  readonly converters: readonly string[];
  readonly encoding: string;
}

/** Rows as mappings by the first row's names, or as lists with `headers: false`. */
export function readTable(path: string, bytes: Buffer, context: ReadContext): Value {
  const options = tableOptions(path, context);
  const text = decodeText(bytes, options.encoding, /^bom\|/i.test(options.encoding));
  const place = { file: pathWithin(context.config.directories.root, path) };
  const kept = firstKeptByte(text);
  if (kept !== null) {
    const encoding = readAs(options.encoding);
    const reason = `Invalid byte sequence in ${encoding} in line ${kept.line}.`;
    const setting = `${isTabbed(path) ? 'tsv' : 'csv'}_reader: encoding`;
    throw new SiteError(withBadByte(messages.badDataFile(reason, path, place), text, { encoding, setting }));
  }
  try {
    return readRows(parseTable(text, options, context.memory.step), options);
  } catch (error) {
    if (!(error instanceof TableError)) throw error;
    throw new SiteError({
      ...messages.badDataFile(error.message, path, { ...place, line: error.line, text }),
      cause: error,
    });
  }
}

function tableOptions(path: string, { config }: ReadContext): TableOptions {
  const key = isTabbed(path) ? 'tsv_reader' : 'csv_reader';
  refuseWrongSetting(key, config);
  const section = config.settings.get(key);
  const settings: RubyHash = section instanceof Map ? section : new Map();
  const converters = settings.get('csv_converters');
  return {
    separator: isTabbed(path) ? '\t' : ',',
    hasHeaders: isTruthy(settings.has('headers') ? (settings.get('headers') ?? null) : true),
    converters: Array.isArray(converters) ? converters.map(toS) : [],
    encoding: settings.has('encoding') ? toS(settings.get('encoding') ?? null) : config.encoding,
  };
}

function isTabbed(path: string): boolean {
  return path.toLowerCase().endsWith('.tsv');
}

function readRows(rows: Iterable<(string | null)[]>, { hasHeaders, converters }: TableOptions): Value[] {
  const items: Value[] = [];
  let headers: readonly Value[] | undefined;
  for (const row of rows) {
    // A line without a field is a row without one, not a row of nil.
    const fields = row.length === 1 && row[0] === null ? [] : row;
    if (hasHeaders && headers === undefined) {
      headers = fields;
      continue;
    }
    const values =
      converters.length === 0 ? fields : fields.map((field) => field && convertField(field, converters));
    items.push(headers === undefined ? values : withHeaders(values, headers));
  }
  return items;
}

/** A row that is too short has nil for the rest, what is too much in one has nil for its name; of equal names the first counts. */
function withHeaders(row: readonly Value[], headers: readonly Value[]): RubyHash {
  const record: RubyHash = new Map();
  const width = Math.max(headers.length, row.length);
  for (let column = 0; column < width; column++) {
    const header = headers[column] ?? null;
    if (!record.has(header)) record.set(header, row[column] ?? null);
  }
  return record;
}

/** `CSV::Converters`: the first that takes the field ends the row of converters; the date ones are left out. */
function convertField(field: string, converters: readonly string[]): Value {
  for (const converter of converters) {
    const isNumeric = converter === 'all' || converter === 'numeric';
    const integer = isNumeric || converter === 'integer' ? wholeInteger(field) : null;
    if (integer !== null) return integer;
    const float = isNumeric || converter === 'float' ? readFloat(field) : null;
    if (float !== null) return float;
  }
  return field;
}

const DIGITS = '\\d+(?:_\\d+)*';
const DECIMAL = new RegExp(`^[-+]?(?:${DIGITS}(?:\\.${DIGITS})?|\\.${DIGITS})(?:[eE][-+]?${DIGITS})?$`);

/** Ruby's `Float(text)`, hexadecimal fractions aside. */
function readFloat(text: string): Value {
  const number = strip(text);
  const hexadecimal = /^[-+]?0x/i.test(number) ? wholeInteger(number) : null;
  if (hexadecimal !== null) return toFloat(Number(hexadecimal));
  return DECIMAL.test(number) ? toFloat(Number(number.replaceAll('_', ''))) : null;
}
