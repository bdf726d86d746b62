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
  expect(out).toContain(' Your test results are in. Everything looks fine.\n');
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

test('checks the URL of the site as Jekyll does, also under its other name', async () => {
  const { code, err } = await runCli(temporaryFolder({ '_config.yml': 'title: x\n' }), 'hyde');
  expect(code).toBe(1);
  expect(err.split('\n')).toEqual([
    "           Warning: You didn't set an URL in the config file, you may encounter problems with some plugins.",
    '           Warning: Your site URL does not seem to be absolute, check the value of `url` in your config file.',
    '',
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
  expect(code).toBe(1);
  expect(err).toContain('          Conflict: The following destination is shared by multiple files.\n');
  expect(err).toContain(`                    ${folder}/_site/x/index.html\n`);
  expect(err).toContain(
    `overwritten by the other: ${folder}/_site/x/index.html, ${folder}/_site/X/index.html\n`,
  );
});

test('finds posts outside the folder of collections', async () => {
  const folder = temporaryFolder({
    '_config.yml': `${url}collections_dir: my\n`,
    '_posts/2024-01-01-a.md': '---\n---\n',
  });
  const { code, err } = await runCli(folder, 'doctor');
  expect(code).toBe(1);
  expect(err).toContain(
    "           Warning: Detected '_posts' directory outside custom `collections_dir`!\n",
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
  const places = err.split('\n').flatMap((line) => /^ {20}at (.*)$/.exec(line)?.[1] ?? []);
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

test('goes on when the theme is missing', async () => {
  const folder = temporaryFolder({
    '_config.yml': `${url}theme: ./nowhere\n`,
    'a.md': '---\n---\n{% nope %}',
  });
  const { code, err } = await runCli(folder, 'doctor');
  expect(code).toBe(1);
  expect(err).toContain('The ./nowhere theme could not be found.\n');
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
