/** What another thread converts ahead must not be told from what each turn converts: contents, keys, effects, messages and their order. */
import { describe, expect, test } from 'vitest';
import { type BuildResult, build, loadConfig } from '../../../src/build.js';
import type { Diagnostic } from '../../../src/model/diagnostic.js';
import { wholeText } from '../../../src/model/output.js';
import type { Turn } from '../../../src/model/turn.js';
import { readCases } from '../../conformance/cases.js';
import { ALONE, IN_TWO, type Jobs } from '../../helpers/jobs.js';
import { recordingReporter } from '../../helpers/recording-reporter.js';
import { temporaryFolder } from '../../helpers/temporary-folder.js';

type Files = Readonly<Record<string, string>>;

describe('the pages of the corpus', () => {
  test.each([...sitesOfCorpus()])('with %j', async (config, pages) => {
    await expectSame({ ...pages, '_config.yml': config });
  });
});

/** All pages of the corpus in sites by their configurations. */
function sitesOfCorpus(): ReadonlyMap<string, Files> {
  const sites = new Map<string, Record<string, string>>();
  for (const { files } of [...readCases('markdown'), ...readCases('highlight')]) {
    const { 'index.md': page, '_config.yml': config = '' } = files;
    const site = sites.get(config) ?? {};
    sites.set(config, site);
    site[`page-${Object.keys(site).length}.md`] = page!;
  }
  return sites;
}

const PLAIN = { 'a.md': '---\n---\n# A *b*', '_posts/2024-01-01-b.md': '---\n---\n`c` "d"' };
/** Two of its lines are told of. */
const WARNS = '---\n---\n[a]: /b\n[a]: /c\n\n<p>\n\n[a]';
const FAILS = '---\n---\n{:a: b}\n{:b: a}\n\ntext\n{:a}\n';

describe('a site', () => {
  test.each<[string, Files, number]>([
    ['of plain texts', PLAIN, 2],
    [
      'with an excerpt and a listing',
      {
        ...PLAIN,
        'all.html': '---\n---\n{% for post in site.posts %}{{ post.excerpt }}{{ post.content }}{% endfor %}',
      },
      2,
    ],
    [
      'with Liquid in some texts',
      {
        ...PLAIN,
        'c.md': '---\n---\n*{{ page.path }}*',
        'd.md': '---\nrender_with_liquid: false\n---\n{{ a }}',
      },
      2,
    ],
    ['with empty texts', { ...PLAIN, 'c.md': '---\n---\n', 'd.md': '---\n---\n\n\n' }, 2],
    [
      'with code of languages that are known, guessed and unknown',
      { ...PLAIN, 'c.md': '---\n---\n```ruby\na\n```\n\n~~~ nothing\nb\n~~~\n\n```\n#!/bin/sh\n```' },
      3,
    ],
    ['with warnings that are not shown', { ...PLAIN, 'c.md': WARNS }, 3],
    [
      'with warnings that are shown',
      { ...PLAIN, 'c.md': WARNS, '0.md': WARNS, '_config.yml': 'kramdown: {show_warnings: true}' },
      2,
    ],
    ['with errors', { ...PLAIN, 'c.md': FAILS, '0.md': FAILS }, 2],
    [
      'of CommonMark',
      {
        ...PLAIN,
        '_config.yml': 'markdown: CommonMark\nplugins: [jekyll-commonmark]\ncommonmark: {options: [SMART]}',
      },
      2,
    ],
    [
      'with settings of CommonMark that nobody knows',
      { ...PLAIN, '_config.yml': 'markdown: CommonMark\ncommonmark: {options: [WAT]}' },
      0,
    ],
    ['with an unknown processor', { ...PLAIN, '_config.yml': 'markdown: nobody' }, 0],
    ['with options that kramdown refuses', { ...PLAIN, '_config.yml': 'kramdown: {footnote_nr: many}' }, 0],
    ['with KaTeX', { ...PLAIN, '_config.yml': 'kramdown: {math_engine: katex}' }, 0],
    [
      'with dates in its options',
      { ...PLAIN, '_config.yml': 'kramdown: {syntax_highlighter_opts: {a: 2024-01-01}}' },
      0,
    ],
    ['in another encoding', { ...PLAIN, '_config.yml': 'encoding: iso-8859-1' }, 0],
    [
      'without a highlighter',
      { ...PLAIN, '_config.yml': 'highlighter: none\nkramdown: {syntax_highlighter: none}' },
      2,
    ],
  ])('%s', async (_about, files, ahead) => {
    const { rendered } = await expectSame(files);
    expect(rendered.map(({ convertedAhead }) => convertedAhead)).toEqual([ahead]);
  });
});

test.each([[undefined], ['auto'], ['1']])(
  'a small site is built in one thread with --jobs=%s',
  async (jobs) => {
    const flags = jobs === undefined ? {} : { jobs };
    const { rendered } = await buildIn(temporaryFolder(PLAIN), { ...IN_TWO, flags });
    expect(rendered.map(({ convertedAhead }) => convertedAhead)).toEqual([0]);
  },
);

async function expectSame(files: Files): Promise<BuildResult> {
  const folder = temporaryFolder(files);
  const alone = await buildIn(folder, ALONE);
  const inTwo = await buildIn(folder, IN_TWO);
  expect(turnsOf(inTwo)).toEqual(turnsOf(alone));
  expect(toldBy(inTwo.diagnostics)).toEqual(toldBy(alone.diagnostics));
  expect(inTwo.ok).toBe(alone.ok);
  return inTwo;
}

function buildIn(directory: string, { flags, environment }: Jobs): Promise<BuildResult> {
  const { reporter } = recordingReporter();
  const variables = { SOURCE_DATE_EPOCH: '1718000000', ...environment };
  const config = loadConfig({
    directory,
    flags: { ...flags, disable_disk_cache: true },
    environment: variables,
    reporter,
  });
  return build({ config, reporter });
}

/** Texts, since so many records take long to compare. */
function turnsOf({ rendered }: BuildResult): string[] {
  return rendered.flatMap(({ turns }) => [...turns.values()].map(textOf));
}

/** What caused a failure is of another object each time. */
function toldBy(diagnostics: readonly Diagnostic[]): unknown[] {
  return diagnostics.map(({ cause, ...told }) => [told, String(cause)]);
}

function textOf({ id, keys, effects, diagnostics, content, output, encoding }: Turn): string {
  const carried = [...effects.carried.keys()];
  return JSON.stringify(
    [id, keys.all(), carried, toldBy(diagnostics), wholeText(content), wholeText(output), encoding],
    null,
    1,
  );
}
