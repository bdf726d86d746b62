/** Which Ruby runs a site's plugins, and how it is started. */
import { existsSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Config } from '../model/config.js';
import { SiteError } from '../model/diagnostic.js';
import * as messages from '../report/messages.js';
import { gemFolders } from './gem-folders.js';
import { shimPath } from './session.js';
import { type RubySettings, rubySettings } from './settings.js';
import { startSystemRuby } from './system/system-wire.js';
import type { Mount } from './wasm/mounts.js';
import { startWasmRuby } from './wasm/wasm-wire.js';
import type { Wire } from './wire.js';

const PACKAGE = '@ruby/3.4-wasm-wasi';
const PROGRAM = 'dist/ruby+stdlib.wasm';

/** Which engine would run a site's plugins; `null` for none. */
export function chosenEngine(config: Config): 'wasm' | 'system' | null {
  const { engine } = rubySettings(config);
  if (config.safe || engine === 'off') return null;
  if (engine === 'system') return 'system';
  return wasmProgram(config.directories.root) === null ? null : 'wasm';
}

/** Starts the Ruby that the settings ask for; `null` when they ask for none, or `auto` finds none. */
export function startEngine(config: Config, settings: RubySettings): Wire | null {
  if (settings.engine === 'off') return null;
  if (settings.engine === 'system') return startSystem(config);
  const program = wasmProgram(config.directories.root);
  if (program !== null) return startWasm(program, config);
  if (settings.engine === 'wasm') throw new SiteError(messages.rubyNotInstalled());
  return null;
}

/** The program of Ruby as WebAssembly, installed in the site's folder, above it, or beside this program. */
export function wasmProgram(root: string): string | null {
  const own = dirname(createRequire(import.meta.url).resolve('#ruby-shim'));
  return [root, own].map(installedAbove).find((path) => path !== null) ?? null;
}

function installedAbove(folder: string): string | null {
  const program = join(folder, 'node_modules', PACKAGE, PROGRAM);
  if (existsSync(program)) return program;
  return dirname(folder) === folder ? null : installedAbove(dirname(folder));
}

function startSystem(config: Config): Wire {
  try {
    return startSystemRuby({
      command: 'ruby',
      shim: shimPath(),
      directory: config.directories.root,
      environment: { ...config.variables },
    });
  } catch (error) {
    throw new SiteError(messages.rubyUnavailable(error instanceof Error ? error.message : String(error)));
  }
}

function startWasm(program: string, config: Config): Wire {
  const { root } = config.directories;
  const environment = Object.entries(config.variables).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return startWasmRuby({
    program,
    shim: shimPath(),
    directory: root,
    environment: { ...Object.fromEntries(environment), HOME: root },
    mounts: mountsOf(config),
  });
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
