/** Sass by dart-sass. */
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Importer, StringOptions } from 'sass';
import { isStackOverflow } from '../ruby/stack-overflow.js';
import type { SassEngine } from './engine.js';
import { ImportGuard, type RefuseFile } from './guarded-importer.js';

/** A style sheet to compile. */
export interface SassSource {
  readonly text: string;
  readonly syntax: 'scss' | 'indented';
  /** Absolute path of the file it stands in, from which relative imports start; `null` for text that stands in none. */
  readonly path: string | null;
  /** Whether relative imports start there at all, and not in the load paths alone. */
  readonly looksBesideFile: boolean;
  /** 1-based line of that file on which `text` starts. */
  readonly firstLine: number;
  /** Folders imports are looked up in, in order. */
  readonly loadPaths: readonly string[];
  readonly style: 'expanded' | 'compressed';
  readonly withSourceMap: boolean;
  /** Whether a style sheet with other characters than ASCII says so, by `@charset` or a byte order mark. */
  readonly withCharset: boolean;
  /** No warnings about files found through `loadPaths`. */
  readonly quietDependencies: boolean;
}

/** The mapping back to the sources, version 3. */
export interface SourceMap {
  readonly version: number;
  readonly sourceRoot: string;
  /** URLs, `file:` for files. */
  readonly sources: readonly string[];
  readonly names: readonly string[];
  readonly mappings: string;
  readonly sourcesContent: readonly string[];
}

/** A compiled style sheet. */
export interface Stylesheet {
  /** Without a line end after the last rule. */
  readonly css: string;
  readonly sourceMap: SourceMap | null;
  /** Absolute paths of all files that were read. */
  readonly files: readonly string[];
}

/** A warning of Sass's own or of `@warn`. */
export interface SassWarning {
  readonly message: string;
  readonly isDeprecation: boolean;
  readonly place: SassPlace | null;
}

/** Where Sass means. */
export interface SassPlace {
  /** Absolute path; `null` for text that stands in no file. */
  readonly path: string | null;
  /** 1-based, in the file; in the text given to Sass where it stands in none. */
  readonly line: number;
  /** 1-based. */
  readonly column: number;
  /** Whether this is the style sheet's own file, imported by itself: it is read as it is, with its front matter. */
  readonly isSelfImport: boolean;
}

/** A style sheet that cannot be compiled. */
export class SassError extends Error {
  constructor(
    message: string,
    readonly place: SassPlace,
    options: { readonly cause: unknown },
  ) {
    super(message, options);
    this.name = 'SassError';
  }
}

/** What a compilation asks and tells. */
export interface SassHost {
  /** Told of each warning as it comes up. */
  readonly warn: (warning: SassWarning) => void;
  /** Asked before a file is opened that is imported; `null`: all may be read. */
  readonly refuse: RefuseFile | null;
}

/**
 * Compiles a style sheet.
 *
 * @throws SassError
 */
export function compileSass(source: SassSource, engine: SassEngine, { warn, refuse }: SassHost): Stylesheet {
  const guard = refuse === null ? null : new ImportGuard(refuse);
  try {
    const result = engine.compiler.compileString(source.text, optionsOf(source, warn, guard));
    const { css, sourceMap, loadedUrls } = result;
    return {
      css,
      sourceMap: sourceMap ? (sourceMap as unknown as SourceMap) : null,
      files: loadedUrls.filter((url) => url.protocol === 'file:').map((url) => fileURLToPath(url)),
    };
  } catch (error) {
    if (isTooDeep(error)) {
      // the process of the embedded compiler is of no use after that
      engine.dispose();
      const place = { path: source.path, line: source.firstLine, column: 1, isSelfImport: false };
      throw new SassError('The style sheet is nested too deeply, or calls itself without end', place, {
        cause: error,
      });
    }
    if (!engine.isSassError(error)) throw error;
    throw new SassError(guard?.reason ?? error.sassMessage, placeOf(error.span, source), { cause: error });
  }
}

/** Whether a compiler's stack is at its end; the embedded one tells of that in words only. */
function isTooDeep(error: unknown): boolean {
  return isStackOverflow(error) || (error instanceof Error && /\bStack Overflow\b/.test(error.message));
}

/** Leaves imports to the load paths. */
const FINDS_NOTHING: Importer<'sync'> = { canonicalize: () => null, load: () => null };

function optionsOf(
  source: SassSource,
  warn: SassHost['warn'],
  guard: ImportGuard | null,
): StringOptions<'sync'> {
  const common = {
    ...(guard === null
      ? { loadPaths: [...source.loadPaths] }
      : { importers: [guard.importer(source.loadPaths)] }),
    style: source.style,
    sourceMap: source.withSourceMap,
    sourceMapIncludeSources: true,
    charset: source.withCharset,
    quietDeps: source.quietDependencies,
    // All deprecations, and not five of each kind: whoever tells of them counts.
    verbose: true,
    logger: {
      warn: (message: string, about: { deprecation: boolean; span?: Span }) =>
        warn({
          message,
          isDeprecation: about.deprecation,
          place: about.span ? placeOf(about.span, source) : null,
        }),
    },
  };
  const { syntax, path } = source;
  if (path === null) return { ...common, syntax };
  const url = pathToFileURL(path);
  if (!source.looksBesideFile) return { ...common, syntax, url, importer: FINDS_NOTHING };
  // Another importer than that of the load paths: what comes from there is a dependency.
  return guard === null
    ? { ...common, syntax, url }
    : { ...common, syntax, url, importer: guard.importer([]) };
}

interface Span {
  readonly start: { readonly line: number; readonly column: number };
  readonly url?: URL;
  /** The lines it stands on. */
  readonly context?: string;
}

/** Sass counts lines from 0 and from where the text starts. */
function placeOf(span: Span, source: SassSource): SassPlace {
  const { line, column } = span.start;
  const path = span.url?.protocol === 'file:' ? fileURLToPath(span.url) : null;
  const isOwn = path === source.path;
  const isSelfImport = isOwn && !standsIn(span, source.text);
  const firstLine = isOwn && !isSelfImport ? source.firstLine : 1;
  return { path, line: line + firstLine, column: column + 1, isSelfImport };
}

function standsIn({ start, context }: Span, text: string): boolean {
  const line = text.split('\n')[start.line];
  return line !== undefined && (context === undefined || context.startsWith(line));
}
