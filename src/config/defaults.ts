/** Jekyll 4.4.1's `Configuration::DEFAULTS`, in its order, which templates see when they loop over the configuration. */
import type { RubyHash, Value } from '../ruby/value.js';

type Entries = readonly (readonly [string, Value])[];

const hash = (entries: Entries): RubyHash => new Map(entries);

/** A fresh copy of the defaults; `directory` is the working directory. */
export function defaultSettings(directory: string): RubyHash {
  return hash([
    ['source', directory],
    ['destination', `${directory === '/' ? '' : directory}/_site`],
    ['collections_dir', ''],
    ['cache_dir', '.jekyll-cache'],
    ['plugins_dir', '_plugins'],
    ['layouts_dir', '_layouts'],
    ['data_dir', '_data'],
    ['includes_dir', '_includes'],
    ['collections', hash([])],
    ['safe', false],
    ['include', ['.htaccess']],
    ['exclude', []],
    ['keep_files', ['.git', '.svn']],
    ['encoding', 'utf-8'],
    ['markdown_ext', 'markdown,mkdown,mkdn,mkd,md'],
    ['strict_front_matter', false],
    ['show_drafts', null],
    ['limit_posts', 0],
    ['future', false],
    ['unpublished', false],
    ['whitelist', []],
    ['plugins', []],
    ['markdown', 'kramdown'],
    ['highlighter', 'rouge'],
    ['lsi', false],
    ['excerpt_separator', '\n\n'],
    ['incremental', false],
    ['detach', false],
    ['port', '4000'],
    ['host', '127.0.0.1'],
    ['baseurl', null],
    ['show_dir_listing', false],
    ['permalink', 'date'],
    ['paginate_path', '/page:num'],
    ['timezone', null],
    ['quiet', false],
    ['verbose', false],
    ['defaults', []],
    ['liquid', liquidDefaults()],
    ['kramdown', kramdownDefaults()],
  ]);
}

function liquidDefaults(): RubyHash {
  return hash([
    ['error_mode', 'warn'],
    ['strict_filters', false],
    ['strict_variables', false],
  ]);
}

function kramdownDefaults(): RubyHash {
  return hash([
    ['auto_ids', true],
    ['toc_levels', [1, 2, 3, 4, 5, 6]],
    ['entity_output', 'as_char'],
    ['smart_quotes', 'lsquo,rsquo,ldquo,rdquo'],
    ['input', 'GFM'],
    ['hard_wrap', false],
    ['guess_lang', true],
    ['footnote_nr', 1],
    ['show_warnings', false],
  ]);
}

/** Jekyll 3.10.0's default of `exclude`, which what the user excludes replaces. */
export const FORMER_DEFAULT_EXCLUDES: readonly string[] = [
  'Gemfile',
  'Gemfile.lock',
  'node_modules',
  'vendor/bundle/',
  'vendor/cache/',
  'vendor/gems/',
  'vendor/ruby/',
];

/** `Configuration::DEFAULT_EXCLUDES`: added to whatever the user excludes. */
export const DEFAULT_EXCLUDES: readonly string[] = [
  '.sass-cache',
  '.jekyll-cache',
  'gemfiles',
  ...FORMER_DEFAULT_EXCLUDES,
];
