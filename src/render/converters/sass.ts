/** Sass to CSS (jekyll-sass-converter 3.1, `Converters::Scss` and `Converters::Sass`), with the source map as a page of its own. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Config } from '../../model/config.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import type { Page, Renderable } from '../../model/page.js';
import { type Conversion, ConversionError, type Converter } from '../../model/plugin.js';
import * as messages from '../../report/messages.js';
import type { Recorder } from '../../reuse/recorder.js';
import type { Remembered } from '../../reuse/remembered.js';
import { pathWithin, sanitizedPath, slashed } from '../../ruby/file-path.js';
import { once } from '../../ruby/once.js';
import { suggest } from '../../ruby/suggest.js';
import { toS } from '../../ruby/to-s.js';
import { encodeUri } from '../../ruby/uri.js';
import { isTruthy, type Value } from '../../ruby/value.js';
import {
  compileSass,
  SassError,
  type SassPlace,
  type SassSource,
  type SassWarning,
  type SourceMap,
  type Stylesheet,
} from '../../sass/compiler.js';
import type { SassEngine } from '../../sass/engine.js';
import { findLoadPaths } from '../../sass/load-paths.js';
import { isForbiddenBySafe } from '../../site/safe-paths.js';
import { refuseWrongSetting } from '../../site/wrong-setting.js';
import { refuseText } from '../refuse-bytes.js';
import { keysOfStylesheet } from './sass-reads.js';

type Syntax = 'scss' | 'sass';

/** Settings of the `sass:` section. */
interface SassSettings {
  readonly style: 'expanded' | 'compressed';
  readonly loadPaths: readonly string[];
  readonly hasSourceMaps: boolean;
  readonly quietDependencies: boolean;
}

/** The converters for `.scss` and `.sass`. */
export function createSassConverters(
  config: Config,
  engine: SassEngine,
  recorder: Recorder,
): readonly Converter[] {
  const settings = once(() => readSettings(config));
  const stylesheets = new Map<string, Remembered<Stylesheet>>();
  return (['scss', 'sass'] as const).map((syntax) => ({
    name: syntax === 'scss' ? 'Jekyll::Converters::Scss' : 'Jekyll::Converters::Sass',
    priority: 'low',
    highlighterPrefix: null,
    highlighterSuffix: null,
    settings: ['sass'],
    matches: (extension) => extension.toLowerCase() === `.${syntax}`,
    outputExtension: () => '.css',
    convert: (text, file) =>
      convert(text, file, syntax, { config, engine, recorder, stylesheets, settings: settings() }),
  }));
}

interface Tools {
  readonly config: Config;
  readonly engine: SassEngine;
  readonly recorder: Recorder;
  /** By all that is given to Sass: equal style sheets are compiled once. */
  readonly stylesheets: Map<string, Remembered<Stylesheet>>;
  readonly settings: SassSettings;
}

/** Only a page knows its file; a document's or a filter's text is compiled as text from nowhere. */
function convert(text: string, file: Renderable | null, syntax: Syntax, tools: Tools): Conversion {
  const { config, settings } = tools;
  refuseText(text, file, config);
  const page = file?.kind === 'page' ? file : null;
  const path = page === null ? null : sanitizedPath(config.directories.source, page.dir + page.name);
  const { css, sourceMap } = attempt(tools, () =>
    compileOnce(
      {
        text,
        syntax: syntax === 'sass' ? 'indented' : 'scss',
        path,
        firstLine: page?.bodyLine ?? 1,
        loadPaths: settings.loadPaths,
        style: settings.style,
        withSourceMap: page !== null && settings.hasSourceMaps,
        withCharset: page !== null,
        quietDependencies: settings.quietDependencies,
        looksBesideFile: config.generation.importsLookBeside,
      },
      tools,
    ),
  );
  if (page === null || path === null || sourceMap === null) return { text: css, pages: [] };
  const gap = settings.style === 'compressed' ? '' : '\n\n';
  const url = encodeUri(`${page.basename}.css.map`);
  return {
    text: `${css}${gap}/*# sourceMappingURL=${url} */`,
    pages: [sourceMapPage(page, mapText(sourceMap, page, path))],
  };
}

function compileOnce(source: SassSource, { config, engine, recorder, stylesheets }: Tools): Stylesheet {
  const key = JSON.stringify(source);
  let remembered = stylesheets.get(key);
  if (remembered === undefined) {
    remembered = recorder.remember(() => {
      const { root } = config.directories;
      // `sourcemap: development` goes by it.
      recorder.depend('env:JEKYLL_ENV');
      const stylesheet = compileSass(source, engine, {
        warn: (warning) => recorder.report(describeWarning(warning, root)),
        refuse: config.safe ? (file) => refuseOutside(file, config) : null,
      });
      for (const read of keysOfStylesheet(source, stylesheet, config.directories)) recorder.depend(read);
      return stylesheet;
    });
    stylesheets.set(key, remembered);
  }
  return recorder.recall(remembered);
}

