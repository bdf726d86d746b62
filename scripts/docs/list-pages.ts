/** Lists whose entries have pages: messages by number, and gems whose work is built in. */
import { gemOfFilter, gemOfTag } from '../../src/plugins/names-of-gems.js';
import { ERROR_PAGES } from '../../src/report/error-pages.js';
import type { ErrorPage } from '../../src/report/pages/error-page.js';
import { knownDifferences, releasesOfGems } from './architecture.js';
import { differenceTable } from './differences-page.js';
import {
  code,
  type DocsPage,
  docsPage,
  fence,
  heading,
  inline,
  type PageHead,
  type PageLink,
  paragraph,
  table,
} from './markup.js';
import { type PluginEntry, readTable } from './tables.js';

/** What the first three signs of a number stand for. */
const MESSAGE_GROUPS: Readonly<Record<string, string>> = {
  U10: 'The configuration',
  U11: 'Files, front matter and data',
  U12: 'Liquid, includes and layouts',
  U13: 'Markdown',
  U14: 'Style sheets',
  U15: 'Plugins in general',
  U16: 'What gems say of their settings',
  U17: 'Themes and the Gemfile',
  U18: 'Addresses and output',
  U19: 'The program itself',
};

/** A page for each message, and their list. */
export function messagePages(): DocsPage[] {
  const links = ERROR_PAGES.map(
    ({ number, code }): PageLink => ({ title: `${number} ${code}`, url: messageUrl(number) }),
  );
  return [
    docsPage(
      'content/errors/index.md',
      {
        title: 'Messages',
        lead: 'Every warning and error has a number, and what is behind it stands here.',
        made_from: 'src/report/error-pages.ts',
      },
      [
        'The program prints the same with `utterson help U1203`.',
        ...Object.entries(MESSAGE_GROUPS).flatMap(([group, title]) => [
          heading(2, title, group.toLowerCase()),
          table(
            ['Number', 'Name', 'When'],
            ERROR_PAGES.filter(({ number }) => number.startsWith(group)).map(
              ({ number, code: name, when }) => [
                `<a href="${number.toLowerCase()}/">${number}</a>`,
                code(name),
                inline(when),
              ],
            ),
          ),
        ]),
      ].join('\n\n'),
    ),
    ...ERROR_PAGES.map((page, index) => messagePage(page, neighbours(links, index))),
  ];
}

function messagePage({ number, code: name, when, example, remedy }: ErrorPage, around: Neighbours): DocsPage {
  return docsPage(
    `content/errors/${number.toLowerCase()}.md`,
    { title: `${number}: ${name}`, made_from: 'src/report/error-pages.ts', list: '/errors/', ...around },
    [
      heading(2, 'When', 'when'),
      paragraph(when),
      heading(2, 'Example', 'example'),
      fence(example),
      heading(2, 'What to do', 'what-to-do'),
      paragraph(remedy),
    ].join('\n\n'),
  );
}

function messageUrl(number: string): string {
  return `/errors/${number.toLowerCase()}/`;
}

/** A page for each gem that is built in, and their list. */
export function pluginPages(): DocsPage[] {
  const plugins = readTable('plugins');
  const links = plugins.map(({ name }): PageLink => ({ title: name, url: `/plugins/${name}/` }));
  return [
    docsPage(
      'content/plugins/index.md',
      {
        title: 'Plugins built in',
        lead: 'Gems of Jekyll’s whose work is done here when plugins: or the Gemfile names them.',
        made_from: 'docs/tables/plugins.yml',
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
    ),
    ...plugins.map((plugin, index) => pluginPage(plugin, neighbours(links, index))),
  ];
}

function pluginPage(
  { name, version, about, needs, example, options = {} }: PluginEntry,
  around: Neighbours,
): DocsPage {
  const releases = releasesOfGems().get(name);
  const differences = knownDifferences().filter(({ area }) => area.split(/, | /).includes(name));
  const rows = Object.entries(options);
  const brought = [...namesOf(gemOfTag, name, 'tag'), ...namesOf(gemOfFilter, name, 'filter')];
  return docsPage(
    `content/plugins/${name}.md`,
    { title: name, made_from: 'docs/tables/plugins.yml', list: '/plugins/', ...around },
    [
      paragraph(about),
      `<p>It writes what release ${version} of the gem writes.${releases === undefined ? '' : ` With a <code>Gemfile.lock</code> it writes what the release named there does. Releases that differ: ${inline(releases.releases)}. ${inline(upperFirst(releases.differs))}.`}</p>`,
      fence(`plugins:\n  - ${name}`, 'yaml'),
      ...(needs === undefined
        ? []
        : [paragraph(`It needs npm packages in the site: \`npm install --save-dev ${needs}\`.`)]),
      ...(brought.length === 0 ? [] : [`<p>It brings ${brought.join(', ')}.</p>`]),
      ...(example === undefined
        ? []
        : [heading(2, 'Example', 'example'), fence(example, languageOf(example))]),
      ...(rows.length === 0
        ? []
        : [
            heading(2, 'Options', 'options'),
            table(
              ['Key', 'What it does'],
              rows.map(([key, words]) => [code(key), inline(words)]),
            ),
          ]),
      ...(differences.length === 0
        ? []
        : [heading(2, 'Known differences from the gem', 'differences'), differenceTable(differences)]),
    ].join('\n\n'),
  );
}

function namesOf(gems: ReadonlyMap<string, string>, gem: string, kind: string): string[] {
  return [...gems]
    .filter(([name, owner]) => owner === gem && name !== '')
    .map(([name]) => `the ${kind} ${code(name)}`);
}

function languageOf(example: string): string {
  return /\{[{%]/.test(example) ? 'liquid' : 'yaml';
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

type Neighbours = Pick<PageHead, 'before' | 'after'>;

function neighbours(links: readonly PageLink[], index: number): Neighbours {
  const before = links[index - 1];
  const after = links[index + 1];
  return { ...(before && { before }), ...(after && { after }) };
}
