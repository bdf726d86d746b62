/**
 * `markdown: CommonMark` and `markdown: CommonMarkGhPages`: plain markdown-it with GitHub's extensions, set up by the `commonmark:`
 * section and written as the gems write it. Origin: jekyll-commonmark 1.4.0 and jekyll-commonmark-ghpages 0.5.1 on commonmarker 0.23.
 */
import markdownIt, { type MarkdownIt, type StateCore, type StateInline } from 'markdown-it';
import type { Highlighter } from '../../highlight/highlighter.js';
import { LINE_END_STAND_IN } from '../../highlight/line-end-stand-in.js';
import type { RubyHash } from '../../ruby/value.js';
import { useAutolink } from './autolink.js';
import { type CodeWriter, codeOfJekyll, codeOfPages } from './code.js';
import { useFootnotes } from './footnotes.js';
import { headingIds } from './heading-ids.js';
import { useLinkDefinitions } from './link-definitions.js';
import { installRenderer } from './renderer.js';
import { type CommonMarkExtension, type CommonMarkSettings, readCommonMarkSettings } from './settings.js';
import { useStrikethrough } from './strikethrough.js';
import { useTaskList } from './task-list.js';

/** The converter. */
export interface CommonMark {
  readonly md: MarkdownIt;
  /** Messages about names in the section that are unknown or not supported, e.g. `WAT is not a valid option`. */
  readonly problems: readonly string[];
  render(text: string): string;
}

/**
 * Makes a converter.
 *
 * @param section  the `commonmark:` section; `null` for none
 * @param isPages  whether it writes as GitHub Pages' gem: headings with ids, code without elements of Jekyll's where nothing colours it
 */
export function createCommonMark(
  section: RubyHash | null,
  highlighter: Highlighter | null,
  isPages = false,
): CommonMark {
  const settings = readCommonMarkSettings(section);
  const md = createParser(settings);
  const code: CodeWriter = (isPages ? codeOfPages : codeOfJekyll)(
    highlighter,
    settings.options.has('GITHUB_PRE_LANG'),
  );
  installRenderer(md, settings, code);
  if (isPages) headingIds(md);
  const render = (text: string): string => md.render(text);
  return {
    md,
    problems: settings.problems,
    render: isPages ? (text) => render(text).replaceAll(LINE_END_STAND_IN, '\n') : render,
  };
}

function createParser({ extensions, options }: CommonMarkSettings): MarkdownIt {
  const md = new markdownIt('commonmark', { html: true, xhtmlOut: true });
  for (const name of extensions) enableExtension(md, name, options.has('STRIKETHROUGH_DOUBLE_TILDE'));
  if (options.has('SMART')) md.enable('smartquotes').set({ typographer: true });
  if (options.has('SMART')) md.core.ruler.before('smartquotes', 'smart_dashes', smartDashes);
  useLinkDefinitions(md);
  if (options.has('FOOTNOTES')) useFootnotes(md);
  if (options.has('LIBERAL_HTML_TAG')) md.inline.ruler.after('html_inline', 'liberal_html', liberalHtml);
  md.inline.ruler.before('image', 'no_image', noImage);
  md.core.ruler.after('inline', 'nested_strong', hideNestedStrong);
  // As in the gems, whose links are written whatever they lead to, even where HTML is omitted.
  md.validateLink = () => true;
  md.normalizeLink = escapeAddress;
  md.normalizeLinkText = (text) => text;
  return md;
}

function enableExtension(md: MarkdownIt, name: CommonMarkExtension, needsTwoTildes: boolean): void {
  switch (name) {
    case 'table':
      md.enable(name);
      break;
    case 'strikethrough':
      useStrikethrough(md, needsTwoTildes);
      break;
    case 'autolink':
      useAutolink(md);
      break;
    case 'tasklist':
      useTaskList(md);
      break;
    case 'tagfilter':
      break;
  }
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

const ANY_TAG = /<[^\n\0]+>/y;

/** `LIBERAL_HTML_TAG`: all between `<` and the line's last `>`. */
function liberalHtml(state: StateInline, silent: boolean): boolean {
  ANY_TAG.lastIndex = state.pos;
  const tag = ANY_TAG.exec(state.src)?.[0];
  if (tag === undefined) return false;
  if (!silent) state.push('html_inline', '', 0).content = tag;
  state.pos += tag.length;
  return true;
}

/** `![^` begins no picture, with or without footnotes: the mark is text before a link or a reference. */
function noImage(state: StateInline, silent: boolean): boolean {
  if (!state.src.startsWith('![^', state.pos)) return false;
  if (!silent) state.pending += '!';
  state.pos++;
  return true;
}

/** `<strong>` right inside another is left out. */
function hideNestedStrong(state: StateCore): void {
  for (const { children } of state.tokens) {
    const open: { readonly type: string; readonly isHidden: boolean }[] = [];
    for (const token of children ?? []) {
      if (token.nesting === 1) {
        token.hidden = token.type === 'strong_open' && open.at(-1)?.type === token.type;
        open.push({ type: token.type, isHidden: token.hidden });
      } else if (token.nesting === -1) token.hidden = open.pop()?.isHidden ?? false;
    }
  }
}
