/**
 * Code as the highlighter writes it, and the class that says so. Origin: kramdown 2.5.2, `Converter::Base#highlight_code`,
 * `Converter::SyntaxHighlighter::Rouge` and `Converter::Html#add_syntax_highlighter_to_class_attr`.
 */
import type { Token } from 'markdown-it';
import { type LineTableOptions, lineTable } from '../../highlight/line-table.js';
import { languageClass } from '../class-words.js';
import type { KramdownEnv } from '../env.js';
import { isWhiteSpace, stripStart } from '../white-space.js';

/** Highlighted code. */
export interface HighlightedCode {
  /** Token spans; for a block with Rouge's elements around them. */
  readonly html: string;
  /** What code without a language counts as. */
  readonly defaultLanguage: string | null;
}

type Option = (name: string) => unknown;

/**
 * Highlights code in a language, or in the default one.
 *
 * @returns `null` when it is not to be highlighted: switched off, or the language is unknown
 */
export function highlightCode(
  code: string,
  language: string | null,
  kind: 'block' | 'span',
  env: KramdownEnv,
): HighlightedCode | null {
  const option = optionReader(env, kind);
  const highlighted = highlight(code, language, env, option);
  if (!highlighted || kind === 'span' || option('wrap') === false) return highlighted;
  const name = option('css_class') ?? 'highlight';
  const html = `<div class="highlight"><pre class="${name}"><code>${highlighted.html}</code></pre></div>`;
  return { ...highlighted, html };
}

function highlight(
  code: string,
  language: string | null,
  env: KramdownEnv,
  option: Option,
): HighlightedCode | null {
  const { syntax_highlighter: name } = env.options;
  if (name === null || !env.highlighter) return null;
  if (name !== 'rouge') {
    env.warn(`The configured syntax highlighter ${name} is not available.`);
    return null;
  }
  const defaultLanguage = isTrue(option('default_lang')) ? String(option('default_lang')) : null;
  const wanted =
    language ?? defaultLanguage ?? (isTrue(option('guess_lang')) ? env.highlighter.guess(code) : null);
  if (wanted === null || isTrue(option('disable'))) return null;
  if (isPlain(wanted) && !isTrue(option('guess_lang'))) return null;
  const html = env.highlighter.highlight(code, wanted);
  if (html === null) return null;
  return {
    html: isTrue(option('line_numbers')) ? withLineNumbers(html, code, option) : html,
    defaultLanguage,
  };
}

/** Options of the highlighter, those under `span` or `block` first. */
function optionReader(env: KramdownEnv, kind: 'block' | 'span'): Option {
  const options = env.options.syntax_highlighter_opts;
  const own = options.get(kind);
  return (name) => (own instanceof Map && own.has(name) ? own.get(name) : options.get(name));
}

function isTrue(value: unknown): boolean {
  return value !== undefined && value !== null && value !== false;
}

/** Rouge's names of the lexer that finds no tokens. */
function isPlain(language: string): boolean {
  return /^(?:plaintext|text)(?:\?|$)/.test(language);
}

/** A table of line numbers and code, in blocks and spans alike. */
function withLineNumbers(html: string, code: string, option: Option): string {
  return lineTable(html, code, {
    startLine: Number(option('start_line') ?? 1),
    ...given('lineFormat', option('line_format')),
    ...given('tableClass', option('table_class')),
    ...given('gutterClass', option('gutter_class')),
    ...given('codeClass', option('code_class')),
  });
}

/** An option of the table, unless the site leaves it to Rouge. */
function given(name: keyof LineTableOptions, value: unknown): Partial<LineTableOptions> {
  return value === undefined || value === null ? {} : { [name]: String(value) };
}

/** The `x` where classes are no more than `language-x`, as those of fenced code are. */
export function onlyLanguage(classes: string): string | null {
  if (!classes.startsWith(PREFIX) || classes.length === PREFIX.length) return null;
  for (let at = PREFIX.length; at < classes.length; at++) {
    if (isWhiteSpace(classes.charCodeAt(at))) return null;
  }
  return classes.slice(PREFIX.length);
}

const PREFIX = 'language-';

/** The `x` of a class `language-x`. */
export function codeLanguage(attrs: Token['attrs']): string | null {
  const value = attrs?.find(([name]) => name === 'class')?.[1];
  if (value === undefined) return null;
  return onlyLanguage(String(value)) ?? languageClass().exec(String(value))?.[1] ?? null;
}

/** Attributes with the classes of highlighted code: `language-x` and the highlighter's. */
export function addHighlighterClass(
  attrs: Token['attrs'],
  language: string | null,
  env: KramdownEnv,
): NonNullable<Token['attrs']> {
  const result = attrs ? [...attrs] : [];
  const index = result.findIndex(([name]) => name === 'class');
  const old = index < 0 ? '' : String(result[index]![1]);
  const own = stripStart(`${old} highlighter-${env.options.syntax_highlighter}`);
  const value = language === null ? own : withLanguage(own, language);
  if (index < 0) result.push(['class', value]);
  else result[index] = ['class', value];
  return result;
}

/** A language that stands first is replaced, else another is put before all. */
function withLanguage(classes: string, language: string): string {
  if (/^language-[^ \t-\r]/.test(classes))
    return classes.replace(/^language-[^ \t-\r]+/, () => `language-${language}`);
  return `language-${language} ${classes}`;
}
