/** What a header of AsciiDoc says as front matter (jekyll-asciidoc 3.0.1, `Integrator#integrate`). */
import { isTruthy, type RubyHash, type Value } from '../../ruby/value.js';
import { loadYaml, YamlError } from '../../ruby/yaml/yaml.js';
import type { ParsedDocument } from './processor.js';

/** What the header says itself: title, author and the id of the title. */
export function headerData(document: ParsedDocument): RubyHash {
  const data: RubyHash = new Map<Value, Value>([['asciidoc', true]]);
  const id = document.getId();
  if (id !== undefined) data.set('docid', id);
  if (document.hasHeader()) data.set('title', document.getDocumentTitle() ?? null);
  const { author } = document.getAttributes();
  if (author !== undefined && author !== null) data.set('author', String(author));
  return data;
}

/** Attributes whose names start with the prefix, without it; their texts are read as YAML. */
export function attributeData(document: ParsedDocument, prefix: string): RubyHash {
  const data: RubyHash = new Map();
  for (const [name, value] of Object.entries(document.getAttributes())) {
    if (name.startsWith(prefix)) data.set(name.slice(prefix.length), attributeValue(value));
  }
  return data;
}

function attributeValue(value: unknown): Value {
  if (typeof value === 'string') return yamlValue(value);
  if (typeof value === 'number') return value;
  return typeof value === 'boolean' ? value : null;
}

/** A text as the value of a line of YAML; what is none is a text in quotes. */
function yamlValue(text: string): Value {
  if (text === '') return '';
  try {
    return loadYaml(`--- ${text}`);
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
    return loadYaml(`--- '${text.replaceAll("'", "''")}'`);
  }
}

/** `category` stands first among `categories`, `tag` among `tags`; where they are not given, they are the first of these. */
export function settleLists(data: RubyHash, lookup: (key: string) => Value): void {
  for (const [one, many] of [
    ['category', 'categories'],
    ['tag', 'tags'],
  ] as const) {
    const first = lookup(one);
    const all = lookup(many);
    if (isTruthy(first)) data.set(many, [first, ...listOf(all).filter((item) => item !== first)]);
    else if (isTruthy(all)) data.set(one, (Array.isArray(all) ? all[0] : firstOf(all)) ?? null);
  }
}

function listOf(value: Value): readonly Value[] {
  if (Array.isArray(value)) return value;
  return isTruthy(value) ? [value] : [];
}

/** Ruby's `[0]`: of a text its first letter. */
function firstOf(value: Value): Value {
  return typeof value === 'string' ? ([...value][0] ?? null) : null;
}
