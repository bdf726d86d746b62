import { expect, test } from 'vitest';
import { linkNeighbours } from '../../src/generate/neighbours.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';
import { readFolder } from '../read/read-folder.js';

test('documents know the one before and the one after them in their own collection', () => {
  const page = '---\n---\n';
  const { site } = readFolder(
    temporaryFolder({
      '_config.yml': 'collections: [c]\n',
      '_posts/2024-01-02-b.md': page,
      '_posts/2024-01-01-a.md': page,
      '_c/x.md': page,
    }),
  );
  linkNeighbours(site);
  const links = [...site.collections.values()].flatMap(({ documents }) =>
    documents.map(({ id, previousId, nextId }) => [id, previousId, nextId]),
  );
  expect(links).toEqual([
    ['posts:_posts/2024-01-01-a.md', null, 'posts:_posts/2024-01-02-b.md'],
    ['posts:_posts/2024-01-02-b.md', 'posts:_posts/2024-01-01-a.md', null],
    ['c:_c/x.md', null, null],
  ]);
});
