/** Rows of a table's text, as Ruby's CSV library cuts them. */

/** Fields of one row: far more than any spreadsheet has columns, 16,384. */
const MAX_FIELDS = 50_000;
/** Entries of all rows, those that a short row leaves out along: some 400 MB. */
const MAX_ENTRIES = 4_000_000;

const NEWLINE = 10;
const RETURN = 13;
const QUOTE = 34;
/** Whatever has a meaning comes before it or is it. */
const COMMA = 44;

/** What is wrong with a table, in Ruby's words as far as it has them. Ruby's lines are rows: line ends inside quotes count for none. */
export class TableError extends Error {
  constructor(
    what: string,
    row: number,
    /** In the file, 1-based. */
    readonly line: number,
  ) {
    super(`${what} in line ${row}.`);
    this.name = 'TableError';
  }
}

/** How a table is cut. */
export interface TableShape {
  readonly separator: ',' | '\t';
  /** Whether every row gets as many entries as the first has. */
  readonly hasHeaders: boolean;
}

/**
 * The rows, one after the other. Nothing between two separators is nil, `""` is an empty text.
 *
 * @param step called for each field
 * @throws TableError
 */
export function parseTable(text: string, shape: TableShape, step: () => void): Iterable<(string | null)[]> {
  return new TableParser(text, shape, step).rows();
}

class TableParser {
  private readonly separator: number;
  private at = 0;
  private finished = 0;
  /** The first line end outside quotes is that of all rows; other kinds are text. */
  private lineEnd: '' | '\n' | '\r' | '\r\n' = '';

  constructor(
    private readonly text: string,
    private readonly shape: TableShape,
    private readonly step: () => void,
  ) {
    this.separator = shape.separator.charCodeAt(0);
  }

  *rows(): Iterable<(string | null)[]> {
    let width = 0;
    let entries = 0;
    while (this.at < this.text.length) {
      const start = this.at;
      const row = this.row();
      if (this.finished === 0 && this.shape.hasHeaders) width = row.length;
      entries += Math.max(row.length, width);
      if (entries > MAX_ENTRIES) throw this.error(`more than ${MAX_ENTRIES} entries`, start);
      this.finished += 1;
      yield row;
    }
  }

  private row(): (string | null)[] {
    const row = [this.field()];
    while (this.at < this.text.length && this.text.charCodeAt(this.at) === this.separator) {
      this.at += 1;
      row.push(this.field());
      if (row.length > MAX_FIELDS) throw this.error(`more than ${MAX_FIELDS} fields`, this.at);
    }
    this.at += this.lineEnd.length;
    return row;
  }

  private field(): string | null {
    this.step();
    const start = this.at;
    if (this.text.charCodeAt(start) === QUOTE) return this.quoted();
    this.passText();
    return this.at === start ? null : this.text.slice(start, this.at);
  }

  /** Goes to the end of a field without quotes. */
  private passText(): void {
    const { text } = this;
    for (let at = this.at; ; at++) {
      const unit = text.charCodeAt(at);
      if (unit > COMMA) continue;
      this.at = at;
      if (this.isFieldEnd()) return;
      if (unit === QUOTE) throw this.error('Illegal quoting', at);
    }
  }

  private quoted(): string {
    const start = this.at + 1;
    let end = this.text.indexOf('"', start);
    let isDoubled = false;
    while (end !== -1 && this.text.charCodeAt(end + 1) === QUOTE) {
      isDoubled = true;
      end = this.text.indexOf('"', end + 2);
    }
    if (end === -1) throw this.error('Unclosed quoted field', this.at);
    this.at = end + 1;
    if (!this.isFieldEnd()) throw this.error("Any value after quoted field isn't allowed", end);
    const value = this.text.slice(start, end);
    return isDoubled ? value.replaceAll('""', '"') : value;
  }

  private isFieldEnd(): boolean {
    const unit = this.text.charCodeAt(this.at);
    if (unit === this.separator || this.at >= this.text.length) return true;
    if (unit !== NEWLINE && unit !== RETURN) return false;
    if (this.lineEnd === '') this.lineEnd = this.lineEndHere(unit);
    return this.text.startsWith(this.lineEnd, this.at);
  }

  private lineEndHere(unit: number): '\n' | '\r' | '\r\n' {
    if (unit === NEWLINE) return '\n';
    return this.text.charCodeAt(this.at + 1) === NEWLINE ? '\r\n' : '\r';
  }

  private error(what: string, at: number): TableError {
    let line = 1;
    for (let index = 0; index < at; index += 1) {
      const unit = this.text.charCodeAt(index);
      if (unit === NEWLINE || (unit === RETURN && this.text.charCodeAt(index + 1) !== NEWLINE)) line += 1;
    }
    return new TableError(what, this.finished + 1, line);
  }
}
