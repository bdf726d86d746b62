import { expect, test } from 'vitest';
import { runCli } from '../../helpers/run-cli.js';
import { temporaryFolder } from '../../helpers/temporary-folder.js';

const url = 'url: https://example.com\n';

test('finds nothing wrong with a site that has nothing wrong', async () => {
  const folder = temporaryFolder({
    '_config.yml': url,
    'index.html': '---\n---\n{% if true %}x{% else %}y{% endif %}',
  });
  const { code, out, err } = await runCli(folder, 'doctor');
  expect([code, err]).toEqual([0, '']);
  expect(out).toContain(
    '           Verdict: Everything looks fine. Expect the same bytes that Jekyll writes.\n',
  );
});

test('says for which Jekyll the site was written, and why', async () => {
  const files = { '_config.yml': url, 'index.html': '---\n---\n' };
  const { out } = await runCli(temporaryFolder(files), 'doctor');
  expect(out).toContain('        Generation: Jekyll 4, since nothing asks for an older one\n');
  const former = await runCli(
    temporaryFolder({ ...files, 'Gemfile.lock': 'GEM\n  specs:\n    jekyll (3.9.5)\n' }),
    'doctor',
  );
  expect(former.out).toContain('        Generation: Jekyll 3, since Gemfile.lock says `jekyll (3.9.5)`\n');
});

test('counts what a site has, and names what it uses', async () => {
  const folder = temporaryFolder({
    '_config.yml': `${url}plugins: [jekyll-feed, jekyll-nonesuch]\nkramdown: { input: GFM }\n`,
    'index.md':
      '---\n---\n{% if a %}{{ b | upcase }}{% endif %}\n\n```ruby\nx\n```\n\n[c](https://example.org)\n',
    '_posts/2024-01-01-a.md': '---\n---\n',
    'a.scss': '---\n---\n',
    'a.txt': '',
  });
  const { out } = await runCli(folder, 'doctor');
  const lines = out.split('\n').map((line) => line.trim());
  for (const line of [
    "Shape: Jekyll's shape, since there is no content/",
    'Holds: 2 pages, 1 post, 0 layouts, 1 other file',
    'Theme: none',
    'Plugins: jekyll-feed (built in), jekyll-nonesuch (missing)',
    'Tags: if',
    'Filters: upcase',
    'Markdown: kramdown, input: GFM',
    'Sass: 1 style sheet',
    'Code: ruby',
    'Links: 1 in the source',
  ]) {
    expect(lines).toContain(line);
  }
});

test('fails for what stops a build, and for nothing else', async () => {
  const other = await runCli(
    temporaryFolder({ '_config.yml': '', 'a.md': '---\nlayout: nope\n---\n' }),
    'doctor',
  );
  expect(other.code).toBe(0);
  expect(other.err).toContain(
    "Layout 'nope' requested in a.md does not exist.\n                    at a.md:2:1 (U1216)\n",
  );
  expect(other.out).toContain('           Verdict: 2 findings, of which none stops a build.\n');
  const stopping = await runCli(
    temporaryFolder({ '_config.yml': url, 'a.md': '---\n---\n{% nope %}' }),
    'doctor',
  );
  expect(stopping.code).toBe(1);
  expect(stopping.out).toContain('           Verdict: 1 finding, which stops a build.\n');
});

test('goes on past what cannot be read: the report is whole', async () => {
  const { code, out, err } = await runCli(
    temporaryFolder({
      '_config.yml': url,
      'a.md': '---\nlayout: nope\n---\n',
      '_posts/2024-13-45-x.md': '---\n---\n',
      '_layouts/broken.html': '---\n- x\n---\n',
      '_data/broken.yml': 'a: [\n',
    }),
    'doctor',
  );
  expect(code).toBe(1);
  expect(out).toContain('           Verdict: 4 findings, of which 3 stop a build.\n');
  for (const place of [
    '_posts/2024-13-45-x.md',
    '_layouts/broken.html:1',
    '_data/broken.yml:2:1',
    'a.md:2:1',
  ]) {
    expect(err).toContain(`at ${place} (U`);
  }
});

