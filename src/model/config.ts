import type { RubyHash, Value } from '../ruby/value.js';
import type { Bundle } from './bundle.js';
import type { Diagnostic } from './diagnostic.js';
import type { Directories } from './directories.js';
import type { Generation } from './generation.js';
import type { SitePass } from './site-pass.js';
import type { ThemeDescription } from './theme.js';

/** What a site's own configuration file may be called; the first there is counts. */
export const CONFIG_FILE_NAMES = ['_config.yml', '_config.yaml', '_config.toml'] as const;

/** What may run plugins in Ruby (`utterson: {ruby: …}`, ours); `auto` is WebAssembly where its package is installed, and nothing else. */
export const RUBY_ENGINES = ['auto', 'wasm', 'system', 'off'] as const;

/** One entry of `defaults:` in the configuration. */
export interface FrontMatterDefault {
  /** `scope.path` as written: the beginning of paths, or a glob with `*`; `''` (the default) for every file. */
  readonly path: string;
  /** `scope.type`: `pages`, `posts` (drafts, too) or a collection's label, e.g. `recipes`; `null` (the default) for every type. */
  readonly type: string | null;
  /** `values`: front matter for the files in the scope, e.g. `layout: post`. */
  readonly values: RubyHash;
  /** The whole entry as the user wrote it, for messages. */
  readonly written: RubyHash;
}

/** One collection's section of the configuration, `collections: LABEL:`. */
export interface CollectionConfig {
  /** The section's name without characters other than ASCII letters, digits, `_`, `-` and `.`, e.g. `recipes`. */
  readonly label: string;
  /** `output`: whether its documents and files are written; default false, for posts always true. */
  readonly output: boolean;
  /** `permalink`: a template, e.g. `/recipes/:title/`; `null` (the default) for one that ends as the site's does. */
  readonly permalink: string | null;
  /** `sort_by`: the front matter key that orders its documents, e.g. `weight`; `null` (the default) for their dates. */
  readonly sortBy: string | null;
  /** `order`: paths below the collection's folder, which come first and in this order; `null` when not given. */
  readonly order: readonly string[] | null;
  /** Every key of the section as the user wrote it, for templates; empty without a section. */
  readonly metadata: RubyHash;
}

/** A file of what ran when. */
export interface TraceFile {
  /** As it was given: from the working directory, or absolute. */
  readonly file: string;
}

/** The configuration's `liquid` section. */
export interface LiquidConfig {
  /** `error_mode`: markup that strict parsing refuses is read laxly, read laxly with a warning (`warn`, the default), or an error. */
  readonly errorMode: 'lax' | 'warn' | 'strict';
  /** `strict_filters`: whether an unknown filter is an error, and not just skipped; default false. */
  readonly strictFilters: boolean;
  /** `strict_variables`: whether an unknown name is an error, and not just nothing; default false. */
  readonly strictVariables: boolean;
  /** `version` (ours): 4 (Jekyll's, the default), or 5 to allow `render`, `echo`, `liquid` and inline comments. */
  readonly version: 4 | 5;
}

/** Where a setting stands, for messages about it. */
export interface SettingPlace {
  /** Relative to the site's folder, e.g. `_config.yml`. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** 1-based, in code points. */
  readonly column?: number;
  /** The whole file, for a code frame. */
  readonly text: string;
}

/** What is known of a site of GitHub Pages. */
export interface GithubPages {
  /** Why it counts as one, e.g. `the Gemfile names the gem github-pages`. */
  readonly reason: string;
  /** Gems that the user did not name and that work all the same, e.g. `jekyll-gist`. */
  readonly switchedOn: ReadonlySet<string>;
}

/**
 * The settled configuration of one build: files over defaults, flags over files, checked and frozen. Typed fields are what stages
 * ask for; `settings` is the whole merged mapping, user keys in the user's spelling, which templates see as `site.KEY`.
 *
 * A name at a sentence's start is the key of `_config.yml`; the default holds when neither files nor flags say anything. "Ours" is what
 * Jekyll does not have.
 */
