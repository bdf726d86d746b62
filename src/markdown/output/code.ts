/** Code, in blocks and in text. Origin: kramdown 2.5.2, `Converter::Html#convert_codeblock`, `#convert_codespan`. */
import type { RendererRule, Token } from 'markdown-it';
import { hasClassWord, languageClass } from '../class-words.js';
import { envOf } from '../env.js';
import { strip } from '../white-space.js';
import { escapeAttribute, escapeCode, renderAttributes } from './escape.js';
import { addHighlighterClass, codeLanguage, highlightCode, onlyLanguage } from './highlight-code.js';

/** A code block, with the highlighter's markup if it knows the language. */
export const renderCode: RendererRule = (tokens, index, _options, env) => {
  const token = tokens[index]!;
  const state = envOf(env);
  const indent = '  '.repeat(token.level);
  const language = codeLanguage(token.attrs);
  const attrs = language === null ? token.attrs : withoutLanguage(token.attrs!);
  const highlighted = highlightCode(token.content, token.info || language, 'block', state);
  if (!highlighted) return `${indent}${renderPlain(token.content, attrs, language, hasShownSpaces(token))}`;
  const classes = addHighlighterClass(attrs, language ?? highlighted.defaultLanguage, state);
  return `${indent}<div${renderAttributes(classes)}>${highlighted.html}${indent}</div>\n`;
};

/** The class that names the language belongs to the highlighter or to the inner element. */
function withoutLanguage(attrs: NonNullable<Token['attrs']>): Token['attrs'] {
  const [first, second] = attrs;
  if (second === undefined && onlyLanguage(String(first![1])) !== null) return null;
  return attrs.flatMap(([name, value]) => {
    if (name !== 'class') return [[name, value]];
    const others = strip(String(value).replace(languageClass(), ''));
    return others === '' ? [] : [[name, others]];
  });
}

/** Code without a highlighter. */
function renderPlain(
  code: string,
  attrs: Token['attrs'],
  language: string | null,
  showsSpaces: boolean,
): string {
  const text = escapeCode(code.endsWith('\n') ? code.slice(0, -1) : code);
  const inner = language === null ? '' : ` class="language-${escapeAttribute(language)}"`;
  return `<pre${renderAttributes(attrs)}><code${inner}>${showsSpaces ? showSpaces(text) : text}\n</code></pre>\n`;
}

function hasShownSpaces(token: Token): boolean {
  return hasClassWord(token.attrGet('class'), 'show-whitespaces');
}

/** Spaces and tabs as elements, told apart at the left and the right of a line. */
function showSpaces(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replaceAll(/[ \t]+/g, (run, offset: number) => shownRun(run, offset, line.length)))
    .join('\n');
}

function shownRun(run: string, offset: number, lineLength: number): string {
  const suffix = offset === 0 ? '-l' : offset + run.length === lineLength ? '-r' : '';
  return Array.from(run, (space) =>
    space === '\t'
      ? `<span class="ws-tab${suffix}">\t</span>`
      : `<span class="ws-space${suffix}">&#8901;</span>`,
  ).join('');
}

/** A code span, likewise. */
export const renderCodeInline: RendererRule = (tokens, index, _options, env) => {
  const token = tokens[index]!;
  const state = envOf(env);
  const language = codeLanguage(token.attrs);
  const highlighted = highlightCode(token.content, language, 'span', state);
  if (!highlighted) return `<code${renderAttributes(token.attrs)}>${escapeCode(token.content)}</code>`;
  const attrs = addHighlighterClass(token.attrs, language ?? highlighted.defaultLanguage, state);
  return `<code${renderAttributes(attrs)}>${highlighted.html}</code>`;
};
