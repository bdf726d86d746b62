import { expect, test } from 'vitest';
import { listingPage } from '../../src/serve/listing.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

const page = (title: string, items: string): string => `<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>${title}</title></head>
<body><h1>${title}</h1>
<ul>
${items}
</ul></body>
</html>
`;

test('links to files, folders and the folder above, leaving out what WEBrick leaves out', () => {
  const folder = temporaryFolder({ 'a&b #1.txt': '', 'sub/c.txt': '', '.htaccess': '', 'old.txt~': '' });
  expect(listingPage(folder, '/<x>/')).toBe(
    page(
      'Index of /&#60;x&#62;/',
      `<li><a href="../">../</a></li>
<li><a href="a%26b%20%231.txt">a&#38;b #1.txt</a></li>
<li><a href="sub/">sub/</a></li>`,
    ),
  );
});

test('goes no higher than the site', () => {
  expect(listingPage(temporaryFolder({ 'a.txt': '' }), '/')).toBe(
    page('Index of /', '<li><a href="a.txt">a.txt</a></li>'),
  );
});
