import { codePointLength, lineNumberAt } from '../ruby/string.js';

/**
 * `syntax` and `runtime` are Liquid's own errors and carry its prefix; `ruby` is an exception of Ruby's or Jekyll's that comes
 * through with its bare text.
 */
export type LiquidErrorKind = 'syntax' | 'runtime' | 'ruby';

/** The markup a failure belongs to. */
export interface Place {
  /** Relative to the site's folder, e.g. `_includes/head.html`. */
  readonly file: string;
  /** Text of the template without front matter. */
  readonly text: string;
  /** 1-based line of the user's file on which `text` starts. */
  readonly firstLine: number;
  /** 0-based position of the markup in `text`, in UTF-16 units. */
  readonly offset: number;
}

/**
 * A failure in a template. `message` is what Ruby's Liquid 4.0.4 and Jekyll would print: `Liquid syntax error (line 3): Unknown
 * tag 'x'`, inside an include `Liquid error (_includes/a.html line 1): divided by 0 included ` (the last space is Jekyll's).
 */
export class LiquidError extends Error {
  /** Line the message prints: within the template, front matter not counted. `null` prints none. */
  lineNumber: number | null = null;
  /** What the message prints before the line: the outermost include the failure came through. */
  templateName: string | null = null;
  /** What the message ends with, e.g. `in "{{ a | | b }}"`. */
  markupContext: string | null = null;
  /** Where the failing markup stands; `null` until the template it stands in is known. */
  place: Place | null = null;
  /** Templates the failing one was included from, innermost first, e.g. `index.html:12`. */
  readonly includeStack: string[] = [];
  /** What to do about it, e.g. `Did you mean 'include'?`. */
  readonly hint: string | null;

  /** @param detail the text without prefix and context, e.g. `Unknown tag 'x'` */
  constructor(
    readonly kind: LiquidErrorKind,
    readonly detail: string,
    options: { readonly cause?: unknown; readonly hint?: string | null } = {},
  ) {
    super('', { cause: options.cause });
    this.name = 'LiquidError';
    this.hint = options.hint ?? null;
    // The text depends on places learnt while the error passes through templates.
    Object.defineProperty(this, 'message', { get: () => this.text() });
  }

  /** The file with the failing markup, relative to the site's folder. */
  get file(): string | null {
    return this.place?.file ?? null;
  }

  /** 1-based line of the user's file. */
  get line(): number | null {
    return this.place === null ? null : lineOf(this.place);
  }

  /** 1-based column of the user's file, in code points. */
  get column(): number | null {
    return this.place === null ? null : columnOf(this.place);
  }

  private text(): string {
    if (this.kind === 'ruby') return this.detail;
    const name = this.templateName === null ? '' : `${this.templateName} `;
    const line = this.lineNumber === null ? '' : ` (${name}line ${this.lineNumber})`;
    const context = this.markupContext === null ? '' : ` ${this.markupContext}`;
    return `Liquid${this.kind === 'syntax' ? ' syntax' : ''} error${line}: ${this.detail}${context}`;
  }
}

/** 1-based line of the user's file. */
export function lineOf({ text, firstLine, offset }: Place): number {
  return firstLine + lineNumberAt(text, offset) - 1;
}

/** 1-based column of the user's file, in code points. */
export function columnOf({ text, offset }: Place): number {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  return codePointLength(text.slice(lineStart, offset)) + 1;
}

/** A syntax error of Liquid's; the parser adds the place. */
export function syntaxError(detail: string, hint: string | null = null): LiquidError {
  return new LiquidError('syntax', detail, { hint });
}

/** Several sentences of advice as one; `null` when there is none. */
export function joinHints(...hints: readonly (string | null)[]): string | null {
  const known = hints.filter((hint) => hint !== null);
  return known.length > 0 ? known.join(' ') : null;
}

/** Liquid's `MemoryError`: what a template makes would end in no time, or in no memory, that a build has. */
export function tooMuch(what: string): LiquidError {
  return new LiquidError('runtime', `Memory limits exceeded: ${what}`);
}

/** Liquid's `StackLevelError`. */
export function nestingTooDeep(): LiquidError {
  return new LiquidError('runtime', 'Nesting too deep');
}
