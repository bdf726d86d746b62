import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { buildFolder, buildSite } from '../../helpers/build-site.js';
import { temporaryFolder } from '../../helpers/temporary-folder.js';

const CONFIG = 'plugins: [jekyll-github-metadata]\ntitle: T\n';

function clonedFrom(address: string, files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder(files);
  const git = (...args: string[]): unknown => execFileSync('git', args, { cwd: folder });
  git('init', '-q');
  git('remote', 'add', 'upstream', 'https://github.com/other/other.git');
  git('remote', 'add', 'origin', address);
  return folder;
}

test.each([
  ['git@github.com:ann/tool.js.git', 'ann/tool.js'],
  ['https://github.com/ann/tool', 'ann/tool'],
  ['https://ann:secret@github.com/ann/tool.git', 'ann/tool'],
])('the remote %s is the repository %s', async (address, name) => {
  const page = '---\n---\n{{ site.github.repository_nwo }}';
  const { outputs, said } = await buildFolder(clonedFrom(address, { '_config.yml': CONFIG, 'a.html': page }));
  expect(said).toBe('');
  expect(outputs['a.html']).toBe(name);
});

test.each([
  ['https://gitlab.com/ann/tool.git', {}],
  ['https://github.com/ann/tool.git', { JEKYLL_ENV: 'production' }],
])('the remote %s names none in %o', async (address, environment) => {
  const page = '---\n---\n{{ site.github.repository_nwo }}';
  const folder = clonedFrom(address, { '_config.yml': CONFIG, 'a.html': page });
  const { isFailed, said } = await buildFolder(folder, environment);
  expect(isFailed).toBe(true);
  expect(said).toContain('No repo name found.');
});

test('what is set below `github` counts, also where links to edit are made', async () => {
  const { outputs, said } = await buildSite({
    '_config.yml': `${CONFIG}repository: ann/tool\ngithub: {license: MIT, source: {branch: main}}\n`,
    'a.html': '---\n---\n{{ site.github.license }} {{ site.github.source.path }} {% github_edit_link %}',
  });
  expect(said).toBe('');
  expect(outputs['a.html']).toBe('MIT / https://github.com/ann/tool/edit/main/a.html');
});

test('other generators make addresses of what it says of the site', async () => {
  const files = {
    '_config.yml': 'plugins: [jekyll-redirect-from, jekyll-github-metadata]\nrepository: ann/tool\n',
    'new.html': '---\nredirect_from: /old\n---\n',
  };
  const { outputs } = await buildSite(files, { JEKYLL_ENV: 'production', PAGES_ENV: 'dotcom' });
  expect(outputs['redirects.json']).toBe('{"/old":"http://ann.github.io/tool/new.html"}');
});
