import type { MarkdownIt } from 'markdown-it';

/** Headings of `CommonMarkGhPages` have ids made of their HTML, elements and references included, as kramdown makes them of text. */
export function headingIds(md: MarkdownIt): void {
  md.core.ruler.push('heading_ids', ({ tokens, env }) => {
    const used = new Map<string, number>();
    tokens.forEach((token, index) => {
      if (token.type !== 'heading_open') return;
      const html = md.renderer.renderInline(tokens[index + 1]!.children ?? [], md.options, env);
      token.attrSet('id', unused(idOf(html), used));
    });
  });
}

function idOf(html: string): string {
  const id = html
    .replaceAll(/^[^a-zA-Z]+/gm, '')
    .replaceAll(/[^a-zA-Z0-9 -]+/g, '')
    .replaceAll(' ', '-')
    .toLowerCase();
  return id === '' ? 'section' : id;
}

/** One that is taken is numbered; a number's own id is not looked up. */
function unused(id: string, used: Map<string, number>): string {
  const count = used.get(id);
  used.set(id, count === undefined ? 0 : count + 1);
  return count === undefined ? id : `${id}-${count + 1}`;
}
