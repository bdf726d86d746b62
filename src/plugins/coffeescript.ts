import { createRequire } from 'node:module';
import type { EnginePlugin } from '../liquid/engine-plugin.js';
import type { Config } from '../model/config.js';
import type { Document, Page } from '../model/page.js';
import { ConversionError, type Converter } from '../model/plugin.js';
import { packageFile } from './module-file.js';

/**
 * jekyll-coffeescript 2.0.0: pages in CoffeeScript become JavaScript, by the compiler of npm's `coffeescript` in the site's `node_modules`. The
 * gem's is version 1.12; version 2 makes other scripts of the same text.
 */
export const coffeescript: EnginePlugin = {
  name: 'jekyll-coffeescript',
  isSafe: true,
  converters: (config) => [createConverter(config)],
};

const PACKAGE = 'coffeescript';

/** Whether the site has the compiler. */
export function hasCoffeescript(root: string): boolean {
  return packageFile(PACKAGE, root) !== null;
}

interface Compiler {
  compile(text: string): string;
}

/** What the compiler throws for a text it cannot read; lines and columns count from 0. */
interface CompilerError {
  readonly message: string;
  readonly location: { readonly first_line: number; readonly first_column: number };
}

function createConverter(config: Config): Converter {
  let compiler: Compiler | null = null;
  return {
    name: 'Jekyll::Converters::CoffeeScript',
    priority: 'low',
    highlighterPrefix: null,
    highlighterSuffix: null,
    matches: (extension) => extension.toLowerCase() === '.coffee',
    outputExtension: () => '.js',
    convert(text, file) {
      compiler ??= loadCompiler(config);
      try {
        return compiler.compile(text);
      } catch (error) {
        throw isCompilerError(error) ? syntaxError(error, file) : error;
      }
    },
  };
}

/** No code of the site's runs under `safe`, its compiler included; GitHub Pages, which is safe as well, has one of its own. */
function loadCompiler({ directories, safe, githubPages }: Config): Compiler {
  if (safe && githubPages === null)
    throw new ConversionError('With `safe` no compiler is loaded from the site.');
  const file = packageFile(PACKAGE, directories.root);
  // Asked before the gem was loaded.
  if (file === null) throw new Error('The compiler has gone from the site meanwhile.');
  return createRequire(file)(file);
}

function isCompilerError(error: unknown): error is CompilerError {
  return error instanceof Error && 'location' in error;
}

/** In the gem's words, and with the place in the file, front matter included. */
function syntaxError({ message, location }: CompilerError, file: Page | Document | null): ConversionError {
  const { first_line, first_column } = location;
  const place = file && {
    file: file.path,
    line: file.bodyLine + first_line,
    column: first_column + 1,
  };
  return new ConversionError(`SyntaxError: [stdin]:${first_line + 1}:${first_column + 1}: ${message}`, place);
}
