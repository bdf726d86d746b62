/**
 * Code as the highlighter writes it, and the class that says so. Origin: kramdown 2.5.2, `Converter::Base#highlight_code`,
 * `Converter::SyntaxHighlighter::Rouge` and `Converter::Html#add_syntax_highlighter_to_class_attr`.
 */
import type { Token } from 'markdown-it';
import type { KramdownEnv } from './env.js';
import { stripStart } from './white-space.js';

/** Highlighted code. */
export interface HighlightedCode {
  /** Token spans, without any element around them. */
  readonly html: string;
  /** What code without a language counts as. */
  readonly defaultLanguage: string | null;
}

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
  const { syntax_highlighter: name } = env.options;
  if (name === null || !env.highlighter) return null;
  if (name !== 'rouge') {
    env.warn(`The configured syntax highlighter ${name} is not available.`);
    return null;
  }
  const option = optionReader(env, kind);
  const defaultLanguage = asText(option('default_lang'));
  const effective = language ?? defaultLanguage;
  if (isTrue(option('disable'))) return null;
  if (effective === null) {
    const guessed = isTrue(option('guess_lang')) ? env.highlighter.guess(code) : null;
    const html = guessed === null ? null : env.highlighter.highlight(code, guessed);
    return html === null ? null : { html, defaultLanguage };
  }
  if (isPlain(effective) && !isTrue(option('guess_lang'))) return null;
  const html = env.highlighter.highlight(code, effective);
  return html === null ? null : { html, defaultLanguage };
}

/** Options of the highlighter, those under `span` or `block` first. */
function optionReader(env: KramdownEnv, kind: 'block' | 'span'): (name: string) => unknown {
  const options = env.options.syntax_highlighter_opts;
  const own = options.get(kind);
  return (name) => (own instanceof Map && own.has(name) ? own.get(name) : options.get(name));
}

function isTrue(value: unknown): boolean {
  return value !== undefined && value !== null && value !== false;
}

function asText(value: unknown): string | null {
  return isTrue(value) ? String(value) : null;
}

/** Rouge's names of the lexer that finds no tokens. */
function isPlain(language: string): boolean {
  return /^(?:plaintext|text)(?:\?|$)/.test(language);
}

/** The `x` of a class `language-x`. Origin: kramdown 2.5.2, `Converter::Base#extract_code_language`. */
export function codeLanguage(attrs: Token['attrs']): string | null {
  const value = attrs?.find(([name]) => name === 'class')?.[1];
  return value === undefined ? null : (/\blanguage-([^ \t-\r]+)/.exec(String(value))?.[1] ?? null);
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
