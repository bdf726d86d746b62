import { resolve } from 'node:path';
import type { Config } from '../model/config.js';
import { isTruthy, type RubyHash, type Value } from '../ruby/value.js';

/** What the development server was asked to do: flags and configuration, settled (Jekyll 4.4.1, `Commands::Serve`). */
export interface ServeOptions {
  /** Address to listen on, e.g. `127.0.0.1`. */
  readonly host: string;
  /** 1–65535. */
  readonly port: number;
  /** Whether the user chose the port: then another one is never taken instead. */
  readonly isPortChosen: boolean;
  /** `''`, or a path with a leading and no trailing slash, e.g. `/blog`. */
  readonly baseurl: string;
  readonly watch: boolean;
  /** Watch by looking again and again, for network drives. */
  readonly polling: boolean;
  /** `null`: browsers are not reloaded. */
  readonly liveReload: LiveReloadOptions | null;
  /** Folders without an index page answer with a list of their files. */
  readonly showListing: boolean;
  readonly skipInitialBuild: boolean;
  readonly openBrowser: boolean;
  readonly detach: boolean;
  /** Absolute paths of the certificate and its key; `null` for plain HTTP. */
  readonly tls: { readonly certificate: string; readonly key: string } | null;
  /** `webrick: headers:`, sent with every answer. */
  readonly headers: Readonly<Record<string, string>>;
  /** Names besides `localhost`, addresses and `host` under which the server answers (`allowed_hosts`, ours). */
  readonly allowedHosts: readonly string[];
  /** For content types, e.g. `utf-8`. */
  readonly encoding: string;
}

export interface LiveReloadOptions {
  /** A port of its own for the socket; `null` uses the server's. */
  readonly port: number | null;
  /** Globs of output paths that never reload a page. */
  readonly ignore: readonly string[];
  /** Seconds to wait before a reload, and the longest wait while changes keep coming. */
  readonly minDelay: number;
  readonly maxDelay: number | null;
}

/** Why the server can't do what was asked; the message is Jekyll's where Jekyll has one. */
export class ServeOptionError extends Error {}

const LIVE_RELOAD_SWITCHES = [
  'livereload_ignore',
  'livereload_min_delay',
  'livereload_max_delay',
  'livereload_port',
] as const;

/**
 * @param chosen configuration keys that flags set, which tells a default port from a wanted one
 * @throws ServeOptionError for combinations Jekyll refuses
 */
export function readServeOptions(config: Config, chosen: ReadonlySet<string>): ServeOptions {
  const { settings } = config;
  const tls = readTls(config);
  // Jekyll's is off, and stops `--detach` when it is asked for.
  const hasLiveReload = isTruthy(settings.get('livereload') ?? true);
  const isDetached = flag(settings, 'detach') && settings.get('livereload') !== true;
  if (!hasLiveReload) refuseLiveReloadSwitches(chosen);
  if (hasLiveReload && tls && settings.has('livereload_port'))
    throw new ServeOptionError('LiveReload does not support SSL');
  return {
    host: text(settings, 'host') ?? '127.0.0.1',
    port: portFrom(settings, 'port') ?? 4000,
    isPortChosen: chosen.has('port'),
    baseurl: trimSlashes(config.baseurl ?? ''),
    watch: settings.get('watch') !== false && !isDetached,
    polling: flag(settings, 'force_polling'),
    liveReload: hasLiveReload ? readLiveReload(settings) : null,
    showListing: flag(settings, 'show_dir_listing'),
    skipInitialBuild: flag(settings, 'skip_initial_build'),
    openBrowser: flag(settings, 'open_url'),
    detach: isDetached,
    tls,
    headers: readHeaders(settings),
    allowedHosts: texts(settings.get('allowed_hosts') ?? null),
    encoding: config.encoding,
  };
}

function refuseLiveReloadSwitches(chosen: ReadonlySet<string>): void {
  const used = LIVE_RELOAD_SWITCHES.filter((key) => chosen.has(key)).map(
    (key) => `--${key.replaceAll('_', '-')}`,
  );
  if (used.length > 0)
    throw new ServeOptionError(
      `${used.join(', ')} require LiveReload to be active: leave out '--no-livereload'.`,
    );
}

function readLiveReload(settings: RubyHash): LiveReloadOptions {
  return {
    port: portFrom(settings, 'livereload_port'),
    ignore: texts(settings.get('livereload_ignore') ?? null),
    minDelay: seconds(settings, 'livereload_min_delay') ?? 0,
    maxDelay: seconds(settings, 'livereload_max_delay'),
  };
}

function readTls({ settings, directories }: Config): ServeOptions['tls'] {
  const certificate = text(settings, 'ssl_cert');
  const key = text(settings, 'ssl_key');
  if (certificate === null && key === null) return null;
  if (certificate === null || key === null) {
    throw new ServeOptionError('Missing --ssl_cert or --ssl_key. Both are required.');
  }
  return { certificate: resolve(directories.source, certificate), key: resolve(directories.source, key) };
}

function readHeaders(settings: RubyHash): Readonly<Record<string, string>> {
  const webrick = settings.get('webrick');
  const headers = webrick instanceof Map ? webrick.get('headers') : null;
  if (!(headers instanceof Map)) return {};
  return Object.fromEntries([...headers].map(([name, value]) => [String(name), String(value)]));
}

function flag(settings: RubyHash, key: string): boolean {
  return isTruthy(settings.get(key) ?? null);
}

function text(settings: RubyHash, key: string): string | null {
  const value = settings.get(key) ?? null;
  return value === null || value === '' ? null : String(value);
}

function texts(value: Value): string[] {
  if (Array.isArray(value)) return value.map(String);
  return typeof value === 'string' ? value.split(',') : [];
}

function seconds(settings: RubyHash, key: string): number | null {
  const value = Number(text(settings, key) ?? Number.NaN);
  return Number.isFinite(value) ? value : null;
}

function portFrom(settings: RubyHash, key: string): number | null {
  const value = text(settings, key);
  if (value === null) return null;
  const port = Number(value);
  if (Number.isInteger(port) && port > 0 && port < 65536) return port;
  throw new ServeOptionError(`'${value}' is no port: \`${key}\` is a number from 1 to 65535.`);
}

function trimSlashes(path: string): string {
  const inner = path.replace(/^\/+|\/+$/g, '');
  return inner === '' ? '' : `/${inner}`;
}
