import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Change, copyAsItIs, copyTexts, dated, type Program, type Writer, writerFor } from './peer.js';

/** Without a highlighter: that is a plugin of its own. */
export const eleventy: Program = {
  name: 'eleventy',
  command: 'eleventy',
  // YAML and tables are data to it only with packages of others.
  shapes: {
    blog: writeBlog,
    json: (site, folder) => {
      const write = writeSite(folder, '');
      copyAsItIs(site, '_data/big.json', folder, '_data/big.json');
      write('index.html', '{{ big.size }} {{ big[7] | json }}\n');
    },
    'front-matter': (site, folder) => {
      writeSite(folder, '');
      copyAsItIs(site, 'big.md', folder, 'big.md');
    },
    static: (site, folder) => {
      const write = writeSite(folder, "config.addPassthroughCopy({ [__dirname + '/files']: 'files' });");
      copyAsItIs(site, 'files', folder, 'files');
      write('index.html', '{{ site.title }}\n');
    },
    navigation: writeNavigation,
  },
  args: (folder, output) => [
    ...['--input', folder, '--output', output, '--quiet'],
    ...['--config', join(folder, 'eleventy.config.cjs')],
  ],
};

function writeSite(folder: string, more: string): Writer {
  const write = writerFor(folder);
  write('_data/site.json', '{ "title": "A blog", "author": "Somebody" }\n');
  write(
    'eleventy.config.cjs',
    `module.exports = (config) => {
  config.setLiquidOptions({ jekyllInclude: true, dynamicPartials: false });
  for (const name of ['relative_url', 'absolute_url']) config.addFilter(name, (value) => String(value));
  ${more}
  return { dir: { includes: '_includes', layouts: '_layouts' }, markdownTemplateEngine: false };
};
`,
  );
  return write;
}

/** A page's own data lie at the top, the neighbours are asked for, and a post's lie in its \`data\`. */
const asEleventyHasIt: Change = (text) =>
  text
    .replace(/page\.(title|tags|parent)/g, '$1')
    .replace(
      '{% if page.previous',
      '{% assign previous = collections.post | getPreviousCollectionItem: page %}$&',
    )
    .replace('{% if page.next', '{% assign next = collections.post | getNextCollectionItem: page %}$&')
    .replace(/page\.(previous|next)\.title/g, '$1.data.title')
    .replace(/page\.(previous|next)/g, '$1')
    .replaceAll('site.posts', 'collections.post')
    .replaceAll('post.title', 'post.data.title')
    .replaceAll('post.excerpt', 'post.content')
    // What liquidjs has otherwise than Ruby's Liquid.
    .replaceAll('year.size', 'year.items.size')
    .replaceAll('%F', '%Y-%m-%d');

function writeBlog(site: string, folder: string): void {
  const write = writeSite(
    folder,
    "config.addCollection('post', (api) => api.getAllSorted().filter(({ inputPath }) => inputPath.includes('/posts/')).reverse());",
  );
  copyTexts(site, '_posts', folder, 'posts', dated);
  for (const name of ['_layouts', '_includes']) copyTexts(site, name, folder, name, asEleventyHasIt);
  for (const name of ['index.html', 'archive.html']) {
    write(name, asEleventyHasIt(readFileSync(join(site, name), 'utf8'), name));
  }
}

function writeNavigation(site: string, folder: string): void {
  writeSite(folder, '');
  for (const name of ['docs', '_layouts']) copyTexts(site, name, folder, name, asEleventyHasIt);
  copyTexts(site, '_includes', folder, '_includes', (text, name) =>
    asEleventyHasIt(text, name)
      .replaceAll('site.html_pages', 'collections.all')
      .replace(/\b(entry|child|grandchild)\.(title|nav_\w+|parent|has_children)/g, '$1.data.$2')
      .replace(/(sort|where): "(nav_order|parent)"/g, '$1: "data.$2"'),
  );
}
