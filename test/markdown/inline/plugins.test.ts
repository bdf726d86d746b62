import markdownIt, { type MarkdownIt, type StateInline } from 'markdown-it';
import { describe, expect, test } from 'vitest';
import { kramdown } from '../../../src/markdown/index.js';

/** `^up^`, found by skipping tokens as published plugins do. */
function superscript(state: StateInline, silent: boolean): boolean {
  const { pos, posMax } = state;
  if (silent || state.src[pos] !== '^') return false;
  state.pos = pos + 1;
  while (state.pos < posMax && state.src[state.pos] !== '^') state.md.inline.skipToken(state);
  const end = state.pos;
  if (end >= posMax) {
    state.pos = pos;
    return false;
  }
  state.posMax = end;
  state.pos = pos + 1;
  state.push('sup_open', 'sup', 1);
  state.md.inline.tokenize(state);
  state.push('sup_close', 'sup', -1);
  state.pos = end + 1;
  state.posMax = posMax;
  return true;
}

/** `==marked==` by delimiters that are paired afterwards. */
function mark(state: StateInline, silent: boolean): boolean {
  if (silent || !state.src.startsWith('==', state.pos)) return false;
  const { can_open, can_close } = state.scanDelims(state.pos, true);
  state.push('text', '', 0).content = '==';
  state.delimiters.push({
    marker: 0x3d,
    length: 0,
    token: state.tokens.length - 1,
    end: -1,
    open: can_open,
    close: can_close,
  });
  state.pos += 2;
  return true;
}

function pairMarks(state: StateInline): void {
  const lists = [state.delimiters, ...state.tokens_meta.map((meta) => meta?.delimiters ?? [])];
  for (const delimiters of lists) {
    for (const delimiter of delimiters) {
      const closer = delimiters[delimiter.end];
      if (delimiter.marker !== 0x3d || !closer) continue;
      for (const [token, nesting, type] of [
        [state.tokens[delimiter.token]!, 1, 'mark_open'],
        [state.tokens[closer.token]!, -1, 'mark_close'],
      ] as const) {
        Object.assign(token, { type, tag: 'mark', nesting, content: '' });
      }
    }
  }
}

function plugins(md: MarkdownIt): void {
  md.inline.ruler.before('emphasis', 'superscript', superscript);
  md.inline.ruler.after('emphasis', 'mark', mark);
  md.inline.ruler2.before('emphasis', 'mark', pairMarks);
}

const render = (text: string) => new markdownIt().use(kramdown).use(plugins).render(text);

describe('inline rules of plugins', () => {
  test.each([
    ['a^2^', 'a<sup>2</sup>'],
    ['*a^2^*', '<em>a<sup>2</sup></em>'],
    ['[x^2^](u)', '<a href="u">x<sup>2</sup></a>'],
    ['<b>a^2^</b>', '<b>a<sup>2</sup></b>'],
    ['~~a^2^~~', '<del>a<sup>2</sup></del>'],
    ['x^*a* "b"^', 'x<sup><em>a</em> “b”</sup>'],
    ['a^[b](c)^ d', 'a<sup><a href="c">b</a></sup> d'],
    ['==a==', '<mark>a</mark>'],
    ['**==a==** b', '<strong><mark>a</mark></strong> b'],
    ['~~x ==a==~~', '<del>x <mark>a</mark></del>'],
    ['`a^2^`', '<code>a^2^</code>'],
  ])('work in %s', (text, html) => expect(render(text)).toBe(`<p>${html}</p>\n`));

  test('leave alone what they do not match', () => {
    expect(render('a^b "c" -- *d*')).toBe('<p>a^b “c” – <em>d</em></p>\n');
  });

  test('can be put before and after kramdown’s by markdown-it’s names', () => {
    const md = new markdownIt().use(kramdown);
    const rule = () => false;
    for (const name of ['text', 'newline', 'escape', 'backticks', 'strikethrough', 'link', 'image']) {
      md.inline.ruler.before(name, `before ${name}`, rule);
      md.inline.ruler.after(name, `after ${name}`, rule);
    }
    expect(md.render('*a*  \nb')).toBe('<p><em>a</em><br />\nb</p>\n');
  });

  test('can replace and switch off kramdown’s', () => {
    const md = new markdownIt().use(kramdown);
    md.inline.ruler.disable('emphasis');
    md.renderer.rules['smart_quote'] = () => '"';
    expect(md.render('*a* "b"')).toBe('<p>*a* "b"</p>\n');
  });
});
