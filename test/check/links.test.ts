import { expect, test } from 'vitest';
import { sourceLinks } from '../../src/check/source-links.js';
import { runCli } from '../helpers/run-cli.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

const targets = (text: string, isMarkdown = true): string[] =>
  sourceLinks(text, isMarkdown).map(({ target, line, column }) => `${line}:${column} ${target}`);

test('finds links, pictures, definitions and attributes with their places', () => {
  expect(targets('[a](/x) ![b](y.png "t")\n\n[c]: <z w>\n<a href="/q">d</a> <img src=\'r\'>')).toEqual([
    '1:5 /x',
    '1:14 y.png',
    '3:6 z w',
    '4:10 /q',
    '4:30 r',
  ]);
});

test('takes a link around a picture, brackets in targets, and Liquid in them', () => {
  expect(targets('[![a](/b.png)](/c)')).toEqual(['1:7 /b.png', '1:16 /c']);
  expect(targets('[a](/w/b_(c))')).toEqual(['1:5 /w/b_(c)']);
  expect(targets("[a]({{ '/b c/' | relative_url }}#d)")).toEqual(["1:5 {{ '/b c/' | relative_url }}#d"]);
});

test.each([
  '`[a](/x)`',
  '```\n[a](/x)\n```',
  '~~~ md\n[a](/x)',
  'text\n\n    [a](/x)\n',
  '<pre><a href="/x"></pre>',
  '<!-- <a href="/x"> -->',
  '{% raw %}[a](/x){% endraw %}',
  '{% highlight html %}<a href="/x">{% endhighlight %}',
  '[^a]: /x',
])('finds no link in %j', (text) => {
  expect(targets(text)).toEqual([]);
});

test('finds no Markdown in HTML', () => {
  expect(targets('[a](/x) <a class="b" href="/y">', false)).toEqual(['1:28 /y']);
});

/** What `build --strict` says of links in a page at `/dir/page.html`. */
async function said(body: string, config = ''): Promise<string[]> {
  const folder = temporaryFolder({
    '_config.yml': config,
    'dir/page.md': `---\n---\n${body}\n`,
    'dir/other.md': '---\n---\n## Some heading\n\ntext\n{: #own}\n',
    'about.md': '---\npermalink: /about/\n---\n',
    'img/a b.png': 'x',
  });
  const { err } = await runCli(folder, 'build', '--strict');
  const lines = err.split('\n').map((line) => line.trim());
  return lines.filter((line) => /^(?:Link:|at |→)/.test(line));
}

test.each([
  '[a](/about/)',
  '[a](/about)',
  '[a](../about/)',
  '[a](other.html)',
  '[a](other)',
  '[a](other.html#some-heading)',
  '[a](/dir/other.html#own)',
  '![a](/img/a%20b.png)',
  '[a](https://example.com/nope)',
  '[a](mailto:a@b.c)',
  '[a](#)',
  '[a](other.html?b=c#some-heading)',
  '[a]({{ page.somewhere }})',
  '[a]({% link about.md %})',
])('says nothing of %s', async (body) => {
  expect(await said(body)).toEqual([]);
});

test.each([
  ['[a](/abuot/)', "Nothing is written at '/abuot/'.", "Did you mean '/about/'?"],
  ['[a](other.md)', "Nothing is written at 'other.md'.", 'Its address is /dir/other.html.'],
  ['![a](/pictures/none.png)', "Nothing is written at '/pictures/none.png'.", 'Correct the address'],
  [
    '[a](other.html#some-heding)',
    "has the id that 'other.html#some-heding' leads to",
    "Did you mean 'some-heading'?",
  ],
  ['[a](#nope)', "has the id that '#nope' leads to", 'Write the id of a heading'],
])('says of %s at its line what is wrong', async (body, sentence, hint) => {
  const [message, place, next] = await said(`text\n\n${body}`);
  expect(message).toContain(sentence);
  expect(place).toMatch(/^at dir\/page\.md:5:\d+ \(U181[56]\)$/);
  expect(next).toContain(hint);
});

test('knows the address that a site lies below', async () => {
  const config = 'baseurl: /blog\nurl: https://me.example\n';
  const good =
    "[a](/blog/about/) [b]({{ '/about/' | relative_url }}) [c](https://me.example/blog/about/) [d]({{ site.baseurl }}/about/)";
  expect(await said(good, config)).toEqual([]);
  expect((await said('[a](/about/)', config))[0]).toContain("'/about/' lacks the site's `baseurl`");
  expect((await said("[a]({{ '/nope/' | absolute_url }})", config))[0]).toContain('Nothing is written');
});

test('leaves links to sources to the plugin that turns them', async () => {
  expect(await said('[a](other.md)', 'plugins: [jekyll-relative-links]\n')).toEqual([]);
});

/** What `build --strict` says of a link to an anchor of a page made by Liquid. */
async function saidOfAnchor(anchor: string): Promise<string[]> {
  const folder = temporaryFolder({
    '_config.yml': 'toc: { min_level: 1 }\n',
    '_layouts/page.html': '<nav id="of-{{ page.slug }}"></nav>{{ content }}',
    'made.md': '---\nlayout: page\nslug: made\n---\n{% for n in (1..2) %}\n## Part {{ n }}\n{% endfor %}\n',
    'page.md': `---\n---\n[a](made.html#${anchor})\n`,
  });
  const { err } = await runCli(folder, 'build', '--strict');
  return err.split('\n').filter((line) => line.includes('Nothing on that page has the id'));
}

test.each(['part-1', 'part-2', 'of-made'])('finds the anchor %s that a template makes', async (anchor) => {
  expect(await saidOfAnchor(anchor)).toEqual([]);
});

test('tells of an anchor that a template does not make', async () => {
  expect(await saidOfAnchor('part-3')).toHaveLength(1);
});
