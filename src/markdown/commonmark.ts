/**
 * `markdown: CommonMark`: plain markdown-it with GitHub's extensions, set up by the `commonmark:` section and written as the gem
 * writes it. Origin: jekyll-commonmark 1.4.0 on commonmarker 0.23, `Converters::Markdown::CommonMark`.
 */
import markdownIt, { type MarkdownIt, type RendererRule, type StateCore, type Token } from 'markdown-it';
import type { Highlighter } from '../highlight/highlighter.js';
import type { RubyHash } from '../ruby/value.js';
import { useStrikethrough } from './commonmark-strikethrough.js';
import { escapeCode } from './output/escape.js';

/** The converter. */
export interface CommonMark {
  readonly md: MarkdownIt;
  /** Messages about names in the section that are unknown or not supported, e.g. `WAT is not a valid option`. */
  readonly problems: readonly string[];
  render(text: string): string;
}

const extensions = ['table', 'strikethrough', 'autolink', 'tagfilter', 'tasklist'] as const;
const supported = [
  'DEFAULT',
  'UNSAFE',
  'SMART',
  'HARDBREAKS',
  'NOBREAKS',
  'GITHUB_PRE_LANG',
  'VALIDATE_UTF8',
] as const;
const unsupported = [
  'SOURCEPOS',
  'LIBERAL_HTML_TAG',
  'FOOTNOTES',
  'STRIKETHROUGH_DOUBLE_TILDE',
  'TABLE_PREFER_STYLE_ATTRIBUTES',
  'FULL_INFO_STRING',
];

type Extension = (typeof extensions)[number];
type Option = (typeof supported)[number];

/** What the section asks for. */
interface Settings {
  readonly extensions: ReadonlySet<Extension>;
  readonly options: ReadonlySet<Option>;
  readonly problems: readonly string[];
}

/**
 * Makes a converter.
 *
 * @param section the `commonmark:` section; `null` for none
 */
export function createCommonMark(section: RubyHash | null, highlighter: Highlighter | null): CommonMark {
  const settings = readSettings(section);
  const md = new markdownIt('commonmark', { html: true, xhtmlOut: true });
  for (const name of settings.extensions) enableExtension(md, name);
  if (settings.options.has('SMART')) md.enable('smartquotes').set({ typographer: true });
  if (settings.options.has('SMART')) md.core.ruler.before('smartquotes', 'smart_dashes', smartDashes);
  installRenderers(md, settings, highlighter);
  return { md, problems: settings.problems, render: (text) => md.render(text) };
}

function readSettings(section: RubyHash | null): Settings {
  const problems: string[] = [];
  const options = new Set<Option>();
  for (const written of listOf(section, 'options')) {
    const name = written.toUpperCase();
    const option = supported.find((known) => known === name);
    if (option) options.add(option);
    else if (unsupported.includes(name)) problems.push(`option ${name} is not supported`);
    else problems.push(`${name} is not a valid option`);
  }
  const chosen = new Set<Extension>();
  for (const name of listOf(section, 'extensions')) {
    const extension = extensions.find((known) => known === name);
    if (extension) chosen.add(extension);
    else problems.push(`${name} is not a valid extension`);
  }
  return { extensions: chosen, options, problems };
}

function listOf(section: RubyHash | null, key: string): string[] {
  const list = section?.get(key);
  return Array.isArray(list) ? list.map(String) : [];
}

function enableExtension(md: MarkdownIt, name: Extension): void {
  switch (name) {
    case 'table':
      md.enable(name);
      break;
    case 'strikethrough':
      useStrikethrough(md);
      break;
    case 'autolink':
      md.enable('linkify').set({ linkify: true });
      linkWww(md);
      linkXmpp(md);
      break;
    case 'tasklist':
      md.core.ruler.push('task_list', taskList);
      break;
    case 'tagfilter':
      break;
  }
}

/** No link is longer, in characters. */
const LONGEST_LINK = 10_000;

/** `www.example.org` is a link of its own, as if `http://` stood before it; other names without a scheme are none. */
function linkWww({ linkify }: MarkdownIt): void {
  linkify.set({ fuzzyLink: false }).add('www.', {
    validate(text, pos, self) {
      const link = `//www.${text.slice(pos, pos + LONGEST_LINK)}`;
      return Math.max(0, self.testSchemaAt(link, 'http:', 0) - '//www.'.length);
    },
    normalize(match) {
      match.url = `http://${match.url}`;
    },
  });
}

/** What may follow an address of XMPP: a slash and the name of a place there. */
const XMPP_RESOURCE = /\/[A-Za-z0-9@.]+/y;

