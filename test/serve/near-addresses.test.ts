import { join } from 'node:path';
import { expect, test } from 'vitest';
import { nearAddresses } from '../../src/serve/near-addresses.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

const SITE = {
  'index.html': '',
  '404.html': '',
  'about/index.html': '',
  'contact.html': '',
  'blog/2024/hello.html': '',
  'feed.xml': '',
};

test.each([
  ['/abuot/', ['/about/']],
  ['/abotu', ['/about/']],
  ['/contct', ['/contact.html']],
  ['/contact/', ['/contact.html']],
  // The same name elsewhere.
  ['/2024/hello', ['/blog/2024/hello.html']],
  ['/something/else/entirely/', []],
])('offers addresses near %s', (path, expected) => {
  expect(nearAddresses(temporaryFolder(SITE), path)).toEqual(expected);
});

test('offers nothing while nothing is built', () => {
  expect(nearAddresses(join(temporaryFolder(SITE), 'nowhere'), '/about/')).toEqual([]);
});
