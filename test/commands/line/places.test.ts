import { expect, test } from 'vitest';
import { runCli } from '../../helpers/run-cli.js';
import { temporaryFolder } from '../../helpers/temporary-folder.js';

const ownShape = {
  '_config.yml': 'title: x\n',
  'layouts/default.html': '{{ content }}',
  'includes/part.html': 'a\n{% nope %}\n',
};

test('tells places from the working directory, in every folder of our own shape', async () => {
  const folder = temporaryFolder({
    ...ownShape,
    'content/index.md': '---\n---\n{% include part.html %}\n',
    'content/two.md': '---\n---\n\n{% if %}\n',
  });
  const { err } = await runCli(folder, 'build');
  expect(err).toContain('at includes/part.html:2:1 (U1204)\n');
  expect(err).toContain('included from content/index.md:3\n');
  expect(err).toContain('at content/two.md:4:1 (U1201)\n');
});

test('tells the place in a layout as in any other file', async () => {
  const folder = temporaryFolder({
    '_layouts/a.html': '\n{% nope %}\n',
    'index.md': '---\nlayout: a\n---\n',
  });
  expect((await runCli(folder, 'build')).err).toContain('at _layouts/a.html:2:1 (U1204)\n');
});

test('shows the lines of a style sheet around an error', async () => {
  const folder = temporaryFolder({ 'a.scss': '---\n---\na { color: $x; }\n' });
  expect((await runCli(folder, 'build')).err).toContain('> 3 | a { color: $x; }\n');
});

test('says once what to do about a layout that is missing', async () => {
  const page = '---\nlayout: pst\n---\n';
  const folder = temporaryFolder({ '_layouts/post.html': 'x', 'a.html': page, 'b.html': page });
  const { code, err } = await runCli(folder, 'build');
  expect(code).toBe(0);
  expect(err).toContain(
    "Layout 'pst' requested in a.html does not exist.\n                    at a.html:2 (U1216)\n",
  );
  expect(err).toContain('> 2 | layout: pst\n');
  expect(err.split("Did you mean 'post'?")).toHaveLength(2);
  expect(err).toContain(
    "Layout 'pst' requested in b.html does not exist.\n                    at b.html (U1216)\n",
  );
});
