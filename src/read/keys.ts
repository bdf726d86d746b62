/**
 * The keys of front matter that a build itself reads, with the types they may have: one table, by which files are checked
 * (`check-values.ts`). Grades are Jekyll 4.4.1's: what it crashes on is an error, what it makes something of that nobody can have
 * meant a warning. `layout` and `date` are not here: their own messages say more. Nor is `slug`, which may be anything where no permalink
 * asks for it (`generate/placeholders.ts`).
 */
import type { ValueType } from '../site/value-type.js';

/** Whose front matter it is. */
export type FrontMatterOwner = 'page' | 'post' | 'document';

/** One row. */
export interface FrontMatterKey {
  /** `tags.[]` is each entry of the list `tags`. */
  readonly key: string;
  readonly types: readonly ValueType[];
  readonly owners: readonly FrontMatterOwner[];
  /** One sentence, for people: hints, the schema. */
  readonly about: string;
  /** How a value of another type is taken; `~` is always well. */
  readonly wrong: 'error' | 'warning';
}

const EVERYBODY = ['page', 'post', 'document'] as const;
const DOCUMENTS = ['post', 'document'] as const;
const WORD = ['text', 'number', 'boolean', 'date'] as const;

/** No two rows speak of one key of one owner. */
export const FRONT_MATTER_KEYS: readonly FrontMatterKey[] = [
  row('permalink', ['text', 'nothing'], EVERYBODY, 'error', 'The address, or a template for it.'),
  row('categories.[]', [...WORD, 'list'], DOCUMENTS, 'warning', 'A category: it is a folder of the address.'),
  row('category', [...WORD, 'list'], DOCUMENTS, 'warning', 'The category: it is a folder of the address.'),
  row('category.[]', [...WORD, 'list'], DOCUMENTS, 'warning', 'A category: it is a folder of the address.'),
  row(
    'tags',
    ['text', 'list', 'nothing'],
    DOCUMENTS,
    'warning',
    'Tags: a list, or text with spaces between.',
  ),
  row('tags.[]', [...WORD, 'list'], DOCUMENTS, 'warning', 'A tag.'),
  row('tag', [...WORD, 'list'], DOCUMENTS, 'warning', 'The tag.'),
  row('tag.[]', [...WORD, 'list'], DOCUMENTS, 'warning', 'A tag.'),
  row(
    'published',
    ['boolean', 'number', 'date'],
    EVERYBODY,
    'warning',
    'Whether the file is published: all but false is yes.',
  ),
  row(
    'draft',
    ['boolean', 'number', 'date'],
    DOCUMENTS,
    'warning',
    'Whether it is a draft: all but false is yes.',
  ),
  row('excerpt_separator', WORD, EVERYBODY, 'warning', 'The text that the excerpt ends before.'),
  row(
    'render_with_liquid',
    ['boolean'],
    EVERYBODY,
    'warning',
    'Whether the file is a template: all but false is yes.',
  ),
];

function row(
  key: string,
  types: readonly ValueType[],
  owners: readonly FrontMatterOwner[],
  wrong: FrontMatterKey['wrong'],
  about: string,
): FrontMatterKey {
  return { key, types, owners, wrong, about };
}
