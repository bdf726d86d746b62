/** Tells of values in front matter that are of the wrong type, by the table of keys. */
import { SiteError } from '../model/diagnostic.js';
import * as messages from '../report/messages.js';
import { inspect } from '../ruby/inspect.js';
import type { RubyHash, Value } from '../ruby/value.js';
import { keyPosition } from '../ruby/yaml/key-position.js';
import { isOneOf } from '../site/value-type.js';
import { FRONT_MATTER_KEYS, type FrontMatterKey, type FrontMatterOwner } from './keys.js';
import type { ReadContext } from './read-context.js';

/** A file whose front matter was read. */
export interface CheckedFile {
  readonly owner: FrontMatterOwner;
  /** Relative to the site's folder. */
  readonly file: string;
  /** The whole file, for the place. */
  readonly text: () => string;
}

/**
 * Checks a file's own front matter and what defaults add to it, before anything is made of it.
 *
 * @throws SiteError for what stops Jekyll
 */
export function checkValues(data: RubyHash, checked: CheckedFile, { reporter }: ReadContext): void {
  for (const { row, name, isForEntries } of ROWS[checked.owner]) {
    const value = data.get(name) ?? null;
    if (value === null) continue;
    const wrong = isForEntries ? firstWrong(value, row) : isOneOf(value, row.types) ? undefined : value;
    if (wrong === undefined) continue;
    const key = isForEntries ? `${name}[]` : name;
    const diagnostic = messages.frontMatterValue(
      { ...row, key, inspected: inspect(wrong) },
      placeOf(name, checked),
    );
    if (diagnostic.severity === 'error') throw new SiteError(diagnostic);
    reporter.report(diagnostic);
  }
}

interface PreparedRow {
  readonly row: FrontMatterKey;
  readonly name: string;
  readonly isForEntries: boolean;
}

const ROWS: Readonly<Record<FrontMatterOwner, readonly PreparedRow[]>> = {
  page: rowsOf('page'),
  post: rowsOf('post'),
  document: rowsOf('document'),
};

function rowsOf(owner: FrontMatterOwner): PreparedRow[] {
  return FRONT_MATTER_KEYS.filter(({ owners }) => owners.includes(owner)).map((row) => {
    const name = row.key.replace('.[]', '');
    return { row, name, isForEntries: name !== row.key };
  });
}

function firstWrong(value: Value, { types }: FrontMatterKey): Value | undefined {
  return Array.isArray(value) ? value.find((item) => item !== null && !isOneOf(item, types)) : undefined;
}

/** The key's, also for an entry: a list is joined with what folders and defaults add. Without a line for a key of the defaults. */
function placeOf(name: string, { file, text }: CheckedFile): messages.Place {
  const source = text();
  const position = keyPosition(source, [name]);
  return position ? { file, ...position, text: source } : { file };
}
