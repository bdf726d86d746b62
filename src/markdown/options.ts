/**
 * kramdown's options and how their values are read.
 *
 * A site writes them under `kramdown:` in its configuration, a document through `{::options key="value" /}`; either way a value
 * may come as text. Origin: kramdown 2.5.2 (`Options`), kramdown-parser-gfm 1.1 (`gfm/options.rb`) and the defaults Jekyll 4.4.1
 * lays over them (`Configuration::DEFAULTS`, `KramdownParser#setup`).
 */
import type { RubyHash } from '../ruby/value.js';
import {
  OptionError,
  type OptionReader,
  readBoolean,
  readHash,
  readInteger,
  readLinkDefinitions,
  readList,
  readSmartQuotes,
  readString,
  readSymbol,
  readSymbolList,
  readTemplate,
  readTocLevels,
  readTypographicSymbols,
} from './option-values.js';

/** The options by the names users write. Those only kramdown's other output formats use are accepted and ignored. */
export interface KramdownOptions {
  /** Dialect: `GFM` or `kramdown`. */
  readonly input: string;
  /** Text around the output, as `string://…<%= @body %>…`; empty for none. Other templates are not supported. */
  readonly template: string;
  /** Whether headers without an id get one made from their text. */
  readonly auto_ids: boolean;
  /** Whether such an id is made from the header's text without markup; GFM always does. */
  readonly auto_id_stripping: boolean;
  /** Text put before generated header ids. */
  readonly auto_id_prefix: string;
  /** Whether headers start with an empty link to themselves. */
  readonly header_links: boolean;
  /** Whether header text is written in ASCII before an id is made of it (not in GFM). */
  readonly transliterated_header_ids: boolean;
  /** Whether block HTML holds Markdown by default. */
  readonly parse_block_html: boolean;
  /** Whether span HTML holds Markdown by default. */
  readonly parse_span_html: boolean;
  /** Whether HTML elements with a kramdown counterpart become that. */
  readonly html_to_native: boolean;
  /** Link definitions known beforehand: id → URL and title. */
  readonly link_defs: ReadonlyMap<string, LinkTarget>;
  /** Number of the first footnote. */
  readonly footnote_nr: number;
  /** How entities are written: `as_char`, `as_input`, `numeric`, `symbolic`. */
  readonly entity_output: string | null;
  /** Header levels that enter the table of contents, e.g. `[1, 2, 3]`. */
  readonly toc_levels: readonly number[];
  /** Columns of kramdown's Markdown output; ignored. */
  readonly line_width: number;
  /** LaTeX commands of the six header levels; ignored. */
  readonly latex_headers: readonly unknown[];
  /** Left single, right single, left double, right double quote: entity names or code points. */
  readonly smart_quotes: readonly (string | number)[];
  /** Replacements for typographic symbols by name (`hellip`, `mdash`, `ndash`, `laquo`, `raquo`, `laquo_space`, `raquo_space`). */
  readonly typographic_symbols: ReadonlyMap<string, string>;
  /** Used by kramdown's tag removing converter only; ignored. */
  readonly remove_block_html_tags: boolean;
  /** Used by kramdown's tag removing converter only; ignored. */
  readonly remove_span_html_tags: boolean;
  /** Added to header levels in the output, which stay within 1 to 6. */
  readonly header_offset: number;
  /** Name of the highlighter, `null` for none. */
  readonly syntax_highlighter: string | null;
  /** The highlighter's options: `default_lang`, `guess_lang`, `css_class`, `line_numbers`, `start_line`, `disable`, `block`, `span`. */
  readonly syntax_highlighter_opts: ReadonlyMap<string, unknown>;
  /** `mathjax`, or `null` for plain `$` and `$$`. */
  readonly math_engine: string | null;
  /** The math engine's options; MathJax has none. */
  readonly math_engine_opts: ReadonlyMap<string, unknown>;
  /** Text of the links back from a footnote, `''` for no such links. */
  readonly footnote_backlink: string;
  /** Whether the link back goes into the last paragraph or header however deeply nested. */
  readonly footnote_backlink_inline: boolean;
  /** Text put before footnote ids. */
  readonly footnote_prefix: string;
  /** Text of footnote markers; `%s` stands for the number. */
  readonly footnote_link_text: string;
  /** Whether a footnote's `sup` and `li` have roles (kramdown 2.4.0), and not the link in the `sup`; ours, no document sets it. */
  readonly footnote_roles: boolean;
  /** Whether a line break between two CJK characters is dropped. */
  readonly remove_line_breaks_for_cjk: boolean;
  /** Names `{::options}` may not set. */
  readonly forbidden_inline_options: readonly unknown[];
  /** Indentation of kramdown's Markdown output; ignored. */
  readonly list_indent: number;
  /** GFM: whether every line end in a paragraph is a break. */
  readonly hard_wrap: boolean;
  /** GFM: `paragraph_end`, `no_auto_typographic`. */
  readonly gfm_quirks: readonly unknown[];
  /** Jekyll: whether code without a language is highlighted as what it looks like. */
  readonly guess_lang: boolean;
  /** Jekyll: whether kramdown's warnings are printed. */
  readonly show_warnings: boolean;
}

