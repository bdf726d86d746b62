import type { MarkdownIt } from 'markdown-it';
import { describe, expect, test } from 'vitest';
import { createKramdown, readOptions } from '../../../src/markdown/index.js';

/** A container as published plugins write it: `:::` lines around blocks. */
function container(md: MarkdownIt): void {
  md.block.ruler.before(
    'fence',
    'box',
    (state, startLine, endLine, silent) => {
      const isMarker = (line: number) =>
        state.src.startsWith(':::', state.bMarks[line]! + state.tShift[line]!);
      if (!isMarker(startLine)) return false;
      if (silent) return true;
      let line = startLine + 1;
      while (line < endLine && !isMarker(line)) line++;
      const { lineMax } = state;
      state.lineMax = line;
      state.push('box_open', 'aside', 1).map = [startLine, line];
      state.md.block.tokenize(state, startLine + 1, line);
      state.push('box_close', 'aside', -1);
      state.lineMax = lineMax;
      state.line = Math.min(line + 1, endLine);
      return true;
    },
    { alt: ['paragraph', 'reference', 'blockquote', 'list'] },
  );
}

function render(text: string): string {
  const kramdown = createKramdown(readOptions({}), null);
  kramdown.md.use(container);
  return kramdown.render(text).html;
}

describe('a container of a plugin', () => {
  test('holds kramdown’s blocks and ends a paragraph', () => {
    expect(render('text\n:::\n* a{:.x}\n:::\n')).toBe(
      '<p>text</p>\n<aside>\n  <ul>\n    <li>a{:.x}</li>\n  </ul>\n</aside>\n',
    );
  });

  test('works in list items and footnotes', () => {
    const html = render('* a\n\n  :::\n  b\n  :::\n\nc[^1]\n\n[^1]: d\n\n    :::\n    e\n    :::\n');
    expect(html).toContain('<aside>\n      <p>b</p>\n</aside>');
    expect(html).toContain('<aside>\n        <p>e</p>\n</aside>');
  });

  test('takes an attribute list of its own', () => {
    expect(render(':::\na\n:::\n{:.note}\n')).toContain('<aside class="note">');
  });
});

describe('a renderer rule of a plugin', () => {
  test('takes the place of kramdown’s, also for nested blocks', () => {
    const kramdown = createKramdown(readOptions({}), null);
    kramdown.md.renderer.rules['fence'] = (tokens, index) => `[${tokens[index]!.content.trim()}]\n`;
    expect(kramdown.render('> ~~~ ruby\n> x\n> ~~~\n').html).toBe('<blockquote>\n[x]\n</blockquote>\n');
  });
});
