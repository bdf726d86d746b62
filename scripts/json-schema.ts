/** JSON schemas of the configuration and of front matter, made from the tables of keys by which both are checked. */
import type { Value } from '../src/ruby/value.js';
import type { ValueType } from '../src/site/value-type.js';

/** What a schema needs of a row of a table. */
export interface SchemaRow {
  /** `collections.*.output`, `include.[]`. */
  readonly key: string;
  readonly types: readonly ValueType[];
  readonly choices?: readonly string[];
  readonly default?: Value;
  readonly about: string;
}

/** A schema, or a part of one. */
export type JsonSchema = { readonly [key: string]: unknown };

/** @param rows no key twice; a key below another comes wherever */
export function jsonSchema(title: string, rows: readonly SchemaRow[]): JsonSchema {
  const root = new SchemaNode();
  for (const row of rows) root.at(row.key.split('.')).row = row;
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title,
    ...root.toSchema(),
  };
}

class SchemaNode {
  row: SchemaRow | null = null;
  private readonly below = new Map<string, SchemaNode>();

  at(path: readonly string[]): SchemaNode {
    const [first, ...rest] = path;
    if (first === undefined) return this;
    let node = this.below.get(first);
    if (node === undefined) this.below.set(first, (node = new SchemaNode()));
    return node.at(rest);
  }

  toSchema(): JsonSchema {
    const { row } = this;
    const named = [...this.below].filter(([name]) => name !== '*' && name !== '[]');
    const any = this.below.get('*');
    const items = this.below.get('[]');
    return {
      ...(row === null ? { type: 'object' } : ownSchema(row)),
      ...(named.length > 0 && {
        properties: Object.fromEntries(named.map(([name, node]) => [name, node.toSchema()])),
      }),
      ...(any && { additionalProperties: any.toSchema() }),
      ...(items && { items: items.toSchema() }),
    };
  }
}

function ownSchema({ types, choices, default: usual, about }: SchemaRow): JsonSchema {
  const names = [...new Set(types.flatMap((type) => JSON_TYPES[type]))];
  return {
    description: about,
    ...(choices ? { enum: [...choices, null] } : { type: [...new Set([...names, 'null'])] }),
    ...(usual !== undefined && usual !== null && { default: toPlain(usual) }),
  };
}

/** YAML's `~` is always well; a date is what an editor takes for text. */
const JSON_TYPES: Readonly<Record<ValueType, readonly string[]>> = {
  text: ['string'],
  number: ['number'],
  boolean: ['boolean'],
  date: ['string'],
  list: ['array'],
  mapping: ['object'],
  nothing: ['boolean', 'null'],
};

function toPlain(value: Value): unknown {
  if (Array.isArray(value)) return value.map(toPlain);
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, item]) => [key, toPlain(item)]));
  return value;
}
