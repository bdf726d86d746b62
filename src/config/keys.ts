/**
 * The keys of the configuration that a build reads, with the types they may have: one table, by which files are checked
 * (`validate.ts`). What Jekyll 4.4.1 takes, a row takes. What Jekyll crashes on, or loses files by, is an error, of some keys once a file
 * needs them; what it makes something of that nobody can have meant is a warning. Keys that are not here are the user's own, for templates;
 * kramdown looks at most of its options itself, when the first text is converted.
 */
import { RUBY_ENGINES } from '../model/config.js';
import type { Value } from '../ruby/value.js';
import type { ValueType } from '../site/value-type.js';

/** One row. */
export interface ConfigKey {
  /** From the top, `*` for any name and `[]` for each entry of a list: `collections.*.output`, `include.[]`. */
  readonly key: string;
  /** In place of a key's value `~` is always well. */
  readonly types: readonly ValueType[];
  /** The only texts that count, where they are few. */
  readonly choices?: readonly string[];
  /** `null` for a key that nothing is put in place of. Folders and `exclude` get more than this from where the site lies. */
  readonly default: Value;
  /** One sentence, for people: hints, the schema. */
  readonly about: string;
  /** How a value of another type is taken. */
  readonly wrong: 'error' | 'warning';
  /** That Jekyll does not look before something uses it: until then a value of another type is but a warning. */
  readonly isReadOnUse?: true;
}

