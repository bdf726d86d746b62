import type { RubyHash, Value } from '../ruby/value.js';
import type { Diagnostic } from './diagnostic.js';
import type { Directories } from './directories.js';
import type { ThemeDescription } from './theme.js';

/** One entry of `defaults:` in the configuration. */
export interface FrontMatterDefault {
  /** `scope.path` as written, `''` for every file. */
  readonly path: string;
  /** `scope.type`: `pages`, `posts`, `drafts` or a collection's label; `null` for every type. */
  readonly type: string | null;
  readonly values: RubyHash;
  /** The whole entry as the user wrote it, for messages. */
  readonly written: RubyHash;
}

/** One collection's section of the configuration. */
export interface CollectionConfig {
  readonly label: string;
  /** Whether its documents are written. */
  readonly output: boolean;
  readonly permalink: string | null;
  readonly sortBy: string | null;
  /** Paths below the collection's folder, `null` when not given. */
  readonly order: readonly string[] | null;
  /** Every key as the user wrote it, for templates. */
  readonly metadata: RubyHash;
}

/** The `liquid` section. */
export interface LiquidConfig {
  readonly errorMode: 'lax' | 'warn' | 'strict';
  readonly strictFilters: boolean;
  readonly strictVariables: boolean;
  /** 4 (Jekyll's), or 5 to allow `render`, `echo`, `liquid` and inline comments. */
  readonly version: 4 | 5;
}

/**
 * The settled configuration of one build: files over defaults, flags over files, checked and frozen. Typed fields are what stages
 * ask for; `settings` is the whole merged mapping, user keys in the user's spelling, which templates see as `site.KEY`.
 */
export interface Config {
  readonly settings: RubyHash;
  readonly directories: Directories;
  /** Why the directories are as they are, for `--verbose`, e.g. `content/ and layouts/ stand beside each other`. */
  readonly shapeReason: string;
  /** Files read, in order of precedence; empty means `Configuration file: none`. */
  readonly configFiles: readonly string[];
  /** `JEKYLL_ENV`, default `development`. */
  readonly environment: string;
  /** Whether `JEKYLL_ENV` is set at all: only then `theme.root` shows in development. */
  readonly isEnvironmentSet: boolean;
  readonly safe: boolean;
  readonly future: boolean;
  readonly unpublished: boolean;
  readonly showDrafts: boolean;
  /** 0 is no limit. */
  readonly limitPosts: number;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly keepFiles: readonly string[];
  readonly encoding: string;
  /** Lower case with the dot, e.g. `.md`. */
  readonly markdownExtensions: ReadonlySet<string>;
  /** `kramdown`, `commonmark`, … lower case. */
  readonly markdown: string;
  /** `rouge`, `none`, … */
  readonly highlighter: string;
  readonly kramdown: RubyHash;
  readonly liquid: LiquidConfig;
  readonly strictFrontMatter: boolean;
  /** Style name or template, e.g. `date`, `pretty`, `/:title/`. */
  readonly permalink: string;
  readonly timezone: string | null;
  /** `null` when not set (differs from `''` in `relative_url`). */
  readonly baseurl: string | null;
  readonly url: string | null;
  readonly excerptSeparator: string;
  readonly pageExcerpts: boolean;
  /** In configuration order, `posts` first unless the user placed it. */
  readonly collections: readonly CollectionConfig[];
  readonly defaults: readonly FrontMatterDefault[];
  readonly plugins: readonly string[];
  readonly whitelist: readonly string[];
  readonly theme: string | null;
  /** What the theme says of itself. */
  readonly themeDescription: ThemeDescription | null;
  readonly sass: RubyHash;
  /** Value of the configuration's `time`, else `SOURCE_DATE_EPOCH`, else null for now. */
  readonly time: Value;
  readonly incremental: boolean;
  readonly profile: boolean | 'json';
  readonly quiet: boolean;
  readonly verbose: boolean;
  /** Warnings make the build fail (`--strict`, ours). */
  readonly strict: boolean;
  /** What was reported while it was loaded: a build with it fares as these say, too. */
  readonly diagnostics: readonly Diagnostic[];
  /** Allow a foreign folder with files and no manifest as the destination's first build (`--force`, ours). */
  readonly force: boolean;
}
