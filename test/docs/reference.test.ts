/** No filter, tag, key, flag, message, plugin or variable of the environment is without its place in the documentation. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { generatedPages } from '../../scripts/docs/pages.js';
import { readPlugins, readTable } from '../../scripts/docs/tables.js';
import { COMMANDS } from '../../src/commands/line/command-table.js';
import { GLOBAL_FLAGS } from '../../src/commands/line/flags.js';
import { CONFIG_KEYS } from '../../src/config/keys.js';
import { languages } from '../../src/highlight/languages.js';
import { createFilters } from '../../src/liquid/filters/index.js';
import { jekyllTags, liquidTags } from '../../src/liquid/tags/index.js';
import { version5Tags } from '../../src/liquid/tags/version-5.js';
import { builtInPlugins } from '../../src/plugins/built-in-plugins.js';
import { packagedGems } from '../../src/plugins/packaged-gems.js';
import { FRONT_MATTER_KEYS } from '../../src/read/keys.js';
import { ERROR_PAGES } from '../../src/report/error-pages.js';

const pages = new Map(generatedPages().map(({ path, text }) => [path, text]));
const reference = (name: string): string => pages.get(`content/reference/${name}.md`)!;

/** What is said of names that are none of a page's. */
function missing(page: string, names: readonly string[]): string[] {
  return names.filter((name) => !page.includes(`<code>${name}</code>`));
}

test('filters', () => {
  const described = readTable('filters').flatMap(({ entries }) => entries.map(({ name }) => name));
  expect(described.toSorted()).toEqual(
    createFilters()
      .map(({ name }) => name)
      .toSorted(),
  );
});

test('tags', () => {
  const described = readTable('tags').flatMap(({ entries }) => entries.map(({ name }) => name));
  const known = [...liquidTags, ...jekyllTags, ...version5Tags].map(({ name }) => name);
  expect(described.toSorted()).toEqual(known.toSorted());
});

test('keys of the configuration and of front matter', () => {
  const keys = CONFIG_KEYS.map(({ key }) => key);
  expect(missing(reference('configuration'), keys)).toEqual([]);
  const ofFrontMatter = FRONT_MATTER_KEYS.map(({ key }) => key);
  expect(missing(reference('front-matter'), ofFrontMatter)).toEqual([]);
});

test('commands and flags', () => {
  const page = reference('commands');
  for (const { name, flags } of COMMANDS.filter(({ isHidden }) => !isHidden)) {
    const start = page.indexOf(`<h2 id="${name}">`);
    expect(start, name).toBeGreaterThan(0);
    const end = page.indexOf('<h2 ', start + 1);
    const section = page.slice(start, end < 0 ? undefined : end);
    for (const { long } of flags.filter(({ isUnsupported }) => !isUnsupported)) {
      expect(section).toMatch(new RegExp(`<code>--(?:\\[no-\\])?${long}[ \\[<]`));
    }
  }
  expect(
    Object.keys(readTable('commands')).filter((name) => !COMMANDS.some((one) => one.name === name)),
  ).toEqual([]);
  for (const { long } of GLOBAL_FLAGS) expect(page).toContain(`<code>--${long}</code>`);
});

test('messages', () => {
  const list = pages.get('content/errors/index.md')!;
  for (const { number, code } of ERROR_PAGES) {
    expect(pages.get(`content/errors/${number.toLowerCase()}.md`)).toContain(`${number}: ${code}`);
    expect(list).toContain(`href="${number.toLowerCase()}/"`);
  }
});

test('languages of code', () => {
  expect(
    missing(
      reference('languages'),
      languages.map(({ name }) => name),
    ),
  ).toEqual([]);
});

const plugins = readPlugins();

test('plugins', () => {
  // Names of gems; `jekyll/scholar` is what `require:` calls one of them.
  const loaded = [...builtInPlugins.keys(), ...packagedGems.keys()].filter((name) => !name.includes('/'));
  expect(plugins.map(({ name }) => name).toSorted()).toEqual(loaded.toSorted());
});

/** And cases: some names are put together. */
const sources = execFileSync(
  'git',
  ['grep', '-h', '', '--', 'src/plugins', 'src/html', 'src/config', 'test/plugins'],
  {
    encoding: 'utf8',
    maxBuffer: 100_000_000,
  },
);

test.each(plugins)('$name is of the release that the sources name', (plugin) => {
  const { name, version } = plugin;
  const stated = new RegExp(
    `${name} [^\n]*${version.replaceAll('.', '\\.')}|\\| ${name} \\|[^\n]*\\*\\*${version}\\*\\*`,
  );
  expect(stated.test(`${sources}${readFileSync('ARCHITECTURE.md', 'utf8')}`), version).toBe(true);
});

test('variables of the environment', () => {
  const asked = execFileSync(
    'git',
    ['grep', '-hoE', "(environment|variables|env)\\['[A-Z][A-Z0-9_]+'\\]", '--', 'src'],
    { encoding: 'utf8' },
  ).matchAll(/'(\w+)'/g);
  // Where the user's own folders are, how our coverage is measured, and what tests of two threads want.
  const unsaid = ['HOME', 'USERPROFILE', 'LOCALAPPDATA', 'NODE_V8_COVERAGE', 'UTTERSON_JOBS_PATIENCE'];
  const described = readTable('environment').map(({ name }) => name);
  const ofGems = plugins.flatMap(({ environment = {} }) => Object.keys(environment));
  expect(ofGems.filter((name) => !described.includes(name))).toEqual([]);
  const names = [...new Set([...asked].map(([, name]) => name!))];
  expect(names.length).toBeGreaterThan(15);
  expect(names.filter((name) => !described.includes(name) && !unsaid.includes(name))).toEqual([]);
  const everything = execFileSync('git', ['grep', '-hE', '[A-Z]{2,}', '--', 'src'], {
    encoding: 'utf8',
    maxBuffer: 100_000_000,
  });
  // Node reads this one itself.
  const elsewhere = ['NODE_EXTRA_CA_CERTS'];
  expect(described.filter((name) => !elsewhere.includes(name) && !everything.includes(name))).toEqual([]);
});