export interface Config {
  /** Every key, those that no field stands for among them: a plugin finds its own here, e.g. `settings.get('paginate')`. */
  readonly settings: RubyHash;
  /** Where everything lies: `source`, `destination`, `layouts_dir` and their kin, made absolute. */
  readonly directories: Directories;
  /** Why the directories are as they are, for `--verbose`, e.g. `Jekyll's shape, since there is no content/`. */
  readonly shapeReason: string;
  /** Which Jekyll the site was written for (`utterson: {generation: 3}`, ours); default 4, for sites that a lock or GitHub Pages holds at 3 that. */
  readonly generation: Generation;
  /** Why it is that generation, for the doctor and `--verbose`, e.g. `Gemfile.lock says jekyll (3.9.5)`. */
  readonly generationReason: string;
  /** That the site is built as on GitHub Pages (`utterson: {github_pages: true}`, ours); `null` for any other. */
  readonly githubPages: GithubPages | null;
  /** Which of the builds that make up the site it is for; `null` (the default) for a site that is built once. See `Plugin.passes`. */
  readonly pass: SitePass | null;
  /** Absolute paths of the files read, later ones laid over earlier ones; empty means `Configuration file: none`. */
  readonly configFiles: readonly string[];
  /** The variable `JEKYLL_ENV`, e.g. `production`; default `development`. Templates see it as `jekyll.environment`. */
  readonly environment: string;
  /** Whether `JEKYLL_ENV` is set at all: only then `theme.root` shows in development. */
  readonly isEnvironmentSet: boolean;
  /** The process's environment, for plugins that go by other variables, e.g. `PAGES_REPO_NWO`; record those read while rendering as `env:NAME`. */
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** `--offline`: whether the network is left alone. */
  readonly isOffline: boolean;
  /** `--jobs`: how many threads may work; 1 for this one alone, `null` (the default) for as many as pay, which is decided by the size of the site. */
  readonly jobs: number | null;
  /** `safe`: run no plugins but those on the whitelist, follow no links out of the source; default false. */
  readonly safe: boolean;
  /** `future`: whether posts and documents with a date to come are published; default false. */
  readonly future: boolean;
  /** `unpublished`: whether files with `published: false` are published; default false. */
  readonly unpublished: boolean;
  /** `show_drafts`: whether posts in `_drafts` folders are read; default false. */
  readonly showDrafts: boolean;
  /** `limit_posts`: how many posts are kept, the last ones by date; 0 (the default) is no limit. */
  readonly limitPosts: number;
  /** `include`: names or globs of files that count although a dot or underscore starts their name; default `.htaccess`. */
  readonly include: readonly string[];
  /** `exclude`: paths or globs from the source on that do not count. Jekyll's own, e.g. `node_modules`, are always among them. */
  readonly exclude: readonly string[];
  /** `keep_files`: beginnings of paths in the destination that cleaning leaves alone; default `.git` and `.svn`. */
  readonly keepFiles: readonly string[];
  /** `encoding`: the encoding of text files, e.g. `iso-8859-1`; default `utf-8`. */
  readonly encoding: string;
  /** `markdown_ext`: extensions of Markdown, in lower case with the dot; default `.markdown .mkdown .mkdn .mkd .md`. */
  readonly markdownExtensions: ReadonlySet<string>;
  /** `markdown`: who converts Markdown, in lower case: `kramdown` (the default) or `commonmark`. */
  readonly markdown: string;
  /** `highlighter`: who colours code: `rouge` (the default), any other name for nobody. `kramdown` may name another. */
  readonly highlighter: string;
  /** `kramdown`: options of the converter, by kramdown's names; default Jekyll's, e.g. `input: GFM`. */
  readonly kramdown: RubyHash;
  /** `liquid`: how templates are read. */
  readonly liquid: LiquidConfig;
  /** `strict_front_matter`: whether bad front matter stops the build, and is not just told; default false. */
  readonly strictFrontMatter: boolean;
  /** `permalink`: a style (`date`, the default, `pretty`, `ordinal`, `weekdate`, `none`) or a template, e.g. `/:title/`. */
  readonly permalink: string;
  /** `timezone`: the zone of all times, e.g. `Europe/Prague`; `null` (the default) for the machine's. */
  readonly timezone: string | null;
  /** `baseurl`: the path the site stands under, e.g. `/blog`, which `relative_url` puts first; `null` when not set. */
  readonly baseurl: string | null;
  /** `url`: scheme and host, e.g. `https://example.org`, which `absolute_url` puts first; `null` when not set. */
  readonly url: string | null;
  /** `excerpt_separator`: the text an excerpt ends before; default an empty line, `''` for no excerpts. */
  readonly excerptSeparator: string;
  /** `page_excerpts`: whether HTML pages have excerpts, too; default false. */
  readonly pageExcerpts: boolean;
  /** `collections`: in configuration order, `posts` first unless the user placed it; always there. */
  readonly collections: readonly CollectionConfig[];
  /** `defaults`: in configuration order; entries without `values` are left out. */
  readonly defaults: readonly FrontMatterDefault[];
  /** `plugins`, or by its old name `gems`: names of gems, e.g. `jekyll-feed`; default none. */
  readonly plugins: readonly string[];
  /** What the Gemfile says of plugins; they are loaded before all others, under `safe`, too. */
  readonly bundle: Bundle;
  /** `whitelist`: names of plugins that run under `safe` as well; default none. */
  readonly whitelist: readonly string[];
  /** `theme`: a gem, a package or a path, as written, e.g. `minima`; `null` without one that was found. */
  readonly theme: string | null;
  /** What the theme says of itself; `null` without a theme. */
  readonly themeDescription: ThemeDescription | null;
  /** `sass`: options of the converter, e.g. `style: compressed`; default none. */
  readonly sass: RubyHash;
  /** `time`: the build's instant, as a date or text; `null` (the default) for the present moment. */
  readonly time: Value;
  /** The variable `SOURCE_DATE_EPOCH`: the second since 1970 that every clock of a build shows; `null` for the machine's clock. */
  readonly sourceDate: number | null;
  /**
   * `profile`: whether the costs of stages and templates are printed at the end; default false. `json` (ours) is for programs to read, a name
   * that ends in `.json` (ours) for a file of what ran when.
   */
  readonly profile: boolean | 'json' | TraceFile;
  /** `quiet`: only errors are printed; default false. The command line goes by its flag alone. */
  readonly quiet: boolean;
  /** `verbose`: more is printed; default false. The command line goes by its flag alone. */
  readonly verbose: boolean;
  /** `strict` (ours): whether warnings make the build fail; default false. */
  readonly strict: boolean;
  /** What was reported while it was loaded: a build with it fares as these say, too. */
  readonly diagnostics: readonly Diagnostic[];
  /** What is wrong below keys at the top that nobody looks at before they are used, e.g. `sass`; by these keys. */
  readonly errorsOnUse: ReadonlyMap<string, Diagnostic>;
  /**
   * The version of a gem in `Gemfile.lock`, for a plugin whose releases write different things, e.g. `2.8.0`.
   *
   * @returns `null` when there is no lock, or none of that name in it
   */
  lockedVersion(name: string): string | null;
  /**
   * Where a setting stands, for a plugin to say what is wrong with it: looked up in the files each time.
   *
   * @param path keys and places in lists from the outermost inwards, e.g. `['plugins', 0]`
   * @returns the place in the last file that has the first of them; `null` when it came from a flag or a default
   */
  placeOf(path: readonly Value[]): SettingPlace | null;
  /** `force` (ours): whether a first build may write to a foreign folder that holds files; default false. */
  readonly force: boolean;
}
