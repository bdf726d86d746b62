/** Plugins of a site's own, through whole builds. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildSite } from '../helpers/build-site.js';
import { runCli } from '../helpers/run-cli.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

const GUIDE = readFileSync(join(import.meta.dirname, '../../docs/content/guide/own-plugins.md'), 'utf8');

/** The guide's examples by their paths. */
function examples(): Record<string, string> {
  const blocks = GUIDE.matchAll(/```js\n\/\/ (_plugins\/\S+)\n(.*?)```/gs);
  return Object.fromEntries([...blocks].map(([, path, code]) => [path!, code!]));
}

test('the guide’s plugins do what it says', async () => {
  const plugins = examples();
  expect(Object.keys(plugins)).toHaveLength(4);
  const { outputs, said } = await buildSite({
    ...plugins,
    '_data/authors.yml': 'ann: {title: Ann, since: 2001}\nbob: {title: Bob, since: 2002}\n',
    '_layouts/author.html': '{{ page.title }} since {{ page.joined | date: "%Y" }}',
    'index.html': `---\n---\n{{ "${'word '.repeat(500)}" | reading_time }} {{ "a b" | reading_time: 1 }}`,
    'note.html': '---\n---\n{% note Careful %}*Hot*{% endnote %}',
    '_config.yml': 'house: {repository: https://example.org/r}',
    '_posts/2024-01-01-a.html': '---\n---\n{{ page.edit_url }}',
  });
  expect(said).toBe('');
  expect(outputs).toEqual({
    'index.html': '3 2',
    'note.html': '<aside><strong>Careful</strong><p><em>Hot</em></p>\n</aside>',
    'authors/ann.html': 'Ann since 2001',
    'authors/bob.html': 'Bob since 2002',
    '2024/01/01/a.html': 'https://example.org/r/edit/main/_posts/2024-01-01-a.html',
  });
});

test('its command does, too', async () => {
  const folder = temporaryFolder({
    '_plugins/house.mjs': examples()['_plugins/house.mjs']!,
    'index.html': '---\n---\n{{ page.edit_url }}',
  });
  const { code, out } = await runCli(folder, 'deploy');
  expect([code, out.split('\n').at(-2)!.trim()]).toEqual([0, 'Deployed: public_html']);
  const text = 'https://github.com/me/site/edit/main/index.html';
  expect(readFileSync(join(folder, 'public_html/index.html'), 'utf8')).toBe(text);
  expect((await runCli(folder, 'deploy', 'other')).code).toBe(0);
  expect(readFileSync(join(folder, 'other/index.html'), 'utf8')).toBe(text);
});

const PAGE = '---\n---\n{{ "a" | twice }}';
const twice = (text: string): string =>
  `filters: [{ name: 'twice', arity: [0, 0], apply: (context, input) => \`\${input}${text}\` }]`;

test('a package that plugins names is one, and comes after the files of the folder', async () => {
  const { outputs } = await buildSite({
    '_config.yml': 'plugins: [utterson-twice]\n',
    '_plugins/a.mjs': `export default { ${twice('file')} };`,
    'node_modules/utterson-twice/package.json': '{"name": "utterson-twice", "main": "index.js"}',
    'node_modules/utterson-twice/index.js': `module.exports = { ${twice('package')} };`,
    'index.html': PAGE,
  });
  expect(outputs['index.html']).toBe('apackage');
});

test('files of the folder are loaded in the order of their paths, but not what they import from packages', async () => {
  const { outputs } = await buildSite({
    '_plugins/b.mjs': `export default { ${twice('b')} };`,
    '_plugins/a.mjs': `export default { ${twice('a')} };`,
    '_plugins/node_modules/c/index.js': 'throw new Error("not a plugin");',
    'index.html': PAGE,
  });
  expect(outputs['index.html']).toBe('ab');
});

test('safe loads none of the folder, and of packages those of the whitelist', async () => {
  const files = {
    '_plugins/a.mjs': 'throw new Error("loaded");',
    'node_modules/twice/package.json': '{"name": "twice"}',
    'node_modules/twice/index.js': `module.exports = { ${twice('!')} };`,
    'index.html': PAGE,
  };
  const config = 'safe: true\nplugins: [twice]\n';
  expect((await buildSite({ ...files, '_config.yml': config })).outputs['index.html']).toBe('a');
  const allowed = await buildSite({ ...files, '_config.yml': `${config}whitelist: [twice]\n` });
  expect(allowed.outputs['index.html']).toBe('a!');
});

