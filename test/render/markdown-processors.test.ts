import { readFileSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { build, loadConfig } from '../../src/build.js';
import { recordingReporter } from '../helpers/recording-reporter.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

/** The page's HTML, `null` after a failure, and what was said on the way. */
async function render(yaml: string, page: string, files: Record<string, string> = {}) {
  const root = temporaryFolder({ '_config.yml': yaml, 'index.md': `---\n---\n${page}`, ...files });
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'));
  const { reporter, err } = recordingReporter();
  const config = loadConfig({ directory: root, flags: {}, environment: {}, reporter });
  const { ok } = await build({ config, reporter });
  return { html: ok ? readFileSync(join(root, '_site/index.html'), 'utf8') : null, err: err() };
}

test('CommonMark is set up by its section and names what it does not have', async () => {
  const config =
    'markdown: CommonMark\nplugins: [jekyll-commonmark]\ncommonmark:\n  options: [UNSAFE, SOURCEPOS]\n  extensions: [strikethrough]\n';
  const { html, err } = await render(config, "a <b>~~c~~</b> \\-- it's\n{: .d}\n\n```ruby\nnil\n```\n");
  expect(html).toBe(
    "<p>a <b><del>c</del></b> -- it's\n{: .d}</p>\n" +
      '<div class="language-ruby highlighter-rouge"><div class="highlight"><pre class="highlight">' +
      '<code data-lang="ruby"><span class="kp">nil</span>\n</code></pre></div></div>\n',
  );
  expect(err).toContain('CommonMark: option SOURCEPOS is not supported');
});

test('markdown-it plugins of the configuration take part, with their parameters', async () => {
  const config = [
    'markdown_it:',
    '  plugins:',
    '    - markdown-it-mark',
    '    - markdown-it-link-attributes: { attrs: { rel: nofollow } }',
    '    - [markdown-it-container, warning]',
    '    - ./lib/shout.mjs',
    '',
  ].join('\n');
  const files = {
    'lib/shout.mjs':
      'export const shout = (md) => { md.renderer.rules.strong_open = () => "<strong class=loud>"; };\n',
  };
  const page = '* ==a== [b](c)\n\n  ::: warning\n  **d**\n  :::\n';
  const { html } = await render(config, page, files);
  expect(html).toContain('<mark>a</mark> <a href="c" rel="nofollow">b</a>');
  expect(html).toMatch(/<div class="warning">\s*<p><strong class=loud>d<\/strong><\/p>\s*<\/div>/);
  expect((await render(`markdown: CommonMark\n${config}`, page, files)).html).toContain('<mark>a</mark>');
});

test('a plugin that cannot be loaded stops the build by its name', async () => {
  const config = 'markdown_it:\n  plugins: [markdown-it-nowhere]\n';
  const { html, err } = await render(config, 'a');
  expect(html).toBeNull();
  expect(err).toContain('markdown-it-nowhere cannot be loaded: Cannot find module');
});

test('safe mode loads none', async () => {
  const { html, err } = await render('safe: true\nmarkdown_it:\n  plugins: [markdown-it-mark]\n', '==a==');
  expect(html).toBe('<p>==a==</p>\n');
  expect(err).toContain('Plugins are not loaded in safe mode: markdown-it-mark.');
});
