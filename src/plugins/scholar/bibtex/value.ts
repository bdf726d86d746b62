/** Values of BibTeX: pieces of text and names of macros, joined by `#` (bibtex-ruby 6.2.0, `Value`). */
import { compareStrings } from '../../../ruby/compare.js';
import { inspectString } from '../../../ruby/inspect.js';
import { leadingInteger } from '../../../ruby/integer.js';

/** A macro's name that stands for the text of its `@string`, e.g. `jan`. */
export class Macro {
  constructor(readonly name: string) {}
}

/** A piece of a value. */
export type ValuePart = string | Macro;

/** What a macro stands for. */
export interface MacroDefinition {
  readonly name: string;
  readonly value: BibtexValue;
}

/** Changes a text, e.g. what LaTeX commands say to what they look like. */
export type TextFilter = (text: string) => string;

/** A value that is no list of names. */
export class BibtexValue {
  constructor(readonly parts: readonly ValuePart[]) {}

  /** Whether it is empty or of one piece. */
  get isAtomic(): boolean {
    return this.parts.length < 2;
  }

  get hasMacro(): boolean {
    return this.parts.some((part) => part instanceof Macro);
  }

  /** Whether it is of one piece that has a line of nothing but a whole number. */
  get isNumeric(): boolean {
    const [only] = this.parts;
    return this.isAtomic && only !== undefined && NUMBER.test(partText(only));
  }

  /** As bibtex-ruby prints it: several pieces as in a file. */
  get text(): string {
    if (this.isAtomic) return this.parts.map(partText).join('');
    return this.parts.map((part) => (typeof part === 'string' ? inspectString(part) : part.name)).join(' # ');
  }

  /** The same in quotes, unless there are several pieces, or a macro. */
  quoted(quotes: readonly string[]): string {
    if (!this.isAtomic || this.hasMacro) return this.text;
    return `${quotes[0] ?? ''}${this.text}${quotes.at(-1) ?? ''}`;
  }

  /** With filters applied to each piece; none is a macro after that. */
  converted(filters: readonly TextFilter[]): BibtexValue {
    if (filters.length === 0) return this;
    return new BibtexValue(
      this.parts.map((part) => filters.reduce((text, filter) => filter(text), partText(part))),
    );
  }

  /** With macros replaced by what they stand for, one definition after the other. */
  replaced(definitions: Iterable<MacroDefinition>): BibtexValue {
    if (!this.hasMacro) return this;
    let { parts } = this;
    for (const { name, value } of definitions) {
      parts = parts.flatMap((part) => (part instanceof Macro && part.name === name ? value.parts : [part]));
    }
    return new BibtexValue(parts);
  }

  /** With neighbouring texts made one. */
  joined(): BibtexValue {
    const parts: ValuePart[] = [];
    for (const part of this.parts) {
      const last = parts.at(-1);
      if (typeof last === 'string' && typeof part === 'string') parts[parts.length - 1] = last + part;
      else parts.push(part);
    }
    return new BibtexValue(parts);
  }

  /** Ruby's `to_i`. */
  get integer(): number | bigint {
    const [first] = this.parts;
    return first === undefined ? 0 : leadingInteger(partText(first));
  }
}

const NUMBER = /(?<![^\n])[ \t\r\n\f\v]*[+-]?\d+[ \t\r\n\f\v]*(?![^\n])/;

/** Numbers go by their size, all else by its text. */
export function compareValues(left: BibtexValue, right: BibtexValue): number {
  if (left.isNumeric && right.isNumeric) {
    const [a, b] = [left.integer, right.integer];
    return a < b ? -1 : a > b ? 1 : 0;
  }
  return compareStrings(left.text, right.text);
}

function partText(part: ValuePart): string {
  return typeof part === 'string' ? part : part.name;
}
