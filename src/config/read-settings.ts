/** Settings of files and flags, laid over the defaults (`Jekyll.configuration`, `Configuration.from`): all that comes before the theme. */
import { readBundle } from '../gems/bundle.js';
import type { Bundle } from '../model/bundle.js';
import type { Config } from '../model/config.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { Generation } from '../model/generation.js';
import { collecting } from '../report/findings.js';
import type { Reporter } from '../report/logger.js';
import * as messages from '../report/messages.js';
import { deepMerge } from '../ruby/deep-merge.js';
import { expandPath } from '../ruby/file-path.js';
import { toS } from '../ruby/to-s.js';
import { isTruthy, type RubyHash, type Value } from '../ruby/value.js';
import { withDefaultCollections } from './collections.js';
import { DEFAULT_EXCLUDES, defaultSettings, FORMER_DEFAULT_EXCLUDES } from './defaults.js';
import { chooseShape, type Shape } from './directories.js';
import type { Environment } from './environment.js';
import { withFormerKeys } from './former-keys.js';
import { findGeneration } from './generation.js';
import {
  droppedPlugins,
  type EffectiveSettings,
  effectiveSettings,
  findGithubPages,
} from './github-pages.js';
import { itemPlace } from './key-place.js';
import { defaultConfigFile, readConfigFile } from './read-file.js';
import { type ConfigSources, validateSettings } from './validate.js';

/** What a configuration is made of. */
export interface LoadOptions {
  /** The working directory, absolute. */
  readonly directory: string;
  /** By Jekyll's configuration names (`source`, `config`, `show_drafts`, …); an absent key was not given. */
  readonly flags: Readonly<Record<string, Value>>;
  readonly environment: Environment;
  readonly reporter: Reporter;
  /** A theme that is not found counts as none: for commands that render nothing, which do not need it with Jekyll either. */
  readonly ignoresMissingTheme?: boolean;
  /**
   * Files count as empty: for a server that shows what is wrong with them, and needs to know until then where things lie.
   *
   * @internal
   */
  readonly ignoresFiles?: boolean;
}

/** A configuration whose theme has not been looked for. */
export interface ReadSettings {
  readonly settings: RubyHash;
  /** The site's folder. */
  readonly root: string;
  readonly shape: Shape;
  readonly files: readonly string[];
  readonly bundle: Bundle;
  readonly generation: Generation;
  readonly generationReason: string;
  readonly githubPages: Config['githubPages'];
  /** Whether the user names a theme; on GitHub Pages a site has one all the same. */
  readonly isThemeNamed: boolean;
  /** `--offline`: whether the network is left alone. */
  readonly isOffline: boolean;
  /** `--jobs`, see `Config`. */
  readonly jobs: number | null;
  /** `--frozen`: whether what is fetched must be locked already. */
  readonly isFrozen: boolean;
  readonly errorsOnUse: Config['errorsOnUse'];
  /** Tells, and notes what it tells below. */
  readonly reporter: Reporter;
  readonly diagnostics: readonly Diagnostic[];
}

/** What steers the program and is no setting of the site: templates see nothing of it. */
const OWN_FLAGS = ['github_pages', 'offline', 'frozen', 'jobs'] as const;

/**
 * Reads files and flags.
 *
 * @throws SiteError for an unreadable file and for what stops Jekyll
 */