test('prints the report as JSON', async () => {
  const folder = temporaryFolder({
    '_config.yml': url,
    'a.md': '---\n---\n{% nope %}',
    CNAME: 'example.com',
  });
  const { code, out, err } = await runCli(folder, 'doctor', '--json');
  expect([code, err]).toEqual([1, '']);
  expect(JSON.parse(out)).toMatchObject({
    ok: false,
    site: { pages: 1, plugins: [], tags: ['nope'] },
    looksLikeGithubPages: 'a CNAME file',
    diagnostics: [{ code: 'U1516', severity: 'error', file: 'a.md', line: 3 }],
  });
});

test.each([
  [{ CNAME: 'example.com' }, 'a CNAME file'],
  [
    { '.github/workflows/pages.yml': 'uses: actions/jekyll-build-pages@v1' },
    'a workflow with jekyll-build-pages',
  ],
  [
    { '.git/config': '[remote "origin"]\n\turl = git@github.com:me/me.github.io.git\n' },
    'a *.github.io repository',
  ],
])('proposes to build as GitHub Pages does: %o', async (files, sign) => {
  const site = { '_config.yml': url, 'index.html': '---\n---\n', ...files };
  expect((await runCli(temporaryFolder(site), 'doctor')).out).toContain(`theirs (${sign}).\n`);
  expect((await runCli(temporaryFolder({ ...site, Gemfile: 'gem "jekyll"\n' }), 'doctor')).out).not.toContain(
    'theirs',
  );
  expect((await runCli(temporaryFolder(site), 'doctor', '--github-pages', '--json')).out).toContain(
    '"looksLikeGithubPages": null',
  );
});

test('finds languages of code that nobody knows', async () => {
  const folder = temporaryFolder({
    '_config.yml': url,
    'a.md': '---\n---\n```rubyy\nx\n```\n\n```text\nx\n```\n',
  });
  const { code, err } = await runCli(folder, 'doctor');
  expect(code).toBe(0);
  expect(err).toContain(" Nobody knows the language 'rubyy': its code gets no colours.\n");
  expect(err).toContain(' at a.md:3 (U1308)\n');
  expect(err).toContain("→ Did you mean 'ruby'?\n");
  expect(err).not.toContain("'text'");
});

test('checks the URL of the site as Jekyll does, also under its other name', async () => {
  const { code, err } = await runCli(temporaryFolder({ '_config.yml': 'title: x\n' }), 'hyde');
  expect(code).toBe(0);
  expect(err.split('\n').slice(0, 2)).toEqual([
    "           Warning: You didn't set an URL in the config file, you may encounter problems with some plugins.",
    '                    at _config.yml (U1023)',
  ]);
});

test('finds destinations that are shared, or differ by case only', async () => {
  const folder = temporaryFolder({
    '_config.yml': url,
    'a.html': '---\npermalink: /x/\n---\n',
    'b.html': '---\npermalink: /x/\n---\n',
    'c.html': '---\npermalink: /X/\n---\n',
  });
  const { code, err } = await runCli(folder, 'doctor');
  expect(code).toBe(0);
  expect(err).toContain(
    '          Conflict: The following destination is shared by multiple files. (U1801)\n',
  );
  expect(err).toContain(`                    ${folder}/_site/x/index.html\n`);
  expect(err).toContain(
    `overwritten by the other: ${folder}/_site/x/index.html, ${folder}/_site/X/index.html (U1807)\n`,
  );
});

test('finds posts outside the folder of collections', async () => {
  const folder = temporaryFolder({
    '_config.yml': `${url}collections_dir: my\n`,
    '_posts/2024-01-01-a.md': '---\n---\n',
  });
  const { code, err } = await runCli(folder, 'doctor');
  expect(code).toBe(0);
  expect(err).toContain(
    "           Warning: Detected '_posts' directory outside custom `collections_dir`! (U1121)\n",
  );
});