/** Where a link definition points: URL and title. */
export type LinkTarget = readonly [url: string, title: string | null];

/** Options as they change within one document (`{::options}`). */
export type MutableOptions = { -readonly [K in keyof KramdownOptions]: KramdownOptions[K] };

/** What a site without a `kramdown:` section gets. */
export const defaults = {
  input: 'GFM',
  template: '',
  auto_ids: true,
  auto_id_stripping: false,
  auto_id_prefix: '',
  header_links: false,
  transliterated_header_ids: false,
  parse_block_html: false,
  parse_span_html: true,
  html_to_native: false,
  link_defs: new Map<string, LinkTarget>(),
  footnote_nr: 1,
  entity_output: 'as_char',
  toc_levels: [1, 2, 3, 4, 5, 6],
  line_width: 72,
  latex_headers: ['section', 'subsection', 'subsubsection', 'paragraph', 'subparagraph', 'subparagraph'],
  smart_quotes: ['lsquo', 'rsquo', 'ldquo', 'rdquo'],
  typographic_symbols: new Map<string, string>(),
  remove_block_html_tags: true,
  remove_span_html_tags: false,
  header_offset: 0,
  syntax_highlighter: 'rouge',
  syntax_highlighter_opts: new Map<string, unknown>(),
  math_engine: 'mathjax',
  math_engine_opts: new Map<string, unknown>(),
  footnote_backlink: '&#8617;',
  footnote_backlink_inline: false,
  footnote_prefix: '',
  footnote_link_text: '%s',
  footnote_roles: false,
  remove_line_breaks_for_cjk: false,
  forbidden_inline_options: ['template'],
  list_indent: 2,
  hard_wrap: false,
  gfm_quirks: ['paragraph_end'],
  guess_lang: true,
  show_warnings: false,
} as const satisfies KramdownOptions;

