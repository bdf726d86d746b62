import { code, type DocsPage, docsPage, fence, heading, inline, paragraph, result, table } from './markup.js';
import { type Entry, readTable, type Section } from './tables.js';

/** Filters, tags, variables and kramdown, each with examples and what they print. */
export function liquidPages(): DocsPage[] {
  return [
    docsPage(
      'content/reference/filters.md',
      {
        title: 'Filters',
        lead: 'What may stand behind a | in a template, with what goes in and what comes out.',
        made_from: 'docs/tables/filters.yml',
      },
      [
        'Liquid 4’s filters and Jekyll’s. An unknown filter passes its value through, as in Jekyll; with `liquid: {strict_filters: true}` it is an error. In examples `url` is `https://example.org`, `baseurl` is `/blog`, and the time zone is UTC.',
        ...readTable('filters').flatMap((section) => sectionText(section, 'liquid')),
      ].join('\n\n'),
    ),
    docsPage(
      'content/reference/tags.md',
      {
        title: 'Tags',
        lead: 'What may stand between {% and %} in a template.',
        made_from: 'docs/tables/tags.yml',
      },
      [
        'Liquid 4’s tags and Jekyll’s. An unknown tag is an error. Each of them takes dashes, `{%-` and `-%}`, which remove white space beside it.',
        ...readTable('tags').flatMap((section) => sectionText(section, 'liquid')),
      ].join('\n\n'),
    ),
    docsPage(
      'content/reference/kramdown.md',
      {
        title: 'kramdown',
        lead: 'The Markdown that pages are written in, by example.',
        made_from: 'docs/tables/kramdown.yml',
      },
      [
        'The dialect is kramdown’s with its parser for GitHub’s, as in Jekyll. Options stand below `kramdown` in the [configuration](configuration.md#below-kramdown). `markdown: CommonMark` chooses the other dialect that Jekyll knows.',
        ...readTable('kramdown').flatMap((entry) => entryText(entry, 'markdown', 2, 'html')),
      ].join('\n\n'),
    ),
    variablePage(),
    docsPage(
      'content/reference/environment.md',
      {
        title: 'Environment',
        lead: 'The variables of the environment that change what the program does.',
        made_from: 'docs/tables/environment.yml',
      },
      table(
        ['Variable', 'What it does'],
        readTable('environment').map(({ name, about }) => [code(name), inline(about)]),
      ),
    ),
  ];
}

function variablePage(): DocsPage {
  const sections = readTable('variables');
  return docsPage(
    'content/reference/variables.md',
    {
      title: 'Variables',
      lead: 'What templates may ask for between {{ and }}.',
      made_from: 'docs/tables/variables.yml',
    },
    [
      'The last column shows what `inspect` prints of it in a small site: a title, one post of the first of May 2024 with a category and a tag, a data file, a collection.',
      ...sections.flatMap(({ title, variables }) => [
        heading(2, inline(title), slug(title)),
        table(
          ['Variable', 'What it is', 'For example'],
          variables.map(({ name, about, with: filter, prints }) => [
            code(name),
            inline(about),
            prints === undefined
              ? ''
              : `${filter === undefined ? '' : `${code(`| ${filter}`)} → `}${code(prints)}`,
          ]),
        ),
      ]),
    ].join('\n\n'),
  );
}

function sectionText({ title, entries }: Section, language: string): string[] {
  return [heading(2, title, slug(title)), ...entries.flatMap((entry) => entryText(entry, language, 3, ''))];
}

function entryText(
  { name, about, examples }: Entry,
  language: string,
  level: 2 | 3,
  printed: string,
): string[] {
  return [
    heading(level, inline(name), slug(name)),
    paragraph(about),
    ...examples.flatMap(({ source, prints, files = {} }) => [
      ...Object.entries(files).map(([path, text]) => fence(`${text.trimEnd()}`, languageOf(path, text))),
      fence(source, language),
      result(prints, printed),
    ]),
  ];
}

function languageOf(path: string, text: string): string {
  return /\{[{%]/.test(text) ? 'liquid' : path.endsWith('.md') ? 'markdown' : 'html';
}

function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9_]+/g, '-')
    .replace(/^-|-$/g, '');
}
