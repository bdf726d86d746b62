import { CONFIG_KEYS } from '../src/config/keys.js';
import { FRONT_MATTER_KEYS } from '../src/read/keys.js';
import { type JsonSchema, jsonSchema, type SchemaRow } from './json-schema.js';

/** Front matter of which the table says nothing, since messages of their own say more when it is wrong. */
const FURTHER_KEYS: readonly SchemaRow[] = [
  { key: 'layout', types: ['text', 'nothing'], about: 'The layout that wraps the page; none for no layout.' },
  { key: 'title', types: ['text', 'number', 'date', 'boolean'], about: 'The title, for templates.' },
  { key: 'date', types: ['date', 'text'], about: 'The date: YYYY-MM-DD, or YYYY-MM-DD HH:MM:SS +HHMM.' },
  { key: 'slug', types: ['text'], about: 'What the address has in the place of :title and :slug.' },
  {
    key: 'categories',
    types: ['text', 'list', 'nothing'],
    about: 'Categories: a list, or text with spaces between.',
  },
  {
    key: 'excerpt',
    types: ['text', 'nothing'],
    about: 'The excerpt, in place of the one cut from the text.',
  },
];

/** Every key of front matter that means something to a build. */
export function frontMatterRows(): readonly SchemaRow[] {
  return [
    ...FURTHER_KEYS,
    ...FRONT_MATTER_KEYS.map(({ key, types, about }): SchemaRow => ({ key, types, about })),
  ];
}

/** The schemas that come with the package, by file name. */
export function schemas(): Readonly<Record<string, JsonSchema>> {
  return {
    config: jsonSchema('_config.yml of Jekyll and Utterson', CONFIG_KEYS),
    'front-matter': jsonSchema('Front matter of Jekyll and Utterson', frontMatterRows()),
  };
}
