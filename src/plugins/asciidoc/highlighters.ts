/**
 * Highlighters that Asciidoctor has in Ruby and lacks in JavaScript: `rouge`, whose work is done here, `prettify`, which leaves it to the
 * browser, and `html-pipeline` (Asciidoctor 2.0.22, `SyntaxHighlighter`).
 */
import { codeLines } from '../../highlight/code-lines.js';
import { escapeCode } from '../../highlight/formatter.js';
import type { Highlighter } from '../../highlight/highlighter.js';

/** A block of code in Asciidoctor. */
interface CodeBlock {
  getAttribute(name: string, otherwise?: string): string | undefined;
  getContent(): string;
  hasAttribute(name: string): boolean;
  isOption(name: string): boolean;
}

/** How a block is to be written. */
interface BlockOptions {
  /** `class`, or `style` for colours written out. */
  readonly css_mode?: string | undefined;
  readonly callouts?: object | undefined;
  readonly highlight_lines?: readonly number[] | undefined;
  /** Whether lines are numbered: the mode. */
  readonly number_lines?: string | undefined;
  readonly start_line_number?: number | undefined;
  readonly nowrap?: boolean | undefined;
}

/** A Ruby Hash of settings for what a page loads. */
interface PageOptions {
  '$[]'(key: string): string;
}

/** A document as highlighters ask it. */
type CodeDocument = Pick<CodeBlock, 'getAttribute'>;

/** What Asciidoctor takes for a highlighter. */
export interface CodeHighlighter {
  handlesHighlighting?(): boolean;
  highlight?(
    block: CodeBlock,
    source: string,
    language: string | undefined,
    options: BlockOptions,
  ): string | readonly [string, number];
  format(block: CodeBlock, language: string | undefined, options: BlockOptions): string;
  hasDocinfo?(location: string): boolean;
  docinfo?(location: string, document: CodeDocument, options: PageOptions): string;
}

/** Asciidoctor's own object of a document for its highlighter. */
interface DocumentHighlighter {
  /** Whether any code of the document has been highlighted. */
  isUsed?: boolean;
}

/**
 * Classes in the page, as Rouge's style sheets have them; styles are put neither into the code nor into the head.
 *
 * @param onUnstyled called where a whole page or its code would have them
 */
export function rougeHighlighter(highlighter: Highlighter, onUnstyled: () => void): CodeHighlighter {
  return {
    handlesHighlighting: () => true,
    hasDocinfo(this: DocumentHighlighter, location) {
      if (this.isUsed === true && location === 'head') onUnstyled();
      return false;
    },
    highlight(this: DocumentHighlighter, block, source, language, options) {
      this.isUsed = true;
      if (options.css_mode === 'style') onUnstyled();
      const plain = withLines(colored(block, source, language, highlighter), options.highlight_lines);
      if (!isGiven(options.number_lines)) return plain;
      const table = lineTable(plain, options.start_line_number ?? 1);
      return isGiven(options.callouts) ? [table, table.indexOf(CODE_CELL) + CODE_CELL.length] : table;
    },
    format: (block, language, options) =>
      codeElement('rouge', block, language?.replace(/\?.*/s, ''), options),
  };
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}

/** PHP needs no `<?php` where it is not mixed with HTML. */
function colored(
  block: CodeBlock,
  source: string,
  language: string | undefined,
  highlighter: Highlighter,
): string {
  if (language === undefined) return escapeCode(source);
  const isPhp = /^php(\?|$)/.test(language) && !block.isOption('mixed');
  const start = isPhp && !language.includes('start_inline') ? 'start_inline=1' : '';
  const name = start === '' ? language : `${language}${language.includes('?') ? '&' : '?'}${start}`;
  return highlighter.highlight(source, name) ?? escapeCode(source);
}

function withLines(html: string, marked: readonly number[] | undefined): string {
  if (!Array.isArray(marked)) return html;
  return codeLines(html)
    .map((line, index) => (marked.includes(index + 1) ? `<span class="hll">${line}\n</span>` : `${line}\n`))
    .join('');
}

const CODE_CELL = '<td class="code">';

function lineTable(html: string, start: number): string {
  const code = html.endsWith('\n') || html.endsWith('\n</span>') ? html : `${html}\n`;
  const last = start + code.split('\n').length - 2;
  const width = String(last).length;
  let numbers = '';
  for (let line = start; line <= last; line++) numbers += `${String(line).padStart(width)}\n`;
  const gutter = `<td class="linenos gl"><pre class="lineno">${numbers}</pre></td>`;
  return `<table class="linenotable"><tbody><tr>${gutter}${CODE_CELL}<pre>${code}</pre></td></tr></tbody></table>`;
}

function codeElement(
  className: string,
  block: CodeBlock,
  language: string | undefined,
  { nowrap }: BlockOptions,
  more = '',
): string {
  const classes = `${className} highlight${nowrap === true ? ' nowrap' : ''}${more}`;
  const attribute = language === undefined ? '' : ` data-lang="${language}"`;
  return `<pre class="${classes}"><code${attribute}>${block.getContent()}</code></pre>`;
}

/** google-code-prettify, which a whole page loads. */
export const prettify: CodeHighlighter = {
  format(block, language, options) {
    const start = block.getAttribute('start');
    const numbers = start === undefined ? ' linenums' : ` linenums:${start}`;
    return codeElement(
      'prettyprint',
      block,
      language,
      options,
      block.hasAttribute('linenums') ? numbers : '',
    );
  },
  hasDocinfo: () => true,
  docinfo(location, document, options) {
    const folder = document.getAttribute('prettifydir') ?? `${options['$[]']('cdn_base_url')}/prettify/r298`;
    if (location !== 'head') return `<script src="${folder}/run_prettify.min.js"></script>`;
    const theme = document.getAttribute('prettify-theme') ?? 'prettify';
    const address = /^https?:\/\//.test(theme) ? theme : `${folder}/${theme}.min.css`;
    return `<link rel="stylesheet" href="${address}"${options['$[]']('self_closing_tag_slash')}>`;
  },
};

/** Nothing but the language, for what works on the page later. */
export const htmlPipeline: CodeHighlighter = {
  format: (block, language) =>
    `<pre${language === undefined ? '' : ` lang="${language}"`}><code>${block.getContent()}</code></pre>`,
};
