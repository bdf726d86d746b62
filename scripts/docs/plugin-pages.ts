/** A page for each gem that is built in, and their list. */
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
import { type PluginEntry, type PluginExample, readPlugins } from './tables.js';

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
  const { name, about, example, needs, options = {} } = plugin;
  const differences = knownDifferences().filter(({ area }) => area.split(/, | /).includes(name));
  const keys = Object.entries(options).map(([key, [byDefault, words]]) => [
    longName(key),
    byDefault === '' ? '–' : code(byDefault),
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
      ...exampleOf(example),
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
function exampleOf({ config, files = {}, source, extension, shows, prints, shown }: PluginExample): string[] {
  const title = heading(2, 'Example', 'example');
  if (shown !== undefined) return [title, fence(shown, languageOf(shown))];
  const parts = [
    ...(config === undefined ? [] : [named('_config.yml'), fence(config, 'yaml')]),
    ...Object.entries(files).flatMap(([path, text]) => [named(path), fence(text, languageOf(text))]),
    ...(source === undefined
      ? []
      : [named(`example.${extension ?? 'html'}`), fence(`---\n---\n${source}`, 'liquid')]),
  ];
  const written = shows ?? 'example.html';
  return [title, ...parts, `<p><code>${written}</code> is then:</p>`, result(prints ?? '', 'html')];
}

function named(path: string): string {
  return `<p>${code(path)}:</p>`;
}

function languageOf(example: string): string {
  return /\{[{%]/.test(example) ? 'liquid' : 'yaml';
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