/** `xmpp:me@example.org/desk` is a link as `mailto:me@example.org` is. */
function linkXmpp({ linkify }: MarkdownIt): void {
  linkify.add('xmpp:', {
    validate(text, pos, self) {
      const length = self.testSchemaAt(text, 'mailto:', pos);
      XMPP_RESOURCE.lastIndex = pos + length;
      return length === 0 ? 0 : length + (XMPP_RESOURCE.exec(text)?.[0].length ?? 0);
    },
    normalize() {},
  });
}

/** All that an address may not hold as it is, by cmark's `houdini_escape_href`; `%` may, whatever follows. */
const UNSAFE_IN_ADDRESS = /[^A-Za-z0-9\-_.+!*'(),%#@?=;:/&$~]+/g;

function escapeAddress(address: string): string {
  return address.replaceAll(UNSAFE_IN_ADDRESS, (text) =>
    Array.from(Buffer.from(text), (byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join(''),
  );
}

const dashes: Readonly<Record<string, string>> = { '...': '…', '---': '—', '--': '–' };

/** Dashes and ellipses, as `SMART` makes them. */
function smartDashes(state: StateCore): void {
  for (const { children } of state.tokens) {
    for (const child of children ?? []) {
      if (child.type === 'text')
        child.content = child.content.replaceAll(/\.\.\.|---?/g, (mark) => dashes[mark]!);
    }
  }
}

/** `[ ]` and `[x]` at the start of items become boxes, before the first paragraph even where that has an element of its own. */
function taskList(state: StateCore): void {
  state.tokens.forEach((token, index) => {
    const first = token.children?.[0];
    if (first?.type !== 'text' || state.tokens[index - 2]?.type !== 'list_item_open') return;
    const match = /^\[([ xX])\][ \t]+/.exec(first.content);
    if (!match) return;
    first.content = first.content.slice(match[0].length);
    const box = `<input type="checkbox" ${match[1] === ' ' ? '' : 'checked="" '}disabled="" /> `;
    state.tokens[index - 2]!.meta = { box };
  });
}

const filtered =
  /<(?=(?:title|textarea|style|xmp|iframe|noembed|noframes|script|plaintext)(?:[\t\n\v\f\r >]|\/>))/gi;

function installRenderers(md: MarkdownIt, settings: Settings, highlighter: Highlighter | null): void {
  const { rules } = md.renderer;
  const { options } = settings;
  const isUnsafe = options.has('UNSAFE');
  const filters = settings.extensions.has('tagfilter');
  const rawHtml = (content: string): string => {
    if (!isUnsafe) return '<!-- raw HTML omitted -->';
    return filters ? content.replaceAll(filtered, '&lt;') : content;
  };
  rules['html_inline'] = (tokens, index) => rawHtml(tokens[index]!.content);
  rules['html_block'] = (tokens, index) => `${rawHtml(tokens[index]!.content).replace(/\n$/, '')}\n`;
  rules['list_item_open'] = (tokens, index, options, _env, self) => {
    const box = tokens[index]!.meta?.['box'] ?? '';
    return self.renderToken(tokens, index, options).replace('<li>', `<li>${box}`);
  };
  rules['softbreak'] = () => (options.has('HARDBREAKS') ? '<br />\n' : options.has('NOBREAKS') ? ' ' : '\n');
  rules['s_open'] = () => '<del>';
  rules['s_close'] = () => '</del>';
  rules['th_open'] = rules['td_open'] = openCell;
  rules['fence'] = rules['code_block'] = codeRenderer(highlighter, options.has('GITHUB_PRE_LANG'));
  // As in the gem, whose links are written whatever they lead to, even where HTML is omitted.
  md.validateLink = () => true;
  md.normalizeLink = escapeAddress;
  md.normalizeLinkText = (text) => text;
}

/** A cell's alignment stands in an attribute of its own. */
const openCell: RendererRule = (tokens, index) => {
  const token: Token = tokens[index]!;
  const align = /text-align:(\w+)/.exec(String(token.attrGet('style') ?? ''))?.[1];
  return `<${token.tag}${align ? ` align="${align}"` : ''}>`;
};

/** Code in the elements Jekyll's highlighting has; without a language, in the one it looks like. */
function codeRenderer(highlighter: Highlighter | null, namesOnPre: boolean): RendererRule {
  return (tokens, index) => {
    const { content, info } = tokens[index]!;
    const language = info.trim().split(/\s+/)[0] || null;
    const used = language ?? highlighter?.guess(content) ?? null;
    const html = (used === null ? null : highlighter?.highlight(content, used)) ?? escapeCode(content);
    const attribute = language === null ? '' : ` data-lang="${language}"`;
    const [onPre, onCode] = namesOnPre ? [attribute, ''] : ['', attribute];
    return (
      `<div class="${language === null ? '' : `language-${language} `}highlighter-rouge"><div class="highlight">` +
      `<pre class="highlight"${onPre}><code${onCode}>${html}</code></pre></div></div>\n`
    );
  };
}
