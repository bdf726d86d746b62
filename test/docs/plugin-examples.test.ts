/** What the documentation shows of each gem comes of a site with it. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { type PluginCommit, type PluginEntry, packagesOf, readPlugins } from '../../scripts/docs/tables.js';
import { buildFolder } from '../helpers/build-site.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

const plugins = readPlugins();
const run = plugins.filter(({ example }) => example.tried === undefined);

test.each(run)('$name', { timeout: 30_000 }, async (plugin) => {
  expect(await written(plugin)).toBe(plugin.example.prints?.trim());
});

test('only what needs large npm packages is not run', () => {
  const tried = plugins.filter(({ example }) => example.tried !== undefined).map(({ name }) => name);
  expect(tried).toEqual(['jekyll-asciidoc', 'jekyll-tailwindcss']);
});

async function written(plugin: PluginEntry): Promise<string> {
  const { config = '', files = {}, source, extension = 'html', shows = 'example.html' } = plugin.example;
  const folder = temporaryFolder({
    ...files,
    ...(source === undefined ? {} : { [`example.${extension}`]: `---\n---\n${source}` }),
    '_config.yml': `plugins: [${plugin.name}]\n${config}`,
  });
  if (plugin.example.commit !== undefined) commit(folder, plugin.example.commit);
  for (const name of packagesOf(plugin)) install(name, folder);
  const { outputs, said } = await buildFolder(folder);
  if (said !== '') throw new Error(`The example says: ${said}`);
  const text = outputs[shows];
  if (text === undefined) throw new Error(`There are ${Object.keys(outputs).join(', ')}, not ${shows}.`);
  return text.trim();
}

/** The project's own copy of a package, which the site finds as its own. */
function install(name: string, folder: string): void {
  const place = join(folder, 'node_modules', name);
  mkdirSync(dirname(place), { recursive: true });
  symlinkSync(join(process.cwd(), 'node_modules', name), place);
}

function commit(folder: string, { author, date }: PluginCommit): void {
  const env = { ...process.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
  const git = (...args: readonly string[]): Buffer => execFileSync('git', args, { cwd: folder, env });
  git('init', '-q');
  git('add', '-A');
  const who = ['-c', `user.name=${author}`, '-c', 'user.email=me@example.org', '-c', 'commit.gpgsign=false'];
  git(...who, 'commit', '-q', '-m', 'All of it');
}
