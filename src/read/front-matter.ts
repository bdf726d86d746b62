/**
 * Cuts a file into front matter and body. Where the cut goes is Jekyll's decision (`Document::YAML_FRONT_MATTER_REGEXP`), made
 * here line by line; gray-matter then gets the header alone, with our YAML as its engine, since its own closing rule differs.
 */
import grayMatter from 'gray-matter';
import type { HeldText, TextHolder } from '../model/output.js';
import { isSpace, lineNumberAt } from '../ruby/string.js';
import type { Value } from '../ruby/value.js';
import { loadYaml, YamlError, type YamlWarn } from '../ruby/yaml/yaml.js';

/** A file that says nothing: it stands for one that cannot be read, where all else is built. */
export const EMPTY_HEADER: Buffer = Buffer.from('---\n---\n');

/** A file cut in two. */
export interface SplitText {
  /** From the opening `---` to just before the closing line; `null` without front matter. */
  readonly header: string | null;
  readonly body: string;
  /** 1-based line on which the body starts. */
  readonly bodyLine: number;
}

/** The same, its body where the storage has it. */
export interface HeldSplit extends Omit<SplitText, 'body'> {
  readonly body: string | HeldText;
}

/** The cut, with a header that keeps nothing of the body in memory when the body went elsewhere. */
export function splitAndHold(text: string, storage: TextHolder): HeldSplit {
  const { header, body, bodyLine } = splitFrontMatter(text);
  const held = storage.hold(body);
  const isElsewhere = typeof held !== 'string';
  return { header: header !== null && isElsewhere ? byItself(header) : header, body: held, bodyLine };
}

/** A copy: V8 keeps a part of a string, and all parts of that, together with the whole string it was cut from. */
function byItself(text: string): string {
  return ` ${text}`.slice(1);
}

/** The cut. The closing line is the first of `---` or `...`; blank lines behind it belong to neither part. */
export function splitFrontMatter(text: string): SplitText {
  const whole: SplitText = { header: null, body: text, bodyLine: 1 };
  if (!text.startsWith('---')) return whole;
  const afterSpace = skipWhiteSpace(text, 3);
  const opened = text.lastIndexOf('\n', afterSpace - 1);
  if (opened < 3) return whole;
  for (let line = opened + 1; line < text.length; line = nextLine(text, line)) {
    const bodyStart = closes(text, line);
    if (bodyStart >= 0) {
      return {
        header: text.slice(0, line),
        body: text.slice(bodyStart),
        bodyLine: lineNumberAt(text, bodyStart),
      };
    }
  }
  return whole;
}

/**
 * Where the body starts if the line closes the header, else -1. White space behind the marker is taken up to the last line feed
 * in it, or to the end of the text.
 */
function closes(text: string, line: number): number {
  const marker = text.slice(line, line + 3);
  if (marker !== '---' && marker !== '...') return -1;
  const end = skipWhiteSpace(text, line + 3);
  if (end === text.length) return end;
  const lastBreak = text.lastIndexOf('\n', end - 1);
  return lastBreak >= line + 3 ? lastBreak + 1 : -1;
}

/** Index of the first character that is not white space in Ruby's sense. */
function skipWhiteSpace(text: string, from: number): number {
  let index = from;
  while (index < text.length && isSpace(text.charCodeAt(index))) index++;
  return index;
}

function nextLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end + 1;
}

/**
 * The value of a header, `false` for an empty one.
 *
 * @param warn told of aliases without an anchor
 * @throws YamlError with lines counted from the opening `---`
 */
export function parseHeader(header: string, warn?: YamlWarn): Value {
  const nul = header.indexOf('\0');
  if (nul !== -1) throw new YamlError('control characters are not allowed', lineNumberAt(header, nul), 1);
  // Behind the `---`, which gray-matter takes away, YAML minds no tab.
  const readYaml = (text: string): Value => loadYaml(text.replace(/^[ \t]+/, ''), warn);
  const parsed = grayMatter(header, {
    delimiters: ['---', '\0'],
    language: 'yaml',
    engines: { yaml: (text) => readYaml(text) as object },
  });
  const value: unknown = parsed.data;
  if (Object.getPrototypeOf(value) !== Object.prototype) return value as Value;
  // gray-matter answers `{}` itself for comments and for what JavaScript takes for white space, more than YAML does.
  return skipWhiteSpace(header, 3) === header.length ? false : readYaml(header.slice(3));
}
