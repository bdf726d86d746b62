import type { RubyHash } from '../../ruby/value.js';
import { parseAttributes } from './attributes.js';
import type { BoxSettings } from './settings.js';
import { boxOf } from './templates.js';

const HEADER =
  /^[\t\n\v\f\r ]*>[\t\n\v\f\r ]+([a-z]+)[\t\n\v\f\r ]+"([^\n]*)"[\t\n\v\f\r ]+(\[[^\n]*\])?[\t\n\v\f\r ]*$/i;
const QUOTED_LINE = /^[\t\n\v\f\r ]*>[\t\n\v\f\r ]?([^\n]*)/;
/** `[name]: address "title"`: links that boxes may use. */
const REFERENCE = /^\[[^\n]*\]:[^\n]*"[^\n]*"$/;

/** A quotation with a header. */
interface Quotation {
  readonly type: string;
  readonly title: string;
  /** With its brackets; `null` for none. */
  readonly attributes: string | null;
  readonly lines: string[];
}

/** The text with boxes in the place of quotations that have a header, but for code between fences. */
export function withBoxes(
  text: string,
  settings: BoxSettings,
  markdownify: (text: string) => string,
): string {
  let result = '';
  let open: Quotation | null = null;
  let references = '';
  let isCode = false;
  const close = (): void => {
    if (open !== null) result += boxFor(open, references, settings, markdownify);
    open = null;
  };
  for (const line of text.match(/[^\n]*\n|[^\n]+$/g) ?? []) {
    const start = line.replace(/^[\0\t\n\v\f\r ]+/, '');
    if (start.startsWith('~~~') || start.startsWith('```')) isCode = !isCode;
    if (isCode) {
      result += line;
    } else if (!start.startsWith('>')) {
      if (open !== null) references = referencesIn(text);
      close();
      result += line;
    } else if (open !== null) {
      (open as Quotation).lines.push(QUOTED_LINE.exec(line)![1]!);
    } else {
      open = quotationAt(line);
      if (open === null) result += line;
    }
  }
  close();
  return result;
}

function quotationAt(line: string): Quotation | null {
  const match = HEADER.exec(line);
  if (match === null) return null;
  const [, type, title, attributes] = match;
  return { type: type!.toLowerCase(), title: title!.trim(), attributes: attributes ?? null, lines: [] };
}

function referencesIn(text: string): string {
  const lines = text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  return lines.filter((line) => REFERENCE.test(line.trim())).join('\n');
}

function boxFor(
  { type, title, attributes, lines }: Quotation,
  references: string,
  settings: BoxSettings,
  markdownify: (text: string) => string,
): string {
  const source = [...lines, '\n', ...(references === '' ? [] : [references])].join('\n');
  const content = `${markdownify(source)}\n\n`;
  const parsed: RubyHash = attributes === null ? new Map() : parseAttributes(attributes);
  return boxOf({ type, title, content, attributes: parsed }, settings);
}
