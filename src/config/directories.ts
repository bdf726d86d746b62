/**
 * Where everything lies: the one place that knows the two shapes of a site. A site is of our own shape when `content/` and
 * `layouts/` stand beside each other and nothing says that it is Jekyll's.
 */
import { realpathSync } from 'node:fs';
import type { Directories } from '../model/directories.js';
import { expandPath, isWithin, joinPaths, sanitizedPath } from '../ruby/file-path.js';
import { isDirectory } from '../ruby/file-test.js';
import { toS } from '../ruby/to-s.js';
import type { RubyHash, Value } from '../ruby/value.js';
import type { Environment } from './environment.js';

/** What a site's folder looks like, and why it was taken so. */
export interface Shape {
  readonly isOwn: boolean;
  /** For `--verbose`, e.g. `content/ and layouts/ stand beside each other`. */
  readonly reason: string;
  /** The defaults with this shape's folders in them. */
  defaults(settings: RubyHash): RubyHash;
}

const JEKYLL_FOLDERS = ['_layouts', '_includes', '_posts', '_drafts'];
const JEKYLL_KEYS = ['source', 'layouts_dir', 'includes_dir', 'collections_dir'];

/** The shape of the site in `root`, whose configuration files say `settings`. */
export function chooseShape(root: string, settings: RubyHash): Shape {
  const missing = ['content', 'layouts'].find((name) => !isDirectory(joinPaths(root, name)));
  if (missing !== undefined) return jekyllShape(`there is no ${missing}/`);
  const folder = JEKYLL_FOLDERS.find((name) => isDirectory(joinPaths(root, name)));
  if (folder !== undefined) return jekyllShape(`${folder}/ stands beside content/ and layouts/`);
  const key = JEKYLL_KEYS.find((name) => settings.has(name));
  if (key !== undefined) return jekyllShape(`the configuration sets ${key}`);
  return ownShape(root);
}

function jekyllShape(why: string): Shape {
  return { isOwn: false, reason: `Jekyll's shape, since ${why}`, defaults: (settings) => settings };
}

function ownShape(root: string): Shape {
  return {
    isOwn: true,
    reason: 'our own shape: content/ and layouts/ stand beside each other',
    defaults: (settings) =>
      new Map(settings)
        .set('source', joinPaths(root, 'content'))
        .set('destination', joinPaths(root, 'dist'))
        .set('cache_dir', '.utterson-cache')
        .set('plugins_dir', 'plugins')
        .set('layouts_dir', 'layouts')
        .set('data_dir', 'data')
        .set('includes_dir', 'includes')
        .set('strict_front_matter', true),
  };
}

/** What the record is made of. */
export interface DirectoryInputs {
  readonly shape: Shape;
  readonly settings: RubyHash;
  readonly root: string;
  /** The theme's folder. */
  readonly theme: string | null;
  /** Whether the theme's data count. */
  readonly hasThemeData: boolean;
  /** Folders of gems of style sheets, absolute. */
  readonly sassGems: readonly string[];
  /** The working directory, from which a relative destination counts. */
  readonly directory: string;
  readonly environment: Environment;
}

/** The record of directories. */
export function settleDirectories(inputs: DirectoryInputs): Directories {
  const { shape, settings, root, theme, hasThemeData, directory, environment } = inputs;
  const setting = (key: string): string => text(settings.get(key));
  const source = shape.isOwn
    ? joinPaths(root, 'content')
    : expandPath(setting('source'), directory, environment['HOME']);
  const base = shape.isOwn ? root : source;
  const inBase = (path: string): string => sanitizedPath(base, path);
  const collections = setting('collections_dir');
  const ownData = shape.isOwn ? [inBase(setting('data_dir')), joinPaths(source, '_data')] : [];
  return {
    root,
    source,
    destination: expandPath(setting('destination'), directory, environment['HOME']),
    removesForeign: !shape.isOwn,
    layouts: [inBase(setting('layouts_dir')), ...themeFolders(theme, '_layouts')],
    includes: [inBase(setting('includes_dir')), ...themeFolders(theme, '_includes')],
    data: [
      ...themeFolders(hasThemeData ? theme : null, '_data'),
      ...(shape.isOwn ? ownData : [inBase(setting('data_dir'))]),
    ],
    sass: [inBase(sassFolder(settings, shape)), ...themeFolders(theme, '_sass'), ...inputs.sassGems],
    plugins: pluginFolders(settings.get('plugins_dir') ?? null).map(inBase),
    public: shape.isOwn ? joinPaths(root, 'public') : null,
    cache: inBase(setting('cache_dir')),
    theme,
    collections: collections === '' ? source : sanitizedPath(source, collections),
  };
}

/** A list from the flags, a text from a file. */
function pluginFolders(value: Value): string[] {
  return Array.isArray(value) ? value.map(toS) : text(value).split(',');
}

function sassFolder(settings: RubyHash, shape: Shape): string {
  const sass = settings.get('sass');
  const folder = sass instanceof Map ? text(sass.get('sass_dir')) : '';
  return folder || (shape.isOwn ? 'sass' : '_sass');
}

/** A theme's folder, links resolved, if it is there and does not lead out of the theme (`Theme#realpath_for`). */
function themeFolders(theme: string | null, name: string): string[] {
  if (theme === null) return [];
  const path = joinPaths(theme, name);
  if (!isDirectory(path)) return [];
  const real = realpathSync(path);
  return isWithin(theme, real) ? [real] : [];
}

function text(value: Value | undefined): string {
  return value === undefined || value === null ? '' : toS(value);
}
