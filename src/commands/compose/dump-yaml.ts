/** Writes front matter as Ruby's Psych does (`Psych::Visitors::YAMLTree`), without folding long lines. */
import { dateToText, RubyDate } from '../../ruby/time/date.js';
import { toS } from '../../ruby/to-s.js';
import type { RubyHash, Value } from '../../ruby/value.js';
import { typedScalar } from '../../ruby/yaml/scalar.js';

/** The lines of a mapping, each with its line end; no `---`. */
export function dumpYaml(mapping: RubyHash): string {
  return entriesOf(mapping, '').join('');
}

function entriesOf(mapping: RubyHash, indent: string): string[] {
  return [...mapping].map(([key, value]) => `${indent}${scalarText(key)}:${nested(value, indent)}`);
}

/** What stands after `key:` or `-`, line end included. Sequences are not indented below a key, mappings by two. */
function nested(value: Value, indent: string): string {
  if (Array.isArray(value) && value.length > 0) return `\n${itemsOf(value, indent)}`;
  if (value instanceof Map && value.size > 0) return `\n${entriesOf(value, `${indent}  `).join('')}`;
  const text = scalarText(value);
  return text === '' ? '\n' : ` ${text}\n`;
}

function itemsOf(items: readonly Value[], indent: string): string {
  return items
    .map((item) => {
      // The first line of a collection stands behind its own dash.
      const inner = `${indent}  `;
      if (Array.isArray(item) && item.length > 0)
        return `${indent}- ${itemsOf(item, inner).slice(inner.length)}`;
      if (item instanceof Map && item.size > 0) {
        return `${indent}- ${entriesOf(item, inner).join('').slice(inner.length)}`;
      }
      return `${indent}-${nested(item, indent)}`;
    })
    .join('');
}

function scalarText(value: Value): string {
  if (value === null) return '';
  if (typeof value === 'string') return stringText(value);
  if (Array.isArray(value)) return '[]';
  if (value instanceof Map) return '{}';
  return value instanceof RubyDate ? dateToText(value) : toS(value);
}

function stringText(text: string): string {
  if (/[\u0000-\u001f\u007f]/.test(text)) return JSON.stringify(text);
  if (/^[yYnN]$/.test(text) || /^[^\p{L}\p{M}\p{N}\p{Pc}][^"]*$/u.test(text)) return JSON.stringify(text);
  return isPlain(text) ? text : `'${text.replaceAll("'", "''")}'`;
}

/** Whether a YAML reader gets the same string back without quotes. The second expression is YAML 1.1's `12:30` and `1_000`. */
function isPlain(text: string): boolean {
  if (!/^[\p{L}\p{M}\p{N}\p{Pc}]/u.test(text) || /^[\d_,:.]+$/.test(text)) return false;
  if (/: |:$| #| $/.test(text)) return false;
  return typeof typedScalar(text) === 'string';
}