/** How each option's value is read; throws `OptionError` for a value kramdown refuses. */
const readers: { readonly [K in keyof KramdownOptions]: OptionReader<KramdownOptions[K]> } = {
  input: readInput,
  template: readTemplate,
  auto_ids: readBoolean,
  auto_id_stripping: readBoolean,
  auto_id_prefix: readString,
  header_links: readBoolean,
  transliterated_header_ids: readBoolean,
  parse_block_html: readBoolean,
  parse_span_html: readBoolean,
  html_to_native: readBoolean,
  link_defs: readLinkDefinitions,
  footnote_nr: readInteger,
  entity_output: readSymbol,
  toc_levels: readTocLevels,
  line_width: readInteger,
  latex_headers: (value, name) => readList(value, name, 6),
  smart_quotes: readSmartQuotes,
  typographic_symbols: readTypographicSymbols,
  remove_block_html_tags: readBoolean,
  remove_span_html_tags: readBoolean,
  header_offset: readInteger,
  syntax_highlighter: readSymbol,
  syntax_highlighter_opts: readHash,
  math_engine: readSymbol,
  math_engine_opts: readHash,
  footnote_backlink: readString,
  footnote_backlink_inline: readBoolean,
  footnote_prefix: readString,
  footnote_link_text: readFootnoteLinkText,
  footnote_roles: readBoolean,
  remove_line_breaks_for_cjk: readBoolean,
  forbidden_inline_options: readSymbolList,
  list_indent: readInteger,
  hard_wrap: readBoolean,
  gfm_quirks: readSymbolList,
  guess_lang: readBoolean,
  show_warnings: readBoolean,
};

/** Options that Jekyll or we alone know, so `{::options}` does not: they stay as the site set them. */
const jekyllsOwn: ReadonlySet<string> = new Set(['input', 'footnote_roles', 'guess_lang', 'show_warnings']);

/** Whether kramdown defines an option of that name. */
export function isOption(name: string): name is keyof KramdownOptions {
  return Object.hasOwn(readers, name) && !jekyllsOwn.has(name);
}

/** Reads one value, given as text or already typed, and stores it. Throws `OptionError` when kramdown refuses the value. */
export function setOption<K extends keyof KramdownOptions>(
  options: MutableOptions,
  name: K,
  value: unknown,
): void {
  options[name] = readers[name](value, name);
}

/**
 * The options a `kramdown:` section asks for, on top of the defaults. Unknown keys are ignored, as kramdown does.
 *
 * @param highlighter the site's `highlighter`, for a section that names none
 * @example readOptions({ toc_levels: '2..3', hard_wrap: 'true' })
 */
export function readOptions(
  section: RubyHash | Readonly<Record<string, unknown>>,
  highlighter = 'rouge',
): KramdownOptions {
  const options: MutableOptions = { ...defaults };
  const entries = section instanceof Map ? section.entries() : Object.entries(section);
  for (const [key, value] of entries) {
    if (typeof key === 'string' && Object.hasOwn(readers, key)) {
      setOption(options, key as keyof KramdownOptions, value);
    }
  }
  if (!isNamed(section, 'syntax_highlighter')) options.syntax_highlighter = highlighter;
  options.syntax_highlighter_opts = withJekyllsHighlighting(options);
  return options;
}

/** Whether the section holds a value for the key: Jekyll takes null and false for none. */
function isNamed(section: RubyHash | Readonly<Record<string, unknown>>, key: string): boolean {
  const value = section instanceof Map ? section.get(key) : section[key];
  return value !== undefined && value !== null && value !== false;
}

/** Jekyll always names a default language and passes `guess_lang` on (`KramdownParser#setup`). */
function withJekyllsHighlighting(options: KramdownOptions): ReadonlyMap<string, unknown> {
  const merged = new Map(options.syntax_highlighter_opts);
  merged.set('default_lang', merged.get('default_lang') || 'plaintext');
  merged.set('guess_lang', options.guess_lang);
  return merged;
}

/** The parsers restated here. Jekyll would load any other kramdown has (`html`, `markdown`) or fail in these words. */
function readInput(value: unknown): string {
  const name = readString(value ?? 'kramdown', 'input');
  if (name === 'GFM') return name;
  if (name === 'kramdown' || name === 'Kramdown') return 'kramdown';
  throw new OptionError(`kramdown has no parser to handle the specified input format: ${name}`);
}

function readFootnoteLinkText(value: unknown, name: string): string {
  const text = readString(value, name);
  if (!text.includes('%s')) throw new OptionError(`option ${name} needs to contain a '%s'`);
  return text;
}
