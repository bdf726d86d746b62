import { expect, test } from 'vitest';
import { build, loadConfig } from '../../src/build.js';
import { wholeText } from '../../src/model/output.js';
import type { HookItem, Plugin } from '../../src/model/plugin.js';
import type { RenderedSite } from '../../src/render/render-site.js';
import { recordingReporter } from '../helpers/recording-reporter.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

async function render(files: Record<string, string>, plugin: Plugin): Promise<RenderedSite> {
  const { reporter } = recordingReporter();
  const config = loadConfig({ directory: temporaryFolder(files), flags: {}, environment: {}, reporter });
  const { rendered } = await build({ config, reporter, plugins: [plugin] });
  return rendered[0]!;
}

function outputs({ turns }: RenderedSite): Record<string, string> {
  return Object.fromEntries([...turns].map(([id, { output }]) => [id, wholeText(output)]));
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
  const { pages, turns } = await render(
    { 'a.up': '---\n---\n{% box x %}{{ "b" | twice }}{% endbox %}' },
    plugin,
  );
  expect(pages.map(({ outputPath }) => outputPath)).toEqual(['a.txt']);
  expect(wholeText([...turns.values()][0]!.output)).toBe('[X:BB]');
});

test('what a hook writes into front matter counts from that turn on', async () => {
  const post = '---\ntags: [a]\n---\n{{ site.posts | where: "seen", true | size }}{{ page.tags | join }}';
  const rendered = await render(
    { '_posts/2024-01-01-a.html': post, '_posts/2024-01-02-b.html': post },
    {
      name: 'test',
      hooks: [
        {
          owner: 'documents',
          event: 'pre_render',
          priority: 'normal',
          run({ data }) {
            data.set('seen', true);
            (data.get('tags') as string[]).push('hooked');
          },
        },
      ],
    },
  );
  expect(Object.values(outputs(rendered))).toEqual(['1a hooked', '2a hooked']);
  const { data } = [...rendered.turns.values()][1]!.effects;
  expect(data).toEqual(
    new Map([
      [
        'posts:_posts/2024-01-02-b.html',
        new Map<unknown, unknown>([
          ['seen', true],
          ['tags', ['a', 'hooked']],
        ]),
      ],
    ]),
  );
});

test('no hook reaches the front matter of another page', async () => {
  const defaults = 'defaults: [{ scope: { path: "" }, values: { author: { name: Ann } } }]';
  const rendered = await render(
    {
      '_config.yml': defaults,
      'a.html': '---\n---\n{{ site.pages[1].author.name }}',
      'b.html': '---\n---\n{{ page.author.name }}',
    },
    {
      name: 'test',
      hooks: [
        {
          owner: 'pages',
          event: 'pre_render',
          priority: 'normal',
          run({ file, data }) {
            if (file.name === 'a.html') (data.get('author') as Map<string, string>).set('name', 'Bob');
          },
        },
      ],
    },
  );
  expect(Object.values(outputs(rendered))).toEqual(['Ann', 'Ann']);
});

test('a layout that a hook sets is the one that wraps the page, whatever its front matter says', async () => {
  const files = {
    'a.html': '---\nlayout: a\n---\n{{ page.layout }}',
    '_posts/2024-01-01-b.html': '---\nlayout: a\n---\n{{ page.layout }}',
    '_layouts/a.html': 'A {{ content }}',
    '_layouts/b.html': 'B {{ content }} {{ page.layout }}',
  };
  const hooks = ['pages', 'documents'].map((owner) => ({
    owner,
    event: 'pre_render' as const,
    priority: 'normal' as const,
    run: ({ data }: HookItem) => void data.set('layout', 'b'),
  }));
  // What a page's templates see of it was put together before its hooks ran; a document's is looked up.
  expect(outputs(await render(files, { name: 'test', hooks }))).toEqual({
    'page:a.html': 'B a a',
    'posts:_posts/2024-01-01-b.html': 'B b b',
  });
});
