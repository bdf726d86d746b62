import { expect, test } from 'vitest';
import type { Document, Page, StaticFile } from '../../src/model/page.js';
import { attributeOf, identityOf } from '../../src/render/file-attributes.js';
import type { Value } from '../../src/ruby/value.js';

const SOURCE = { path: 'a', absolutePath: '/a', modifiedAt: 1, size: 1 };
const SHARED = {
  source: SOURCE,
  name: 'a.md',
  extension: '.md',
  url: '/a',
  outputPath: 'a.html',
  path: 'a.md',
};

const PAGE = {
  ...SHARED,
  kind: 'page',
  id: 'page:a.md',
  body: 'text',
  bodyLine: 1,
  data: new Map<Value, Value>([['title', 'A']]),
} as Page;
const POST = {
  ...PAGE,
  kind: 'document',
  id: 'posts:a',
  collection: 'posts',
  previousId: 'p',
  nextId: 'n',
} as unknown as Document;
const FILE = {
  ...SHARED,
  kind: 'static',
  id: 'static:a',
  collection: null,
  data: new Map(),
} as unknown as StaticFile;

/** For each attribute a file that differs in it alone. */
test.each<[string, Page | Document | StaticFile, Partial<Page> | Partial<Document> | Partial<StaticFile>]>([
  ['*', PAGE, { data: new Map([['other', 'A']]) }],
  ['title', PAGE, { data: new Map([['title', 'B']]) }],
  ['url', PAGE, { url: '/b' }],
  ['dir', PAGE, { url: '/b/' }],
  ['id', POST, { url: '/b' }],
  ['path', PAGE, { path: 'b.md' }],
  ['relative_path', POST, { path: 'b.md' }],
  ['name', PAGE, { name: 'b.md' }],
  ['basename', FILE, { name: 'b.md' }],
  ['extname', FILE, { extension: '.txt' }],
  ['collection', POST, { collection: 'notes' }],
  ['collection', PAGE, { data: new Map([['collection', 'x']]) }],
  ['date', PAGE, { data: new Map([['date', '2024']]) }],
  ['modified_time', FILE, { source: { ...SOURCE, modifiedAt: 2 } }],
  ['excerpt', PAGE, { body: 'other' }],
  ['previous', POST, { previousId: 'x' }],
  ['next', POST, { nextId: 'x' }],
  ['next', PAGE, { data: new Map([['next', 'x']]) }],
  ['posts', PAGE, { posts: ['x'] }],
  ['posts', POST, { data: new Map([['posts', 'x']]) }],
  ['paginator', PAGE, { paginator: { values: new Map(), documents: [] } }],
])('%s is another text when it differs', (name, file, change) => {
  const excerptOf = ({ body }: Page | Document): string => `${body}`;
  const changed = { ...file, ...change } as typeof file;
  expect(attributeOf({ ...file }, name, excerptOf)).toBe(attributeOf(file, name, excerptOf));
  expect(attributeOf(changed, name, excerptOf)).not.toBe(attributeOf(file, name, excerptOf));
});

test.each<[string, Page | StaticFile, Partial<Page> | Partial<StaticFile>]>([
  ['its text', PAGE, { body: 'other' }],
  ['where its text begins', PAGE, { bodyLine: 2 }],
  ['its address', PAGE, { url: '/b' }],
  ['its place in the output', PAGE, { outputPath: 'b.html' }],
  ['its front matter', PAGE, { data: new Map([['title', 'B']]) }],
  ['that it is a listing', PAGE, { paginator: { values: new Map(), documents: [] } }],
  ['when it was changed', FILE, { source: { ...SOURCE, modifiedAt: 2 } }],
])('a file is another one by %s', (_name, file, change) => {
  const none = (): null => null;
  expect(identityOf({ ...file, ...change } as typeof file, none)).not.toBe(identityOf(file, none));
  expect(identityOf({ ...file }, none)).toBe(identityOf(file, none));
});
