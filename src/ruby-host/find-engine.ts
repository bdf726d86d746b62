/** Which Ruby runs a site's plugins, and how it is started. */
import { existsSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { cacheFolders } from '../code-cache/cache-folders.js';
import type { Config } from '../model/config.js';
import { SiteError } from '../model/diagnostic.js';
import * as messages from '../report/messages.js';
import { gemFolders } from './gem-folders.js';
import { type RubySettings, rubySettings } from './settings.js';
import { type SystemOptions, startSystemRuby } from './system/system-wire.js';
import type { Mount } from './wasm/mounts.js';
import { startWasmRuby, type WasmOptions } from './wasm/wasm-wire.js';
import type { Wire } from './wire.js';

const PACKAGE = '@ruby/3.4-wasm-wasi';
const PROGRAM = 'dist/ruby+stdlib.wasm';

const require = createRequire(import.meta.url);

/** Absolute path of the shim. */
export function shimPath(): string {
  return require.resolve('#ruby-shim');
}

/** Which engine would run a site's plugins; `null` for none. */
export function chosenEngine(config: Config): 'wasm' | 'system' | null {
  const { engine } = rubySettings(config);
  if (config.safe || engine === 'off') return null;
  if (engine === 'system') return 'system';
  return wasmProgram(config.directories.root) === null ? null : 'wasm';
}

/** All that an engine is started with. */
export type EngineOptions =
  | ({ readonly kind: 'wasm' } & Omit<WasmOptions, 'module'>)
  | ({ readonly kind: 'system' } & Omit<SystemOptions, 'isMarked'>);

/** What the Ruby is started with that the settings ask for; `null` when they ask for none, or `auto` finds none. */
export function engineOptions(config: Config, settings: RubySettings): EngineOptions | null {
  const { root } = config.directories;
  if (settings.engine === 'off') return null;
  if (settings.engine === 'system') {
    return {
      kind: 'system',
      command: 'ruby',
      shim: shimPath(),
      directory: root,
      environment: config.variables,
    };
  }
  const program = wasmProgram(root);
  if (program !== null)
    return {
      kind: 'wasm',
      program,
      shim: shimPath(),
      imageFolders: imageFolders(config),
      mounts: mountsOf(config),
    };
  if (settings.engine === 'wasm') throw new SiteError(messages.rubyNotInstalled());
  return null;
}

/**
 * Starts an engine.
 *
 * @param isKept whether it will be brought back to the beginning
 * @param compile gives the program of WebAssembly, for whoever has it already
 */
export function startEngine(
  options: EngineOptions,
  isKept: boolean,
  compile: (path: string) => object | null,
): Wire {
  if (options.kind === 'wasm') return startWasmRuby({ ...options, module: compile(options.program) });
  try {
    return startSystemRuby({ ...options, isMarked: isKept });
  } catch (error) {
    throw new SiteError(messages.rubyUnavailable(error instanceof Error ? error.message : String(error)));
  }
}

/** The program of Ruby as WebAssembly, installed in the site's folder, above it, or beside this program. */
export function wasmProgram(root: string): string | null {
  const own = dirname(shimPath());
  return [root, own].map(installedAbove).find((path) => path !== null) ?? null;
}

function installedAbove(folder: string): string | null {
  const program = join(folder, 'node_modules', PACKAGE, PROGRAM);
  if (existsSync(program)) return program;
  return dirname(folder) === folder ? null : installedAbove(dirname(folder));
}

/** Beside what is kept of V8's, where that is allowed. */
function imageFolders({ variables }: Config): string[] {
  const program = join(dirname(dirname(shimPath())), 'launch.cjs');
  return cacheFolders(program, { environment: variables, platform: process.platform }).map((folder) =>
    join(folder, 'ruby'),
  );
}

function mountsOf(config: Config): Mount[] {
  const { root, source, destination, theme } = config.directories;
  const writable = [root, source, destination].map((path) => ({ path: realPath(path), isWritable: true }));
  const folders = [...(theme === null ? [] : [theme]), ...gemFolders(config)];
  const readable = folders.map((path) => ({ path: realPath(path), isWritable: false }));
  return [...writable, ...readable];
}

function realPath(path: string): string {
  return existsSync(path) ? realpathSync.native(path) : path;
}
