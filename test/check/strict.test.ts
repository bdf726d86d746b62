import { expect, test, vi } from 'vitest';
import { runCli } from '../helpers/run-cli.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

/** What `--strict` adds to what a build says: sentence, place and next step of each finding. */
async function findings(files: Record<string, string>): Promise<string[][]> {
  const folder = temporaryFolder({ '_config.yml': '', ...files });
  const usual = await runCli(folder, 'build');
  expect([usual.code, usual.err]).toEqual([0, '']);
  const { out } = await runCli(folder, 'build', '--strict', '--json');
  return JSON.parse(out).diagnostics.map((one: Record<string, unknown>) => [
    one['code'],
    [one['file'], one['line'], one['column']].filter(Boolean).join(':'),
    one['message'],
    one['hint'],
  ]);
}

test('an unknown filter, once, at its first place, with what was meant', async () => {
  const files = {
    'a.html': '---\n---\n{{ "a" | upcasse }}',
    '_includes/b.html': '{% assign a = "b" | upcasse %}',
  };
  expect(await findings(files)).toEqual([
    [
      'U1222',
      'a.html:3:10',
      'There is no filter `upcasse` (2 times): what goes into it comes out unchanged.',
      "Did you mean 'upcase'?",
    ],
  ]);
  const [[, , , hint] = []] = await findings({ 'a.html': '---\n---\n{{ content | toc_only }}' });
  expect(hint).toBe('It is the filter of jekyll-toc: name it below `plugins`.');
});

test('a site that is published with whole addresses, and does not know its own', async () => {
  const files = { '_config.yml': 'title: x\nurl: ""\n', 'a.html': '---\n---\n{{ page.url | absolute_url }}' };
  expect(await findings(files)).toEqual([]);
  vi.stubEnv('JEKYLL_ENV', 'production');
  try {
    expect((await findings(files)).map(([code, place]) => [code, place])).toEqual([
      ['U1023', '_config.yml:2:1'],
    ]);
    expect(await findings({ ...files, 'a.html': '---\n---\n{{ page.url | relative_url }}' })).toEqual([]);
    expect(await findings({ ...files, '_config.yml': 'url: https://a.example\n' })).toEqual([]);
    expect(await findings({ '_config.yml': 'plugins: [jekyll-sitemap]\n' })).toHaveLength(1);
  } finally {
    vi.unstubAllEnvs();
  }
});

test('keys that are one letter from one that is read', async () => {
  const files = {
    '_config.yml':
      'titel: x\nmarkdwon: kramdown\nkramdown:\n  inptu: GFM\ncollections:\n  notes:\n    outptu: true\n',
    'a.md': '---\npage: 1\nperamlink: /x/\n---\n',
    '_posts/2024-01-01-b.md': '---\ntitel: y\n---\n',
  };
  const found = await findings(files);
  expect(found.map(([code, place, message, hint]) => `${code} ${place} ${message} ${hint}`)).toEqual([
    "U1027 _config.yml:1:1 Nothing reads `titel`. Did you mean 'title'?",
    "U1027 _config.yml:2:1 Nothing reads `markdwon`. Did you mean 'markdown'?",
    "U1027 _config.yml:4:3 Nothing reads `kramdown.inptu`. Did you mean 'input'?",
    "U1027 _config.yml:7:5 Nothing reads `collections.notes.outptu`. Did you mean 'output'?",
    "U1123 a.md:3:1 Nothing reads `peramlink`. Did you mean 'permalink'?",
    "U1123 _posts/2024-01-01-b.md:2:1 Nothing reads `titel`. Did you mean 'title'?",
  ]);
});

test('no key that a template asks for, nor one beside the key that it resembles', async () => {
  expect(
    await findings({
      '_config.yml': 'titles: x\n',
      'a.html': '---\nslugs: 1\nlayouts: 1\nlayout: null\n---\n{{ site.titles }}{{ page["slugs"] }}',
    }),
  ).toEqual([]);
});

test('a baseurl without its slash', async () => {
  const link = '---\n---\n<a href="{{ \'/a.html\' | relative_url }}">x</a>\n';
  const found = await findings({ '_config.yml': 'title: x\nbaseurl: blog/\n', 'a.html': link });
  // The link is right: `relative_url` minds slashes by itself.
  expect(found).toHaveLength(1);
  const [[code, place, message, hint] = []] = found;
  expect([code, place, message]).toEqual(['U1028', '_config.yml:2:1', "`baseurl` is 'blog/'."]);
  expect(hint).toContain('`baseurl: /blog`');
});

test('what is left out by accident, and nothing that is left out on purpose', async () => {
  const folder = temporaryFolder({
    '_config.yml': '',
    '_posts/hello.md': '---\n---\n',
    '_posts/2023-02-31-a.md': '---\n---\n',
    'open.md': '---\ntitle: x\n',
    '_posts/2999-01-01-future.md': '---\n---\n',
    '_posts/2024-01-01-hidden.md': '---\npublished: false\n---\n',
    '_drafts/draft.md': '---\n---\n',
  });
  const { out } = await runCli(folder, 'build', '--strict', '--json');
  const found = JSON.parse(out).diagnostics.filter(
    ({ name }: { name: string }) => name === 'left-out-by-accident',
  );
  expect(found.map(({ file }: { file: string }) => file).sort()).toEqual([
    '_posts/2023-02-31-a.md',
    '_posts/hello.md',
    'open.md',
  ]);
  expect(found.every(({ hint }: { hint?: string }) => hint)).toBe(true);
});
