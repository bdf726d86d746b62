import container from 'markdown-it-container';
import linkAttributes from 'markdown-it-link-attributes';
import mark from 'markdown-it-mark';
import { expect, test } from 'vitest';
import { createKramdown, readOptions } from '../../src/markdown/index.js';

const TEXT = `==top== [link](/a)

::: warning
in *box*
:::

* ==item== [link](/b)

  ::: warning
  in item
  :::
* last[^1]

[^1]: ==note== [link](/c)

    ::: warning
    in note
    :::
`;

test('published plugins work on the preset: an inline rule, a block rule, a renderer', () => {
  const { md, render } = createKramdown(readOptions({}), null);
  md.use(mark)
    .use(container, 'warning')
    .use(linkAttributes, { attrs: { rel: 'nofollow' } });
  const { html } = render(TEXT);
  const [text, notes] = html.split('<div class="footnotes"') as [string, string];
  const [top, item] = text.split('<ul>') as [string, string];
  expect(top).toMatch(/^<p><mark>top<\/mark> <a href="\/a" rel="nofollow">link<\/a><\/p>/);
  expect(top).toMatch(/<div class="warning">\s*<p>in <em>box<\/em><\/p>\s*<\/div>/);
  expect(item).toMatch(/<li>\s*<p><mark>item<\/mark> <a href="\/b" rel="nofollow">link<\/a><\/p>/);
  expect(item).toMatch(/<div class="warning">\s*<p>in item<\/p>\s*<\/div>\s*<\/li>/);
  expect(notes).toMatch(/<li id="fn:1">\s*<p><mark>note<\/mark> <a href="\/c" rel="nofollow">link<\/a>/);
  expect(notes).toMatch(/<div class="warning">\s*<p>in note/);
});