test('tells those who move what of their site would come out differently, and where', async () => {
  const folder = temporaryFolder({
    '_config.yml': `${url}lsi: true\nplugins:\n  - jekyll-compose\n  - jekyll-nonesuch\nutterson: {ruby: off}\n`,
    '_plugins/tags.rb': "class Y < Liquid::Tag\nend\nLiquid::Template.register_tag('youtube', Y)\n",
    '_layouts/post.html': '---\n---\n\n<p>{% youtube abc %}</p>\n',
    'index.md': '---\nlayout: post\n---\n{% youtube xyz %}\n',
    Gemfile:
      'source "x"\ngroup :jekyll_plugins do\n  gem "jekyll-nonesuch"\n  gem "jekyll-unheard-of"\nend\n',
  });
  const { code, err } = await runCli(folder, 'doctor');
  expect(code).toBe(1);
  const places = err.split('\n').flatMap((line) => /^ {20}at (\S+)/.exec(line)?.[1] ?? []);
  expect(places).toEqual(['_plugins/tags.rb:3', 'Gemfile:3', 'Gemfile:4', '_config.yml:2', 'index.md:4:1']);
  expect(err).toContain('           Differs: _plugins/tags.rb is Ruby and does not run.\n');
  expect(err).toContain('                    It registers: tag `youtube` (line 3).\n');
  expect(err).toContain('            Plugin: Nothing is known here of the gem jekyll-nonesuch.\n');
  expect(err).toContain('           Differs: The setting `lsi`.\n');
  expect(err).toContain('           Differs: The tag `{% youtube %}` is used (2 times) but not known.\n');
});

test('says what would run a plugin in Ruby', async () => {
  const folder = temporaryFolder({
    '_config.yml': `${url}utterson: {ruby: wasm}\n`,
    '_plugins/tags.rb': "class Y < Liquid::Tag\nend\nLiquid::Template.register_tag('youtube', Y)\n",
    'index.md': '---\n---\n{% youtube xyz %}\n',
  });
  const { code, err, out } = await runCli(folder, 'doctor');
  expect(`${out}${err}`).toContain('_plugins/tags.rb runs in Ruby as WebAssembly.');
  expect(code).toBe(0);
});

test('says why plugins in Ruby cannot be loaded, beside what each registers', async () => {
  const folder = temporaryFolder({
    '_config.yml': `${url}utterson: {ruby: wasm}\n`,
    '_plugins/other.rb': "require 'nokogiri'\n",
    '_plugins/tags.rb': "class Y < Liquid::Tag\nend\nLiquid::Template.register_tag('youtube', Y)\n",
    'index.md': '---\n---\n{% youtube xyz %}\n',
  });
  const { code, err, out } = await runCli(folder, 'doctor');
  expect(code).toBe(1);
  expect(`${out}${err}`).toContain('It registers: tag `youtube` (line 3).');
  expect(err).toContain('the plugin _plugins/other.rb failed: cannot load such file -- nokogiri');
  expect(err).toContain('set `utterson: {ruby: system}` for an installed Ruby');
  expect(err).not.toContain('is used but not known');
});

test('goes on when the theme is missing', async () => {
  const folder = temporaryFolder({
    '_config.yml': `${url}theme: ./nowhere\n`,
    'a.md': '---\n---\n{% nope %}',
  });
  const { code, err } = await runCli(folder, 'doctor');
  expect(code).toBe(1);
  expect(err).toContain('The ./nowhere theme could not be found. (U1701)\n');
  expect(err).toContain('The tag `{% nope %}` is used but not known.\n');
});

test('knows gems that are restated, whether the configuration names them or the Gemfile', async () => {
  const files = { '_includes/a.html': 'a', 'index.html': '---\n---\n{% include_cached a.html %}' };
  const named = temporaryFolder({ '_config.yml': `${url}plugins: [jekyll-include-cache]\n`, ...files });
  expect((await runCli(named, 'doctor')).err).toBe('');
  const gemfile = 'group :jekyll_plugins do\n  gem "jekyll-include-cache"\nend\n';
  const bundled = temporaryFolder({ '_config.yml': url, Gemfile: gemfile, ...files });
  expect((await runCli(bundled, 'doctor')).err).toBe('');
});

test("knows Liquid 5's tags where the site asks for them", async () => {
  const folder = temporaryFolder({
    '_config.yml': `${url}liquid: {version: 5}\n`,
    'index.html': '---\n---\n{% echo "a" %}',
  });
  expect((await runCli(folder, 'doctor')).err).toBe('');
});
