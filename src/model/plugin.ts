/** The one interface of plugins, built-in and users': this file is its door, the parts stand in files of their own. */
import type { PlainObject } from '../ruby/plain-value.js';
import type { RubyHash, Value } from '../ruby/value.js';
import type { Config } from './config.js';
import type { Converter, ConverterTools } from './converter.js';
import type { Generator } from './generator.js';
import type { Hook } from './hook.js';
import type { PluginCommand } from './plugin-command.js';
import type { PluginFilter, PluginTag } from './plugin-liquid.js';

export * from './converter.js';
export * from './generator.js';
export * from './hook.js';
export * from './plugin-command.js';
export * from './plugin-liquid.js';
export * from './plugin-priority.js';

/** What a plugin that is a function is made with: the build's configuration, and values that templates know and JavaScript does not. */
export interface PluginTools {
  readonly config: Config;
  /** A float, which prints `2.0` for 2. */
  float(value: number): Value;
  /** A moment in the site's time zone. @param milliseconds since 1970, as `Date.now()` has them */
  time(milliseconds: number): Value;
}

/**
 * What a gem's restatement, a file in the plugins folder or an npm package exports. Built-in and site plugins share it. Every member but
 * the name may be left out. One plugin may serve several builds: what belongs to a build is not to be kept in it.
 */
export interface Plugin {
  /** A gem's or package's name, as `plugins:` lists it, or the file's; e.g. `jekyll-sitemap`. */
  readonly name: string;
  /**
   * Whether its converters and generators run under `safe: true`, too, as `safe true` says of a Ruby plugin's class; default no. Everything else
   * of a plugin that is loaded there does: of the theme's gems and of `plugins:` that is what `whitelist:` names, of the Gemfile's all.
   */
  readonly isSafe?: boolean;
  /**
   * That what its tags, filters, converters and hooks make goes by what they are given and what they ask of the build alone: no clock, no
   * chance, no files, nothing kept from one call to the next; and that all its code lies in the plugins folder, or its package. Pages in which
   * they have a part are then taken over from the last build like others. Default: no, they are made anew each time.
   */
  readonly pure?: boolean;
  /**
   * Settings that count where the site's configuration, Jekyll's own defaults among it, says nothing, e.g. `{ toc: { max_level: 3 } }`; mappings
   * are merged. What decides where files lie, and which theme and plugins are loaded, is settled before.
   */
  readonly defaults?: RubyHash | PlainObject;
  /**
   * Tells which files are read as pages and documents even without front matter, such as AsciiDoc, whose header says as much; all others
   * without are copied. It is asked per file, with the extension as in the name, e.g. `.adoc`, `''` for none.
   */
  readonly needsNoFrontMatter?: (config: Config) => (extension: string) => boolean;
  /** Makes its converters; called once per build, with the build's configuration. They stand beside the build's own. */
  readonly converters?: (config: Config, tools: ConverterTools) => readonly Converter[];
  /** What adds to the site before it is rendered, e.g. a feed. */
  readonly generators?: readonly Generator[];
  /** Liquid tags; one of a name that is taken counts in the other's place. */
  readonly tags?: readonly PluginTag[];
  /** Liquid filters, likewise. */
  readonly filters?: readonly PluginFilter[];
  /** What runs at moments of the build. */
  readonly hooks?: readonly Hook[];
  /**
   * The builds that make up the site, e.g. one for each language: configurations made of the site's own, with what differs, each with a `pass`
   * of its own. They are read, generated and rendered one after the other, and written together. `null` for a single build; of several
   * plugins the first that wants more counts. A `SiteError` stops the build.
   */
  readonly passes?: (config: Config) => readonly Config[] | null;
  /** Commands of its own. */
  readonly commands?: readonly PluginCommand[];
}