/** Jekyll's JSON of the map: sources relative to the style sheet's folder, `file` at the end. */
function mapText(map: SourceMap, page: Page, path: string): string {
  const { version, sourceRoot, names, mappings, sourcesContent } = map;
  const sources = map.sources.map((source) => relativeSource(source, dirname(path)));
  const file = encodeUri(`${page.basename}.css`);
  return JSON.stringify({ version, sourceRoot, sources, names, mappings, sourcesContent, file });
}

function relativeSource(source: string, folder: string): string {
  if (!source.startsWith('file:')) return source;
  return encodeUri(posix.relative(slashed(folder), slashed(fileURLToPath(source))));
}

/** It has the style sheet's front matter, is neither run through Liquid nor wrapped, and comes after all other pages. */
function sourceMapPage(page: Page, body: string): Page {
  const name = `${page.basename}.css.map`;
  const dir = page.url.endsWith('/') ? page.url : posix.join(posix.dirname(page.url), '/');
  return {
    ...page,
    id: `${page.id}.map`,
    data: new Map(page.data),
    source: null,
    path: (dir + name).replace(/^\//, ''),
    dir,
    name,
    basename: `${page.basename}.css`,
    extension: '.map',
    body,
    frontMatter: new Map<Value, Value>([
      ...page.frontMatter,
      ['layout', 'none'],
      ['render_with_liquid', false],
    ]),
    url: '',
    outputPath: '',
  };
}

function readSettings(config: Config): SassSettings {
  refuseWrongSetting('sass', config);
  const setting = (key: string): Value => config.sass.get(key) ?? null;
  const paths = setting('load_paths');
  const sourcemap = config.sass.has('sourcemap') ? toS(setting('sourcemap')) : 'always';
  const { source, sass } = config.directories;
  const own = Array.isArray(paths) ? paths.map(toS) : [];
  const folders = sass.filter((folder) => !isForbiddenBySafe(folder, config));
  return {
    style: toS(setting('style')).replace(/^:/, '') === 'compressed' ? 'compressed' : 'expanded',
    loadPaths: findLoadPaths(own, source, folders, config.safe),
    hasSourceMaps:
      sourcemap !== 'never' && !(sourcemap === 'development' && config.environment !== 'development'),
    quietDependencies: isTruthy(setting('quiet_deps')),
  };
}

/** jekyll-sass-converter 3 looks beside the style sheet first, version 2 did not. */
const SELF_IMPORT =
  'An import of its own name brings the style sheet itself: give the partial, or the style sheet, another name.';

function attempt<T>({ config, settings }: Tools, compile: () => T): T {
  const { root } = config.directories;
  try {
    return compile();
  } catch (error) {
    if (!(error instanceof SassError)) throw error;
    const { message, place } = error;
    throw new ConversionError(message, placeInSite(place, root), {
      cause: error,
      hint: place.isSelfImport ? SELF_IMPORT : importHint(error, settings.loadPaths, root),
    });
  }
}

/** For an import that is not found: a near name, and where was looked. */
function importHint(
  { message, place }: SassError,
  loadPaths: readonly string[],
  root: string,
): string | null {
  if (!message.startsWith("Can't find stylesheet to import")) return null;
  const folders = place.path === null ? loadPaths : [dirname(place.path), ...loadPaths];
  const names = [...new Set(folders.map((folder) => slashed(folder)))].map((folder) =>
    folder === root ? '.' : pathWithin(root, folder),
  );
  const near = suggest(importedName(place) ?? '', folders.flatMap(stylesheetsIn));
  return [...(near === null ? [] : [near]), `It was looked for in ${names.join(', ')}.`].join(' ');
}

/** What stands between the quotation marks at the place. */
function importedName({ path, line, column }: SassPlace): string | null {
  if (path === null) return null;
  const text = readFileSync(path, 'utf8').split('\n')[line - 1] ?? '';
  return /["']([^"']+)["']/.exec(text.slice(Math.max(0, column - 1)))?.[1] ?? null;
}

/** As imports name them: without underscore and extension. */
function stylesheetsIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /\.(?:s[ac]ss|css)$/.test(name))
    .map((name) => name.replace(/^_/, '').replace(/\.\w+$/, ''));
}

/** Sass follows links and `../` wherever they lead: under `safe`, nothing of a file from there comes out, its errors neither. */
function refuseOutside(file: string, config: Config): string | null {
  return isForbiddenBySafe(file, config) ? `${file} lies outside the site, which safe mode forbids` : null;
}

function placeInSite({ path, line, column }: SassPlace, root: string): ConversionError['place'] {
  return path === null ? null : { file: pathWithin(root, slashed(path)), line, column };
}

/** A Sass warning as a diagnostic; what a deprecation says to write instead is its hint. */
export function describeWarning({ message, isDeprecation, place }: SassWarning, root: string): Diagnostic {
  const where = (place && placeInSite(place, root)) ?? undefined;
  if (!isDeprecation) return messages.sassWarning(message, isDeprecation, where);
  const [about, ...advice] = message.split('More info', 1)[0]!.trim().split(/\n+/);
  if (about!.endsWith(':')) return messages.sassWarning([about, ...advice].join('\n'), isDeprecation, where);
  const diagnostic = messages.sassWarning(about!, isDeprecation, where);
  return advice.length === 0 ? diagnostic : { ...diagnostic, hint: advice.join('\n') };
}