export function readSettings(options: LoadOptions): ReadSettings {
  const { directory, environment } = options;
  const { reporter, diagnostics } = collecting(options.reporter);
  const flags: RubyHash = new Map(Object.entries(options.flags));
  const [isPagesAsked, isOffline, isFrozen] = OWN_FLAGS.map((name) => isTruthy(flags.get(name) ?? null));
  const jobs = readJobs(flags.get('jobs'));
  for (const name of OWN_FLAGS) flags.delete(name);
  const root = expandPath(text(flags.get('source')) ?? '.', directory, environment['HOME']);
  const files = configFiles(flags, root, options);
  const written = options.ignoresFiles ? new Map() : readFiles(files, root, reporter);
  foldRubyFlag(flags, written);
  const given = deepMerge(written, flags);
  const pagesReason = findGithubPages(given, root, isPagesAsked!);
  const { generation, reason: generationReason } = findGeneration(given, root, pagesReason);
  const fromFiles = generation.formerKeysCount ? withFormerKeys(written, reporter) : written;
  const errorsOnUse = validateSettings(deepMerge(fromFiles, flags), { files, root }, reporter);
  const shape = chooseShape(root, fromFiles);
  const defaults = shape.defaults(defaultSettings(directory));
  const own = mergeSettings(defaults, fromFiles, flags, generation);
  const effective = pagesReason === null ? null : effectiveSettings(defaults, own, environment);
  if (effective !== null) tellDropped(effective, { files, root }, reporter);
  return {
    settings: effective?.settings ?? own,
    root,
    shape,
    files,
    bundle: readBundle(directory, environment),
    generation,
    generationReason,
    githubPages: effective === null ? null : { reason: pagesReason!, switchedOn: effective.switchedOn },
    isThemeNamed: own.has('theme') || own.has('remote_theme'),
    isOffline: isOffline!,
    isFrozen: isFrozen!,
    jobs,
    errorsOnUse,
    reporter,
    diagnostics,
  };
}

/** A number from 1 on; `null` for `auto`. */
function readJobs(value: Value | undefined): number | null {
  const count = Number(toS(value ?? null));
  return count >= 1 ? count : null;
}

/** `--ruby` sets `utterson: {ruby: …}`, in a mapping there its `engine`. */
function foldRubyFlag(flags: RubyHash, written: RubyHash): void {
  const engine = flags.get('ruby');
  if (engine === undefined) return;
  flags.delete('ruby');
  const section = written.get('utterson');
  const isMapping = section instanceof Map && section.get('ruby') instanceof Map;
  flags.set('utterson', new Map([['ruby', isMapping ? new Map([['engine', engine]]) : engine]]));
}

function mergeSettings(
  defaults: RubyHash,
  fromFiles: RubyHash,
  flags: RubyHash,
  { excludesAreAdded }: Generation,
): RubyHash {
  const own = deepMerge(withDefaultCollections(fromFiles), flags);
  const settings = withDefaultCollections(deepMerge(defaults, own));
  const exclude = settings.get('exclude');
  if (!excludesAreAdded)
    return own.has('exclude') ? settings : settings.set('exclude', [...FORMER_DEFAULT_EXCLUDES]);
  if (!Array.isArray(exclude)) return settings;
  return settings.set('exclude', [...new Set([...exclude, ...DEFAULT_EXCLUDES])]);
}

/** A line for each plugin that the user named in vain. */
function tellDropped(effective: EffectiveSettings, sources: ConfigSources, reporter: Reporter): void {
  for (const name of droppedPlugins(effective)) {
    const place = itemPlace('plugins', name, sources) ?? itemPlace('gems', name, sources);
    reporter.report(messages.pluginNotOnGithubPages(name, place));
  }
}

/** Files named by `--config`, looked up from the working directory, else the site's own file if it has one. */
function configFiles(flags: RubyHash, root: string, options: LoadOptions): string[] {
  const named = flags.get('config') ?? null;
  const paths = Array.isArray(named) ? named.map(toS) : [text(named) ?? ''];
  const given = paths.filter((path) => path !== '');
  if (given.length > 0) {
    return given.map((path) => expandPath(path, options.directory, options.environment['HOME']));
  }
  const found = defaultConfigFile(root);
  if (found === null) options.reporter.warn('Configuration file:', 'none');
  return found === null ? [] : [found];
}

/** All files merged, later ones over earlier ones. */
function readFiles(files: readonly string[], root: string, reporter: Reporter): RubyHash {
  return files.reduce<RubyHash>(
    (merged, file) => deepMerge(merged, readConfigFile(file, root, reporter)),
    new Map(),
  );
}

function text(value: Value | undefined): string | undefined {
  return value === null || value === undefined ? undefined : toS(value);
}
