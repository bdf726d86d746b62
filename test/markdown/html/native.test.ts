import { describe, expect, test } from 'vitest';
import { createKramdown, readOptions } from '../../../src/markdown/index.js';

const kramdown = createKramdown(readOptions({ html_to_native: true }), null);
const render = (text: string) => kramdown.render(text).html;

describe('html_to_native', () => {
  test('makes lists, quotes, headers and rules of block elements', () => {
    expect(render('<blockquote><h2>A &mdash; b</h2><ul><li>x</li></ul><hr></blockquote>')).toBe(
      '<blockquote>\n  <h2 id="a--b">A — b</h2>\n  <ul>\n    <li>x</li>\n  </ul>\n  <hr />\n</blockquote>\n',
    );
  });

  test('makes emphasis of span elements, but not with white space at an end', () => {
    expect(render('a <b>b</b> <i> c</i>')).toBe('<p>a <strong>b</strong> <i> c</i></p>\n');
  });

  test('makes code of code, whatever class a highlighter left on it', () => {
    expect(render('<pre class="x"><code class="language-ruby">a &lt; b</code></pre>')).toBe(
      '<pre class="x"><code class="language-ruby">a &lt; b\n</code></pre>\n',
    );
  });

  test('makes a table of one that Markdown could say', () => {
    expect(render('<table><tr><td style="text-align: left">a</td><td>b</td></tr></table>')).toBe(
      '<table>\n  <tbody>\n    <tr>\n      <td style="text-align: left">a</td>\n      <td>b</td>\n    </tr>\n  </tbody>\n</table>\n',
    );
    expect(render('<table><tr><td>a</td></tr><tr><td>b</td><td>c</td></tr></table>')).toContain(
      '<tr><td>a</td></tr>',
    );
  });

  test('makes math of MathJax’s scripts', () => {
    expect(render('<script type="math/tex; mode=display">x < y</script>')).toBe('\\[x &lt; y\\]\n\n');
  });
});
