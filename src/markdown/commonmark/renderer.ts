/**
 * HTML as commonmarker's renderer in Ruby writes it (0.23, `HtmlRenderer`): most blocks begin and end on lines of their own, whatever
 * stands around them; the others follow at once.
 */
import type { MarkdownIt, Renderer, RendererRule, Token } from 'markdown-it';
import type { CodeWriter } from './code.js';
import { footnoteMeta } from './footnotes.js';
import type { CommonMarkSettings } from './settings.js';

/** Tokens that begin or end a block with lines of its own. */
const BLOCKS: ReadonlySet<string> = new Set([
  'paragraph_open',
  'paragraph_close',
  'heading_open',
  'heading_close',
  'bullet_list_open',
  'bullet_list_close',
  'ordered_list_open',
  'ordered_list_close',
  'list_item_open',
  'list_item_close',
  'blockquote_open',
  'blockquote_close',
  'hr',
  'html_block',
]);

type Rules = MarkdownIt['renderer']['rules'];

/** Puts the gems' way of writing in the place of markdown-it's. */
export function installRenderer(md: MarkdownIt, settings: CommonMarkSettings, code: CodeWriter): void {
  const { renderer } = md;
  Object.assign(renderer.rules, blockRules, footnoteRules, inlineRules(md, settings));
  renderer.rules['fence'] = renderer.rules['code_block'] = (tokens, index) => code.write(tokens[index]!, md);
  const isBlock = (token: Token): boolean => {
    if (token.type === 'fence' || token.type === 'code_block') return code.isBlock(token, md);
    return BLOCKS.has(token.type) && !token.hidden;
  };
  renderer.render = (tokens, options, env) => {
    let html = '';
    let isLineStart = true;
    const write = (text: string): void => {
      if (text === '') return;
      html += text;
      isLineStart = text.endsWith('\n');
    };
    tokens.forEach((token, index) => {
      const stands = isBlock(token);
      if (stands && token.nesting >= 0 && !isLineStart) write('\n');
      write(renderToken(renderer, tokens, index, options, env));
      if (stands && token.nesting <= 0 && !isLineStart) write('\n');
    });
    return html;
  };
}

function renderToken(
  renderer: Renderer,
  tokens: Token[],
  index: number,
  ...[options, env]: Parameters<Renderer['renderInline']> extends [unknown, infer O, infer E] ? [O, E] : never
): string {
  const token = tokens[index]!;
  if (token.type === 'inline') return renderer.renderInline(token.children ?? [], options, env);
  const rule = renderer.rules[token.type];
  return rule ? rule(tokens, index, options, env, renderer) : renderer.renderToken(tokens, index, options);
}

/** A tag with its attributes, and what stands behind it. */
const tag =
  (behind: string): RendererRule =>
  (tokens, index, _options, _env, self) => {
    const token = tokens[index]!;
    if (token.hidden) return '';
    if (token.nesting < 0) return `</${token.tag}>${behind}`;
    return `<${token.tag}${self.renderAttrs(token)}${token.nesting === 0 ? ' /' : ''}>${behind}`;
  };

/** A cell's alignment stands in an attribute of its own. */
const openCell: RendererRule = (tokens, index) => {
  const token = tokens[index]!;
  const align = /text-align:(\w+)/.exec(String(token.attrGet('style') ?? ''))?.[1];
  return `<${token.tag}${align ? ` align="${align}"` : ''}>`;
};

const openItem: RendererRule = (tokens, index, options, env, self) => {
  const { meta } = tokens[index]!;
  const li = tag('')(tokens, index, options, env, self);
  if (meta === null) return li;
  return `${li}<input type="checkbox" ${meta['isChecked'] ? 'checked="" ' : ''}disabled="" /> `;
};

/** The last paragraph of a note ends with the way back. */
const closeParagraph: RendererRule = (tokens, index, options, env, self) => {
  const next = tokens[index + 1];
  const isLast = next?.type === 'footnote_close';
  return `${isLast ? ` ${wayBack(next)}` : ''}${tag('')(tokens, index, options, env, self)}`;
};

