import { expect, test } from 'vitest';
import { loadConfig } from '../../src/config/load.js';
import { assignUrl, assignUrls } from '../../src/generate/assign-urls.js';
import { linkNeighbours } from '../../src/generate/neighbours.js';
import { runGenerators } from '../../src/generate/run-generators.js';
import type { Plugin } from '../../src/model/plugin.js';
import { readSite } from '../../src/read/read-site.js';
import { createToolbox } from '../../src/render/extensions.js';
import { Engines } from '../../src/render/kept-engines.js';
import { type RenderedSite, renderSite } from '../../src/render/render-site.js';
import { recordingReporter } from '../helpers/recording-reporter.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

async function render(files: Record<string, string>, plugin: Plugin): Promise<RenderedSite> {
  const root = temporaryFolder(files);
  const { reporter } = recordingReporter();
  const config = loadConfig({ directory: root, flags: {}, environment: {}, reporter });
  const toolbox = await createToolbox(config, {
    plugins: [plugin],
    markdownItPlugins: [],
    engines: new Engines(),
    report: reporter.report,
  });
  const read = readSite(config, reporter);
  assignUrls(read, toolbox);
  const site = await runGenerators(read, plugin.generators ?? [], {
    assignUrl: (file, current) => assignUrl(file, current, toolbox),
    inZone: (run) => run(),
    defaultsFor: () => new Map(),
    info: () => {},
    readPage: () => {
      throw new Error('no generator here reads pages');
    },
    markdownify: (text) => text,
    report: reporter.report,
  });
  linkNeighbours(site);
  return renderSite(site, {
    ...toolbox,
    assignUrl: (page) => assignUrl(page, site, toolbox),
    onProgress: () => {},
  });
}

function outputs({ state }: RenderedSite): Record<string, string> {
  return Object.fromEntries([...state].map(([id, { output }]) => [id, output]));
}

test('hooks run around each step and change what the step before made', async () => {
  const steps: string[] = [];
  const step = (event: 'pre_render' | 'post_convert' | 'post_render') => ({
    owner: 'pages',
    event,
    priority: 'normal' as const,
    run(item: { content: string; output: string | null }) {
      steps.push(`${event}: ${item.output ?? item.content}`);
      if (event === 'post_render') item.output = `${item.output}!`;
      else item.content = `${item.content.trim()}+${event}`;
    },
  });
  const rendered = await render(
    { 'a.md': '---\nlayout: l\n---\n*a*\n', '_layouts/l.html': '[{{ content }}]' },
    { name: 'test', hooks: [step('post_render'), step('pre_render'), step('post_convert')] },
  );
  expect(steps).toEqual([
    'pre_render: *a*\n',
    'post_convert: <p><em>a</em>+pre_render</p>\n',
    'post_render: [<p><em>a</em>+pre_render</p>+post_convert]',
  ]);
  expect(Object.values(outputs(rendered))).toEqual(['[<p><em>a</em>+pre_render</p>+post_convert]!']);
});

test('generators add, change and remove by priority; each sees what the one before did', async () => {
  const seen: string[][] = [];
  const plugin: Plugin = {
    name: 'test',
    generators: [
      {
        name: 'second',
        priority: 'low',
        generate(site) {
          seen.push(site.pages.map(({ url }) => url));
          return { changes: new Map([[site.pages[0]!.id, { body: 'changed {{ site.answer }}' }]]) };
        },
      },
      {
        name: 'first',
        priority: 'high',
        generate(site) {
          const [a, b] = site.pages;
          const added = { ...a!, id: 'page:c.html', name: 'c.html', basename: 'c', body: 'c', url: '' };
          return { pages: [added], removed: [b!.id], site: new Map([['answer', 42]]) };
        },
      },
    ],
  };
  const rendered = await render({ 'a.html': '---\n---\na', 'b.html': '---\n---\nb' }, plugin);
  expect(seen).toEqual([['/a.html', '/c.html']]);
  expect(outputs(rendered)).toEqual({ 'page:a.html': 'changed 42', 'page:c.html': 'c' });
});

test('converters, tags and filters of a plugin take part', async () => {
  const plugin: Plugin = {
    name: 'test',
    converters: () => [
      {
        name: 'Upcase',
        priority: 'normal',
        highlighterPrefix: null,
        highlighterSuffix: null,
        matches: (extension) => extension === '.up',
        outputExtension: () => '.txt',
        convert: (text) => text.toUpperCase(),
      },
    ],
    filters: [{ name: 'twice', arity: [0, 0], apply: (_, input) => `${input}${input}` }],
    tags: [{ name: 'box', isBlock: true, compile: (markup) => (_, body) => `[${markup.trim()}:${body}]` }],
  };
  const { pages, state } = await render(
    { 'a.up': '---\n---\n{% box x %}{{ "b" | twice }}{% endbox %}' },
    plugin,
  );
  expect(pages.map(({ outputPath }) => outputPath)).toEqual(['a.txt']);
  expect([...state.values()][0]!.output).toBe('[X:BB]');
});