/** In the order of Jekyll's defaults, then what else it reads, then what stands below a key. */
export const CONFIG_KEYS: readonly ConfigKey[] = [
  error('source', ['text'], null, 'The folder the site is read from.'),
  error('destination', ['text'], null, 'The folder the site is written to.'),
  error('collections_dir', ['text'], '', 'The folder in which the collections lie.'),
  error('cache_dir', ['text'], '.jekyll-cache', 'The folder for what is kept between builds.'),
  error(
    'plugins_dir',
    ['text', 'list'],
    '_plugins',
    'The folder, or the folders, of the site’s own plugins.',
  ),
  error('layouts_dir', ['text'], '_layouts', 'The folder of the layouts.'),
  error('data_dir', ['text'], '_data', 'The folder of the data files.'),
  warning('includes_dir', ['text'], '_includes', 'The folder of the includes.'),
  error('collections', ['mapping', 'list'], new Map(), 'The collections by name, each with its settings.'),
  flag('safe', false, 'Whether only plugins on the whitelist run, and no link leads out of the source.'),
  error(
    'include',
    ['list'],
    ['.htaccess'],
    'Files that count although a dot or underscore starts their name.',
  ),
  error('exclude', ['list'], [], 'Files and folders that do not count.'),
  error('keep_files', ['list'], ['.git', '.svn'], 'What stays in the destination although no build made it.'),
  error('encoding', ['text'], 'utf-8', 'The encoding of text files.'),
  error(
    'markdown_ext',
    ['text'],
    'markdown,mkdown,mkdn,mkd,md',
    'Extensions of Markdown files, with commas between.',
  ),
  flag(
    'strict_front_matter',
    false,
    'Whether bad front matter stops the build; in a site of our own shape it does by default.',
  ),
  flag('show_drafts', null, 'Whether drafts are read.'),
  error('limit_posts', ['number'], 0, 'How many posts are kept, the last ones by date; 0 for all.'),
  flag('future', false, 'Whether posts with a date to come are published.'),
  flag('unpublished', false, 'Whether files with `published: false` are published.'),
  warning('whitelist', ['list', 'text', 'nothing'], [], 'Plugins that run in safe mode as well.'),
  error('plugins', ['list'], [], 'The gems whose work is done.'),
  error('markdown', ['text'], 'kramdown', 'Who converts Markdown: kramdown or commonmark.'),
  warning('highlighter', ['text', 'nothing'], 'rouge', 'Who colours code: rouge, or none.'),
  flag('lsi', false, 'Whether related posts are worked out from their words.'),
  warning('excerpt_separator', ['text', 'nothing'], '\n\n', 'The text that an excerpt ends before.'),
  flag(
    'incremental',
    false,
    'Means nothing more: every build takes over from the last one what no change can have reached.',
  ),
  flag('detach', false, 'Whether the server runs in the background.'),
  warning('port', ['text', 'number'], '4000', 'The port of the server.'),
  warning('host', ['text'], '127.0.0.1', 'The address the server listens on.'),
  warning('baseurl', ['text', 'number', 'nothing'], null, 'The path the site stands under, e.g. /blog.'),
  flag('show_dir_listing', false, 'Whether the server lists folders that have no index.'),
  error('permalink', ['text'], 'date', 'A style or a template for the addresses of posts and pages.'),
  warning('paginate_path', ['text'], '/page:num', 'Where the pages of a pagination lie.'),
  error('timezone', ['text', 'nothing'], null, 'The time zone of all times, e.g. Europe/Prague.'),
  flag('quiet', false, 'Whether only errors are printed.'),
  flag('verbose', false, 'Whether more is printed.'),
  warning('defaults', ['list', 'nothing'], [], 'Front matter for the files of a scope.'),
  error('liquid', ['mapping'], new Map(), 'How templates are read.'),
  error('kramdown', ['mapping', 'nothing'], new Map(), 'Options of kramdown.'),
  error('time', ['date', 'text', 'nothing'], null, 'What `site.time` is, in place of the present moment.'),
  warning('url', ['text', 'nothing'], null, 'Scheme and host of the site, e.g. https://example.org.'),
  warning('theme', ['text'], null, 'The theme: a gem, a package or a folder.'),
  flag('ignore_theme_config', null, 'Whether the theme’s own configuration is passed over.'),
  flag('page_excerpts', null, 'Whether pages have excerpts.'),
  flag('disable_disk_cache', null, 'Whether nothing is kept between builds.'),
  warning(
    'profile',
    ['boolean', 'text'],
    null,
    'Whether the costs of templates are printed, with json for programs; or a file for what ran when, e.g. trace.json.',
  ),
  errorOnUse('csv_reader', ['mapping', 'nothing'], null, 'How CSV data files are read.'),
  errorOnUse('tsv_reader', ['mapping', 'nothing'], null, 'How TSV data files are read.'),
  errorOnUse('sass', ['mapping', 'nothing'], null, 'Options of Sass.'),
  warning('utterson', ['mapping', 'nothing'], null, 'What Jekyll does not have.'),

  error('plugins_dir.[]', ['text'], null, 'A folder of plugins.'),
  error('collections.[]', ['text'], null, 'The name of a collection.'),
  error('collections.*', ['mapping', 'nothing'], null, 'The settings of one collection.'),
  flag('collections.*.output', null, 'Whether the documents of the collection are written.'),
  error('collections.posts.permalink', ['text', 'nothing'], null, 'A template for the addresses of posts.'),
  error(
    'collections.*.permalink',
    ['text'],
    null,
    'A template for the addresses of the collection’s documents.',
  ),
  warning(
    'collections.*.sort_by',
    ['text', 'nothing'],
    null,
    'The front matter by which the documents are sorted.',
  ),
  warning('collections.*.order', ['list', 'nothing'], null, 'The documents that come first, in this order.'),
  error('collections.*.order.[]', ['text'], null, 'The path of a document from the collection’s folder on.'),
  error('include.[]', ['text', 'nothing'], null, 'A name or a glob.'),
  warning('exclude.[]', ['text', 'nothing'], null, 'A path or a glob.'),
  error('keep_files.[]', ['text'], null, 'A path from the destination on.'),
  error('plugins.[]', ['text'], null, 'The name of a gem.'),
  error('defaults.[].scope', ['mapping'], null, 'Which files the front matter is for.'),
  warning(
    'defaults.[].scope.path',
    ['text'],
    null,
    'The folder, the file or the glob the front matter is for.',
  ),
  error('defaults.[].scope.type', ['text'], null, 'The type, or the collection, the front matter is for.'),
  {
    ...error('liquid.error_mode', ['text'], 'warn', 'How markup is read that strict parsing refuses.'),
    choices: ['strict', 'lax', 'warn'],
  },
  flag('liquid.strict_filters', false, 'Whether an unknown filter is an error.'),
  flag('liquid.strict_variables', false, 'Whether an unknown name is an error.'),
  flag('kramdown.auto_ids', true, 'Whether headings get an id.'),
  kramdowns('kramdown.toc_levels', [1, 2, 3, 4, 5, 6], 'The levels of headings in a table of contents.'),
  warning('kramdown.entity_output', ['text'], 'as_char', 'How entities are written.'),
  kramdowns('kramdown.smart_quotes', 'lsquo,rsquo,ldquo,rdquo', 'What straight quotes become.'),
  error('kramdown.input', ['text'], 'GFM', 'The dialect: GFM or kramdown.'),
  flag('kramdown.hard_wrap', false, 'Whether a line end is a line break.'),
  flag('kramdown.guess_lang', true, 'Whether the language of code without one is guessed.'),
  kramdowns('kramdown.footnote_nr', 1, 'The number of the first footnote.'),
  flag('kramdown.show_warnings', false, 'Whether kramdown’s warnings are shown.'),
  error('kramdown.syntax_highlighter_opts', ['mapping', 'nothing'], null, 'Options of the highlighter.'),
  error('kramdown.coderay', ['mapping', 'nothing'], null, 'Options of a former highlighter.'),
  error('kramdown.math_engine_opts', ['mapping'], null, 'Options of the math engine.'),
  error(
    'utterson.gem_server',
    ['text'],
    null,
    'Address of the gem server that themes are fetched from, with https.',
  ),
  error('utterson.generation', ['number'], 4, 'Which Jekyll the site was written for: 3 or 4.'),
  {
    ...warning(
      'utterson.ruby',
      ['text', 'boolean', 'mapping'],
      'auto',
      'What runs plugins in Ruby: auto, wasm, system or off; or a mapping with engine, allow, limit, site_limit and notice.',
    ),
    choices: RUBY_ENGINES,
  },
  {
    ...warning(
      'utterson.ruby.engine',
      ['text', 'boolean'],
      'auto',
      'What runs plugins in Ruby: auto, wasm, system or off.',
    ),
    choices: RUBY_ENGINES,
  },
  warning('utterson.ruby.allow', ['list'], [], 'What plugins in Ruby may do besides, e.g. command:date.'),
  warning('utterson.ruby.allow.[]', ['text'], null, 'A program that they may run, e.g. command:date.'),
  warning(
    'utterson.ruby.limit',
    ['number'],
    10,
    'Seconds that a tag, a filter or a hook of a page may take.',
  ),
  warning(
    'utterson.ruby.site_limit',
    ['number'],
    300,
    'Seconds that a generator, a converter or a hook of the site may take.',
  ),
  warning('utterson.ruby.notice', ['number'], 3, 'Seconds after which a line says what is running.'),
  flag('utterson.github_pages', null, 'Whether the site is built as on GitHub Pages.'),
  errorOnUse('sass.sass_dir', ['text'], null, 'The folder of Sass partials.'),
  errorOnUse('sass.sourcemap', ['text'], null, 'When source maps are written: always, never or development.'),
  warning('sass.style', ['text', 'nothing'], null, 'How CSS is written: expanded or compressed.'),
  warning('sass.load_paths', ['list', 'text', 'nothing'], null, 'Folders in which imports are looked for.'),
  warning('sass.load_paths.[]', ['text', 'nothing'], null, 'A folder, or a glob that finds folders.'),
  errorOnUse('csv_reader.csv_converters', ['list'], null, 'Converters for the cells of CSV files.'),
  errorOnUse('csv_reader.encoding', ['text'], null, 'The encoding of CSV files.'),
  errorOnUse('tsv_reader.csv_converters', ['list'], null, 'Converters for the cells of TSV files.'),
  errorOnUse('tsv_reader.encoding', ['text'], null, 'The encoding of TSV files.'),
];

function error(key: string, types: readonly ValueType[], usual: Value, about: string): ConfigKey {
  return { key, types, default: usual, about, wrong: 'error' };
}

function errorOnUse(key: string, types: readonly ValueType[], usual: Value, about: string): ConfigKey {
  return { ...error(key, types, usual, about), isReadOnUse: true };
}

function warning(key: string, types: readonly ValueType[], usual: Value, about: string): ConfigKey {
  return { key, types, default: usual, about, wrong: 'warning' };
}

/** kramdown checks it itself, in its own words, when the first text is converted. */
function kramdowns(key: string, usual: Value, about: string): ConfigKey {
  return warning(key, ['text', 'number', 'boolean', 'list', 'mapping', 'nothing'], usual, about);
}

/** Whatever stands there but `false` counts as yes. */
function flag(key: string, usual: Value, about: string): ConfigKey {
  return warning(key, ['boolean'], usual, about);
}
