import { strip } from '../../ruby/string.js';
import type { Evaluate } from '../compile/expression.js';
import { LiquidError } from '../errors.js';
import { SPACE } from '../parse/syntax.js';
import type { TagParser } from '../parse/tag-parser.js';

/** What `{% include %}` and its relatives read: a file's name, then parameters. */
export interface IncludeMarkup {
  /** As written; `null` when there is none. */
  readonly file: string | null;
  /** Whether the name holds `{{ … }}`. */
  readonly isVariable: boolean;
  /** `null` without parameters: then the names of the include around it stay visible. */
  readonly params: readonly IncludeParam[] | null;
}

/** `name=value`. */
export interface IncludeParam {
  readonly name: string;
  readonly evaluate: Evaluate;
}

/** `name="…"`, `name='…'` or `name=variable`; strings may hold escaped quotes and line ends. */
const PARAM_SOURCE = `([\\w-]+)${SPACE}*=${SPACE}*(?:"([^"\\\\]*(?:\\\\[^\\n][^"\\\\]*)*)"|'([^'\\\\]*(?:\\\\[^\\n][^'\\\\]*)*)'|([\\w.-]+))`;
const PARAM = new RegExp(`${SPACE}*${PARAM_SOURCE}(?=${SPACE}|$)${SPACE}*`, 'gy');
const VARIABLE = new RegExp(
  `([^{]*(?:\\{\\{${SPACE}*[\\w\\-.]+${SPACE}*(?:\\|.*)?\\}\\}[^\\t\\n\\v\\f\\r {}]*)+)(.*)`,
  's',
);
const FIRST_WORD = new RegExp(`^([^\\t\\n\\v\\f\\r ]+)(?:${SPACE}+(.*))?$`, 's');
/** A line of valid characters is enough for Ruby's `^` and `$`. */
const VALID_NAME = /(?<![^\n])[\w/.\-()+~#@]+(?![^\n])/;
const INVALID_SEQUENCE = /[./]{2,}/;

/** Reads the tag's markup (Jekyll 4.4.1, `IncludeTag#initialize`). */
export function parseInclude(markup: string, parser: TagParser): IncludeMarkup {
  const text = strip(markup);
  const hasVariable = text.includes('{{') && text.lastIndexOf('}}') > text.indexOf('{{');
  const match = hasVariable ? VARIABLE.exec(text) : null;
  const [, file, params] = match ?? FIRST_WORD.exec(text) ?? [];
  return {
    file: file === undefined ? null : strip(file),
    isVariable: match !== null,
    params: params === undefined ? null : parseParams(match === null ? params : strip(params), parser),
  };
}

function parseParams(markup: string, parser: TagParser): IncludeParam[] {
  const params: IncludeParam[] = [];
  let end = 0;
  for (const match of markup.matchAll(PARAM)) {
    params.push({ name: match[1]!, evaluate: parseValue(match, parser) });
    end += match[0].length;
  }
  if (end < markup.length) throw invalidParams(markup, parser.tagName);
  return params;
}

function parseValue([, , double, single, variable]: RegExpExecArray, parser: TagParser): Evaluate {
  if (variable !== undefined) return parser.expression(variable).evaluate;
  const text = double?.replaceAll('\\"', '"') ?? single!.replaceAll("\\'", "'");
  return () => text;
}

/** Refuses names that could leave the folder. */
export function checkFileName(file: string, tagName: string): void {
  if (VALID_NAME.test(file) && !INVALID_SEQUENCE.test(file)) return;
  throw new LiquidError(
    'ruby',
    'Invalid syntax for include tag. File contains invalid characters or sequences:\n\n' +
      `  ${file}\n\nValid syntax:\n\n  ${example(tagName)}\n\n`,
  );
}

function invalidParams(params: string, tagName: string): LiquidError {
  return new LiquidError(
    'ruby',
    `Invalid syntax for include tag:\n\n${params}\n\nValid syntax:\n\n${example(tagName)}\n\n`,
  );
}

function example(tagName: string): string {
  return `{% ${tagName} file.ext param='value' param2='value' %}`;
}
