import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { type JsonSchema, jsonSchema } from '../../scripts/json-schema.js';
import { schemas } from '../../scripts/schemas.js';

test.each(Object.entries(schemas()))(
  'the schema %s is what the tables say: npm run schema',
  (name, schema) => {
    expect(JSON.parse(readFileSync(`schema/${name}.json`, 'utf8'))).toEqual(
      JSON.parse(JSON.stringify(schema)),
    );
  },
);

test('keys lie below keys, names that may be any and entries of lists as well', () => {
  const about = 'x.';
  const schema = jsonSchema('T', [
    { key: 'a', types: ['mapping'], about },
    { key: 'a.*.b', types: ['boolean'], default: false, about },
    { key: 'c', types: ['list'], about },
    { key: 'c.[]', types: ['text'], about },
    { key: 'd', types: ['text'], choices: ['e', 'f'], about },
  ]);
  expect(schema).toEqual({
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'T',
    type: 'object',
    properties: {
      a: {
        description: about,
        type: ['object', 'null'],
        additionalProperties: {
          type: 'object',
          properties: { b: { description: about, type: ['boolean', 'null'], default: false } },
        },
      },
      c: {
        description: about,
        type: ['array', 'null'],
        items: { description: about, type: ['string', 'null'] },
      },
      d: { description: about, enum: ['e', 'f', null] },
    },
  });
});

test.each(['blog', 'company', 'documentation', 'jekyll', 'blank'])(
  'the scaffold %s names a schema that knows its keys',
  (name) => {
    const text = readFileSync(`scaffold/${name}/_config.yml`, 'utf8');
    const path = /^# yaml-language-server: \$schema=\.\/node_modules\/utterson\/(\S+)/.exec(text)?.[1];
    const { properties } = JSON.parse(readFileSync(path!, 'utf8')) as JsonSchema;
    const known = Object.keys(properties as object);
    // What only templates read is the site's own.
    const own = ['title', 'description', 'author', 'lang', 'edit_url'];
    for (const key of Object.keys(parse(text) as object)) expect([...known, ...own]).toContain(key);
  },
);
