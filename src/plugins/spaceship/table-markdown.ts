/** Tables in Markdown, made ready for what becomes of their cells in HTML (`TableProcessor#on_handle_markdown`). */
import { replaceText } from '../../ruby/replace.js';
import { attributeLists } from './attribute-lists.js';

const DEFINITION = /\n[ \t\r\n\f\v]*(?:\[(.*)\]:[ \t\r\n\f\v]*([^ \t\r\n\f\v]+(?:[ \t\r\n\f\v]+".*?")?))/g;
/** A line of a table. */
const ROW = /[^\n]*(?<!\\)\|[^\n]*/g;
const FORMULA = /((?<!\\)\${1,2})[^\n]*?\1/g;
const MARKUP = /(?<!(?<!\\)\\)(\*|\$|\[(?!\^)|\(|"|_)/g;

/** The text, and the attribute lists with names in it, e.g. `{:name: .class}`. */
export interface PreparedTables {
  readonly markdown: string;
  readonly lists: ReadonlyMap<string, string>;
}

/** Links by name are written out, rows that go on are joined, and what Markdown would read in cells is escaped: it is read later. */
export function prepareTables(markdown: string): PreparedTables {
  let text = withLinks(markdown)
    .replace(/(?<!\\)(\|[^\n]*\\[ \t\r\n\f\v]*)\|[ \t\r\n\f\v]*\n/g, '$1\n')
    .replace(/\|(?=\|)/g, '\\|')
    .replace(/\\:(?=[^\n]*?(?<!\\)\|)/g, '\\\\:')
    .replace(/((?<!\\)\|[^\n]*?)(\\:)/g, '$1\\\\:');
  for (const [row] of text.matchAll(ROW)) {
    const escaped = row.replace(MARKUP, '\\\\$1');
    if (isRow(row) && escaped !== row) text = replaceText(text, row, escaped);
  }
  const lists = new Map<string, string>();
  for (const { name, list } of attributeLists(text))
    if (name !== null) lists.set(name, (lists.get(name) ?? '') + list);
  return { markdown: text, lists };
}

/** Whether a bar stands outside of formulas. */
function isRow(line: string): boolean {
  return /(?<!\\)\|/.test(line.replace(FORMULA, ''));
}

function withLinks(markdown: string): string {
  const addresses = new Map([...markdown.matchAll(DEFINITION)].map(([, name, value]) => [name!, value!]));
  let text = markdown;
  if (addresses.size === 0) return text;
  for (const [row] of markdown.matchAll(ROW)) {
    let linked = row;
    for (const [name, value] of addresses)
      linked = linked.replace(
        new RegExp(`\\[([^\\n\\]]*?)\\][ \\t\\r\\n\\f\\v]*\\[${escaped(name)}\\]`, 'g'),
        (_, label: string) => `[${label}](${value})`,
      );
    for (const [name, value] of addresses)
      linked = linked.replace(
        new RegExp(`\\[${escaped(name)}\\](?![ \\t\\r\\n\\f\\v]*\\(.*?\\))`, 'g'),
        () => `[${name}](${value})`,
      );
    if (linked !== row) text = replaceText(text, row, linked);
  }
  return text;
}

function escaped(name: string): string {
  return name.replace(/[$()*+.?[\\\]^{|}-]/g, '\\$&');
}