const blockRules: Rules = {
  paragraph_open: tag(''),
  paragraph_close: closeParagraph,
  heading_open: tag(''),
  heading_close: tag(''),
  bullet_list_open: tag('\n'),
  bullet_list_close: tag(''),
  ordered_list_open: tag('\n'),
  ordered_list_close: tag(''),
  list_item_open: openItem,
  list_item_close: tag(''),
  blockquote_open: tag('\n'),
  blockquote_close: tag(''),
  hr: tag(''),
  table_open: tag('\n'),
  table_close: tag('\n'),
  thead_open: tag('\n'),
  thead_close: tag('\n'),
  tbody_open: tag('\n'),
  tbody_close: tag('\n'),
  tr_open: tag('\n'),
  tr_close: tag('\n'),
  th_open: openCell,
  th_close: tag('\n'),
  td_open: openCell,
  td_close: tag('\n'),
};

const footnoteRules: Rules = {
  footnote_open(tokens, index) {
    const { number } = footnoteMeta(tokens[index]!);
    return `${number === 1 ? '<section class="footnotes">\n<ol>\n' : ''}<li id="fn${number}">\n`;
  },
  footnote_close(tokens, index) {
    const { number, count } = footnoteMeta(tokens[index]!);
    const back = tokens[index - 1]!.type === 'paragraph_close' ? '' : `${wayBack(tokens[index]!)}\n`;
    return `${back}</li>\n${number === count ? '</ol>\n</section>\n' : ''}`;
  },
  footnote_reference(tokens, index) {
    const { number } = footnoteMeta(tokens[index]!);
    return `<sup class="footnote-ref"><a href="#fn${number}" id="fnref${number}">${number}</a></sup>`;
  },
};

function wayBack(token: Token): string {
  return `<a href="#fnref${footnoteMeta(token).number}" class="footnote-backref">↩</a>`;
}

const FILTERED =
  /<(?=(?:title|textarea|style|xmp|iframe|noembed|noframes|script|plaintext)(?:[\t\n\v\f\r >]|\/>))/gi;

function inlineRules({ utils }: MarkdownIt, { options, extensions }: CommonMarkSettings): Rules {
  const { escapeHtml } = utils;
  const rawHtml: RendererRule = (tokens, index) => {
    if (!options.has('UNSAFE')) return '<!-- raw HTML omitted -->';
    const { content } = tokens[index]!;
    return extensions.has('tagfilter') ? content.replaceAll(FILTERED, '&lt;') : content;
  };
  const lineEnd = options.has('HARDBREAKS') ? '<br />\n' : options.has('NOBREAKS') ? ' ' : '\n';
  return {
    html_inline: rawHtml,
    html_block: rawHtml,
    softbreak: () => lineEnd,
    hardbreak: () => '<br />\n',
    s_open: () => '<del>',
    s_close: () => '</del>',
    link_open: (tokens, index, _options, _env, self) => `<a${addressed(tokens[index]!, self)}>`,
    image(tokens, index, _options, _env, self) {
      const token = tokens[index]!;
      const alt = plainText(token, lineEnd, escapeHtml);
      token.attrs = (token.attrs ?? []).filter(([name]) => name !== 'alt');
      const [source = '', ...others] = addressed(token, self).split(/(?= title=)/);
      return `<img${source} alt="${alt}"${others.join('')} />`;
    },
  };
}

/** Attributes, in an address of which cmark escapes more than in a text. */
function addressed(token: Token, self: Renderer): string {
  return self
    .renderAttrs(token)
    .replace(/^ (?:href|src)="[^"]*"/, (attribute) => attribute.replaceAll("'", '&#x27;'));
}

type Escape = MarkdownIt['utils']['escapeHtml'];

/** What a picture's description keeps of its spans. */
function plainText(picture: Token, lineEnd: string, escapeHtml: Escape): string {
  const parts = (picture.children ?? []).map((token) => {
    if (token.type === 'softbreak') return lineEnd;
    return token.type === 'image' ? plainText(token, lineEnd, escapeHtml) : escapeHtml(textOf(token));
  });
  return parts.join('');
}

function textOf({ type, content }: Token): string {
  return type === 'text' ? content : '';
}