test('under safe, converters and generators need the plugin’s own word that they may run', async () => {
  const plugin = (members: string): string => `module.exports = { ${members} ${twice('!')},
    generators: [{ name: 'G', priority: 'normal', generate: () => ({ site: new Map([['made', true]]) }) }],
    converters: () => [{ name: 'C', priority: 'normal', highlighterPrefix: null, highlighterSuffix: null,
      matches: (extension) => extension === '.x', outputExtension: () => '.y', convert: (text) => text + 'y' }] };`;
  const built = (config: string, members: string) =>
    buildSite({
      '_config.yml': `${config}plugins: [twice]\nwhitelist: [twice]\n`,
      'node_modules/twice/package.json': '{"name": "twice"}',
      'node_modules/twice/index.js': plugin(members),
      'a.x': `${PAGE}{{ site.made }}`,
    });
  const all = { 'a.y': 'a!truey' };
  expect((await built('', '')).outputs).toEqual(all);
  expect((await built('safe: true\n', 'isSafe: true,')).outputs).toEqual(all);
  const { outputs, said } = await built('safe: true\n', '');
  expect(outputs).toEqual({ 'a.x': 'a!' });
  expect(said).toContain('Converters and generators of the plugin twice do not run in safe mode');
});

test.each([
  ['', '_plugins/a.mjs exports no plugin as its default.'],
  [
    'export default { filter: [] };',
    'The plugin _plugins/a.mjs has a member `filter`, which nothing asks for.',
  ],
  ['export default { name: "x", tags: {} };', '`tags` of the plugin _plugins/a.mjs must be a list.'],
  ['\nthrow new Error("no luck");', 'Loading the plugin _plugins/a.mjs failed: no luck'],
  [
    'import "nobodys-package";',
    "Loading the plugin _plugins/a.mjs failed: Cannot find package 'nobodys-package'",
  ],
])('a file that is no plugin is an error: %s', async (code, message) => {
  const { isFailed, said, outputs } = await buildSite({ '_plugins/a.mjs': code, 'index.html': 'x' });
  expect([isFailed, outputs]).toEqual([true, {}]);
  expect(said).toContain(message);
});

test('one that is no JavaScript is told of with its line', () => {
  const folder = temporaryFolder({ '_plugins/a.mjs': 'const a = 1;\nfoo bar;\n', 'index.html': 'x' });
  const program = join(import.meta.dirname, '../../bin/utterson.js');
  const { stderr } = spawnSync(process.execPath, [program, 'build'], { cwd: folder, encoding: 'utf8' });
  expect(stderr).toContain("Loading the plugin _plugins/a.mjs failed: Unexpected identifier 'bar'");
  expect(stderr).toContain('at _plugins/a.mjs:2');
});

test('what tags, filters and converters throw is told with the plugin’s place', async () => {
  const plugin = `export default {
  name: 'clumsy',
  tags: [{ name: 'trip', isBlock: false, compile: () => () => { throw new Error('tripped'); } }],
  filters: [{ name: 'slip', arity: [0, 0], apply: (context, input) => input.slipped() }],
  converters: () => [{ name: 'Clumsy', priority: 'normal', highlighterPrefix: null, highlighterSuffix: null,
    matches: (extension) => extension === '.clumsy', outputExtension: () => '.html',
    convert: () => { throw new Error('fell'); } }],
};`;
  const saidOf = async (path: string, text: string): Promise<string> =>
    (await buildSite({ '_plugins/a.mjs': plugin, [path]: `---\n---\n${text}` })).said;
  expect(await saidOf('a.html', '{% trip %}')).toContain(
    'the tag trip of the plugin clumsy (_plugins/a.mjs:3:71) failed: tripped',
  );
  expect(await saidOf('a.html', '{{ "a" | slip }}')).toContain(
    'the filter slip of the plugin clumsy (_plugins/a.mjs:4:77) failed: input.slipped is not a function',
  );
  expect(await saidOf('a.clumsy', 'a')).toContain(
    'the converter Clumsy of the plugin clumsy (_plugins/a.mjs:7:28) failed: fell',
  );
});

test('TypeScript runs where Node does it, and is told of where it does not', async () => {
  const runs = 'typescript' in process.features && Boolean(process.features.typescript);
  const { outputs, said } = await buildSite({
    '_plugins/a.ts': `const mark: string = '!';\nexport default { ${twice('!')}, name: mark };`,
    'index.html': PAGE,
  });
  if (runs) expect(outputs['index.html']).toBe('a!');
  else expect(said).toContain('_plugins/a.ts is written in TypeScript, which this Node does not run.');
});

test('as on GitHub Pages none runs, which is told', async () => {
  const files = { '_plugins/a.mjs': 'export default {}', '_plugins/b.rb': '', 'a.html': 'A' };
  const pages = {
    ...files,
    Gemfile: 'gem "github-pages", group: :jekyll_plugins\n',
    '_config.yml': 'theme: null\n',
  };
  const { said } = await buildSite(pages);
  expect(said).toContain('what _plugins/a.mjs and 1 other file would do is missing from the output');
  const { said: unsaid } = await buildSite({
    ...pages,
    '_config.yml': 'theme: null\nutterson: {github_pages: false, ruby: off}\n',
  });
  expect(unsaid).not.toContain('GitHub Pages');
});
