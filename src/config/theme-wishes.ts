/** What a site's settings and Gemfile want of themes and gems of style sheets. */
import type { Bundle } from '../model/bundle.js';
import { type Diagnostic, SiteError } from '../model/diagnostic.js';
import * as messages from '../report/messages.js';
import { expandPath, joinPaths } from '../ruby/file-path.js';
import { isFile } from '../ruby/file-test.js';
import { inspect } from '../ruby/inspect.js';
import { toS } from '../ruby/to-s.js';
import { isTruthy, type RubyHash, type Value } from '../ruby/value.js';
import { isAllowedServer, namedGemServer, PUBLIC_GEM_SERVER } from '../themes/network.js';
import { readRemoteTheme } from '../themes/remote-theme.js';
import { type ArchiveWish, type GemWish, THEME_FOLDERS, type Wish } from '../themes/wish.js';
import type { Environment } from './environment.js';
import { PAGES_THEMES } from './github-pages.js';
import { SASS_GEMS } from './sass-gems.js';

/** What the wishes are read off. */
export interface WishSources {
  readonly settings: RubyHash;
  /** The site's folder. */
  readonly root: string;
  /** The working directory. */
  readonly directory: string;
  readonly environment: Environment;
  readonly bundle: Bundle;
  readonly isGithubPages: boolean;
}

/** A theme that a site wants. */
export interface ThemeWish {
  readonly wish: Wish;
  /** The value of `site.theme`. */
  readonly name: string;
  readonly isRemote: boolean;
}

const REMOTE_THEME = 'jekyll-remote-theme';

/**
 * The theme that a site wants; `null` for none. With the plugin jekyll-remote-theme `remote_theme` counts before `theme`, without it behind it.
 *
 * @throws SiteError for a value that names no theme, and for a place that nothing is fetched from
 */
export function wishedTheme(sources: WishSources): ThemeWish | null {
  const { settings } = sources;
  const remote = settings.get('remote_theme') ?? null;
  const theme = settings.get('theme') ?? null;
  if (isTruthy(remote) && (isRemoteThemeOn(sources) || typeof theme !== 'string')) {
    return remoteTheme(remote, sources);
  }
  return typeof theme === 'string' ? namedTheme(theme, sources) : null;
}

/** Whether something names the plugin, and `safe` lets it work. */
function isRemoteThemeOn({ settings, bundle, isGithubPages }: WishSources): boolean {
  if (isGithubPages || bundle.gems.some(({ name }) => name === REMOTE_THEME)) return true;
  const isNamed = ['plugins', 'gems'].some((key) => listOf(settings.get(key)).includes(REMOTE_THEME));
  return (
    isNamed &&
    (!isTruthy(settings.get('safe') ?? null) || listOf(settings.get('whitelist')).includes(REMOTE_THEME))
  );
}

function remoteTheme(value: Value, sources: WishSources): ThemeWish {
  const wish = readRemoteTheme(toS(value), sources);
  if (wish === null) throw new SiteError(messages.remoteThemeInvalid(inspect(value)));
  const name = wish.kind === 'folder' ? wish.name : wish.repository.toLowerCase();
  return { wish, name, isRemote: true };
}

function namedTheme(value: string, sources: WishSources): ThemeWish {
  const name = value.toLowerCase().trim();
  if (/[/\\]|^\.{1,2}$/.test(value)) {
    const path = expandPath(value, sources.root, sources.environment['HOME']);
    return { wish: { kind: 'folder', path, name }, name: value, isRemote: false };
  }
  const wish = gemWish(name, THEME_FOLDERS, 'theme', sources);
  return { wish, name: value, isRemote: false };
}

/** A gem of style sheets. */
export interface SassGemWish {
  readonly wish: Wish;
  /** Where it may have them, from its folder on. */
  readonly folders: readonly string[];
}

/**
 * Gems of style sheets that the Gemfile names, which Sass then finds.
 *
 * @param report told of those that nothing is fetched from
 */
export function wishedSassGems(
  sources: WishSources,
  report: (diagnostic: Diagnostic) => void,
): SassGemWish[] {
  const names = [...new Set(sources.bundle.declared.map(({ name }) => name))];
  return names.flatMap((name) => {
    const folders = SASS_GEMS.get(name);
    if (folders === undefined) return [];
    try {
      return [{ wish: gemWish(name, folders, 'everything', sources), folders }];
    } catch (error) {
      if (!(error instanceof SiteError)) throw error;
      report({ ...error.diagnostic, severity: 'warning' });
      return [];
    }
  });
}

/** Where the Gemfile says that a gem comes from, else from the server. */
function gemWish(
  name: string,
  folders: readonly string[],
  contents: ArchiveWish['contents'],
  sources: WishSources,
): Wish {
  const { bundle } = sources;
  const own = bundle.gemspecs.find((folder) => isFile(joinPaths(folder, `${name}.gemspec`)));
  if (own !== undefined) return { kind: 'folder', path: own, name };
  const declared = bundle.declared.findLast((gem) => gem.name === name);
  const origin = declared?.origin ?? null;
  if (origin?.kind === 'path') return { kind: 'folder', path: origin.path, name };
  if (origin?.kind === 'git') return gitWish(name, origin, contents, bundle);
  if (!/^[a-z\d][\w.-]*$/.test(name)) throw new SiteError(messages.themeNotFound(name, []));
  const locked = bundle.versions[name];
  const onPages = sources.isGithubPages ? PAGES_THEMES.get(name) : undefined;
  return {
    kind: 'gem',
    name,
    version: locked ?? onPages ?? null,
    versionReason: versionReason(locked, onPages),
    requirements: declared?.requirements ?? [],
    server: serverFor(name, origin?.url ?? null, sources),
    checksums: bundle.checksums,
    folders,
  };
}

function versionReason(locked: string | undefined, onPages: string | undefined): GemWish['versionReason'] {
  if (locked !== undefined) return "the Gemfile's lock says so";
  return onPages === undefined ? null : 'GitHub Pages has it';
}

/** Repositories come as archives, which GitHub hands out. */
function gitWish(
  name: string,
  { url, ref }: { readonly url: string; readonly ref: string | null },
  contents: ArchiveWish['contents'],
  { revisions }: Bundle,
): ArchiveWish {
  const [, owner, repository] =
    /^(?:(?:https?|git|ssh):\/\/(?:git@)?|git@)github\.com[/:]([\w-]+)\/([\w.-]+?)(?:\.git)?\/?$/i.exec(
      url,
    ) ?? [];
  if (owner === undefined) throw new SiteError(messages.themeHostRefused(name, url));
  const revision = revisions[name] ?? null;
  return { kind: 'archive', host: 'github.com', owner, repository: repository!, ref, revision, contents };
}

/** @param own what the Gemfile says of this gem alone */
function serverFor(name: string, own: string | null, sources: WishSources): string {
  const { settings, environment, bundle } = sources;
  const section = settings.get('utterson');
  const configured = section instanceof Map ? (section.get('gem_server') ?? null) : null;
  const server =
    own ?? namedGemServer(environment) ?? (configured === null ? null : toS(configured)) ?? bundle.server;
  const address = (server ?? PUBLIC_GEM_SERVER).replace(/\/+$/, '');
  if (!isAllowedServer(address, environment)) throw new SiteError(messages.gemServerRefused(name, address));
  return address;
}

function listOf(value: Value | undefined): readonly Value[] {
  return Array.isArray(value) ? value : [];
}
