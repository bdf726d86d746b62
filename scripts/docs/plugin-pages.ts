/** A page for each gem that is built in, and their list. */
import { readFileSync } from 'node:fs';
import { gemOfFilter, gemOfTag } from '../../src/plugins/names-of-gems.js';
import { knownDifferences, releasesOfGems } from './architecture.js';
import { differenceTable } from './differences-page.js';
import {
  code,
  type DocsPage,
  docsPage,
  fence,
  heading,
  inline,
  longName,
  type Neighbours,
  neighbours,
  type PageLink,
  paragraph,
  result,
  table,
} from './markup.js';
import { type PluginEntry, packagesOf, readPlugins } from './tables.js';

/** Those pages. */
export function pluginPages(): DocsPage[] {
  const plugins = readPlugins();
  const links = plugins.map(({ name }): PageLink => ({ title: name, url: `/plugins/${name}/` }));
  return [listPage(plugins), ...plugins.map((plugin, index) => pluginPage(plugin, neighbours(links, index)))];
}

function listPage(plugins: readonly PluginEntry[]): DocsPage {
  return docsPage(
    'content/plugins/index.md',
    {
      title: 'Plugins built in',
      lead: 'Gems of Jekyll’s whose work is done here when plugins: or the Gemfile names them.',
      made_from: 'scripts/docs/plugin-pages.ts',
    },
    [
      'Nothing needs to be installed but the npm packages in the last column. How plugins are loaded, and what becomes of gems that are not in this list, tells the [guide](../guide/plugins.md).',
      table(
        ['Gem', 'Release', 'What it does', 'Needs'],
        plugins.map(({ name, version, about, needs }) => [
          `<a href="${name}/">${name}</a>`,
          version,
          inline(about),
          needs === undefined ? '' : code(needs),
        ]),
      ),
    ].join('\n\n'),
  );
}

function pluginPage(plugin: PluginEntry, around: Neighbours): DocsPage {
  const { name, about, needs, options = {} } = plugin;
  const differences = knownDifferences().filter(({ area }) => area.split(/, | /).includes(name));
  const keys = Object.entries(options).map(([key, [byDefault, words]]) => [
    longName(key),
    byDefault === '' ? '–' : byDefault.includes('`') ? inline(byDefault) : code(byDefault),
    inline(words),
  ]);
  return docsPage(
    `content/plugins/${name}.md`,
    { title: name, made_from: `docs/tables/plugins/${name}.yml`, list: '/plugins/', ...around },
    [
      paragraph(about),
      releaseParagraph(plugin),
      fence(`plugins:\n  - ${name}`, 'yaml'),
      ...(needs === undefined
        ? []
        : [paragraph(`It needs npm packages in the site: \`npm install --save-dev ${needs}\`.`)]),
      ...section('Tags and filters', 'brings', ['Name', 'What it does'], broughtBy(plugin)),
      ...section('Configuration', 'options', ['Key', 'Unless given', 'What it does'], keys),
      ...section('Front matter', 'front-matter', ['Key', 'What it does'], rowsOf(plugin.front_matter)),
      ...section('For templates', 'variables', ['Name', 'What it is'], rowsOf(plugin.variables)),
      ...section('Environment', 'environment', ['Variable', 'What it does'], rowsOf(plugin.environment)),
      ...section('In texts', 'syntax', ['What stands there', 'What comes of it'], rowsOf(plugin.syntax)),
      ...section('Not here', 'not-here', ['Name', 'What it does in the gem'], rowsOf(plugin.undone)),
      ...exampleOf(plugin),
      ...(differences.length === 0
        ? []
        : [heading(2, 'Known differences from the gem', 'differences'), differenceTable(differences)]),
    ].join('\n\n'),
  );
}

function releaseParagraph({ name, version }: PluginEntry): string {
  const releases = releasesOfGems().get(name);
  const others =
    releases === undefined
      ? ''
      : ` With a <code>Gemfile.lock</code> it writes what the release named there does. Releases that differ: ${inline(releases.releases)}. ${inline(upperFirst(releases.differs))}.`;
  return `<p>It writes what release ${version} of the gem writes.${others}</p>`;
}

function section(
  title: string,
  id: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
): string[] {
  return rows.length === 0 ? [] : [heading(2, title, id), table(head, rows)];
}

function rowsOf(names: Readonly<Record<string, string>> = {}): string[][] {
  return Object.entries(names).map(([name, words]) => [longName(name), inline(words)]);
}

/** What the gem's page says of its tags and filters, and other names of theirs that it does not say. */
function broughtBy({ name, brings = {} }: PluginEntry): string[][] {
  const others = [gemOfTag, gemOfFilter]
    .flatMap((gems) => [...gems])
    .filter(([one, owner]) => owner === name && one !== '' && !Object.hasOwn(brings, one))
    .map(([one]) => [longName(one), 'Another name.']);
  return [...rowsOf(brings), ...others];
}

/** The site, file by file, and what comes of it. */
function exampleOf(plugin: PluginEntry): string[] {
  const { config, files = {}, source, extension, shows, prints, commit } = plugin.example;
  const written = shows ?? 'example.html';
  return [
    heading(2, 'Example', 'example'),
    ...(config === undefined ? [] : file('_config.yml', config)),
    ...Object.entries(files).flatMap(([path, text]) => file(path, text)),
    ...(source === undefined ? [] : file(`example.${extension ?? 'html'}`, `---\n---\n${source}`)),
    ...(commit === undefined ? [] : [paragraph(`${commit.author} committed it at \`${commit.date}\`.`)]),
    `<p><code>${written}</code> is then:</p>`,
    result(prints ?? '', languageOf(written, '')),
    ...toolsOf(plugin),
  ];
}

/** With which releases of npm packages that came out. */
function toolsOf(plugin: PluginEntry): string[] {
  const { tried } = plugin.example;
  if (tried !== undefined) return [paragraph(tried)];
  const tools = packagesOf(plugin).map((name) => {
    const { version } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'));
    return `${name} ${version}`;
  });
  return tools.length === 0 ? [] : [paragraph(`A test runs this with ${tools.join(' and ')}.`)];
}

function file(path: string, text: string): string[] {
  return [paragraph(`\`${path}\`:`), fence(text, languageOf(path, text))];
}

/** Languages of files by their endings, where those are not the languages' names. */
const LANGUAGES: Readonly<Record<string, string>> = {
  adoc: 'text',
  bib: 'bibtex',
  coffee: 'coffeescript',
  js: 'javascript',
  yml: 'yaml',
};

function languageOf(path: string, text: string): string {
  if (/\{[{%]/.test(text)) return 'liquid';
  const ending = /[^.]*$/.exec(path)![0];
  return LANGUAGES[ending] ?? ending;
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
