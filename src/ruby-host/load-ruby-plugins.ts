import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { EnginePlugin } from '../liquid/engine-plugin.js';
import { createFilters } from '../liquid/filters/index.js';
import type { Config } from '../model/config.js';
import { type Diagnostic, SiteError } from '../model/diagnostic.js';
import type { Hook } from '../model/hook.js';
import type { KeptHosts } from '../model/kept-hosts.js';
import type { Site } from '../model/site.js';
import * as messages from '../report/messages.js';
import { pathWithin } from '../ruby/file-path.js';
import { isFile } from '../ruby/file-test.js';
import type { RubyHash, Value } from '../ruby/value.js';
import { RUBY_CODE } from './call-reads.js';
import { engineOptions } from './find-engine.js';
import { greetingOf } from './greeting.js';
import { keptRuby, type LoadedFiles, type OpenRuby, openOnce } from './kept-ruby.js';
import { type Writable, writeMarshal } from './marshal/write-marshal.js';
import { type PlainCode, plainCode } from './plain-code.js';
import {
  type FilterRecord,
  type HookRecord,
  type PartsTools,
  type PluginRecord,
  rubyConverter,
  rubyFilter,
  rubyGenerator,
  rubyHook,
  rubyTag,
  type TagRecord,
} from './plugin-parts.js';
import { RubyError } from './ruby-error.js';
import { failureOf, inBuild } from './ruby-failures.js';
import { RubySession } from './session.js';
import { rubySettings } from './settings.js';

/** Plugins in Ruby of one build. */
export interface RubyPlugins {
  /** What must hear of the site before them. */
  readonly watcher: EnginePlugin;
  /** By their absolute paths. */
  readonly plugins: ReadonlyMap<string, EnginePlugin>;
  /** Gems that they have loaded by `require` and whose work is ours, by the names that they are loaded by. */
  readonly required: ReadonlySet<string>;
  close(): void;
}

/**
 * Starts Ruby for a site, and loads files in it.
 *
 * @param paths absolute, in their order
 * @param hosts where a Ruby is kept for the next build; `null` for nowhere
 * @returns `null` where none is to be had or wanted
 * @throws SiteError for a file that cannot be loaded
 */
export function openRubyPlugins(
  config: Config,
  paths: readonly string[],
  report: (diagnostic: Diagnostic) => void,
  hosts: KeptHosts | null,
): RubyPlugins | null {
  const settings = rubySettings(config);
  const options = engineOptions(config, settings);
  if (options === null) return null;
  const greeting = greetingOf(
    config,
    createFilters().map(({ name }) => name),
  );
  const key = keyOf(greeting, paths);
  const ruby = hosts === null ? openOnce(options) : keptRuby(hosts).open(options, key);
  const session = new RubySession(ruby.wire, config, settings, { log: logTo(report, config) });
  const close = (): void => ruby.close(session.isBroken);
  try {
    for (const diagnostic of ruby.loaded?.told ?? []) report(diagnostic);
    const { records, code } = ruby.loaded ?? load({ session, ruby, greeting, paths, key, report });
    session.knows({ ...code, seesFiles: options.kind === 'wasm' });
    if (config.verbose) tellWhatIsKept(code, config, report);
    const names = [...records.values()].flatMap((record) => record.get('required') as string[]);
    const plugins = [...records].map(([path, record]): [string, EnginePlugin] => [
      path,
      pluginFrom(path, record, { session, code }),
    ]);
    // It only looks.
    const watcher = {
      name: 'Ruby',
      pure: true as const,
      hooks: watchers(session),
      code: { name: 'ruby', print: code.print },
    };
    return { watcher, plugins: new Map(plugins), required: new Set(names), close };
  } catch (error) {
    close();
    throw error;
  }
}

/** Loads all files into a Ruby that knows of nothing yet. */
function load(parts: {
  readonly session: RubySession;
  readonly ruby: OpenRuby;
  readonly greeting: readonly Writable[];
  readonly paths: readonly string[];
  readonly key: string;
  readonly report: (diagnostic: Diagnostic) => void;
}): LoadedFiles {
  const { session, ruby, greeting, paths, key, report } = parts;
  const { root } = session.config.directories;
  const told: Diagnostic[] = [];
  const tell = (diagnostic: Diagnostic): void => {
    told.push(diagnostic);
    report(diagnostic);
  };
  const reads: string[] = [];
  let program: readonly string[] = [];
  const records = session.withLog(logTo(tell, session.config), () => {
    program = session.start(greeting);
    return new Map(paths.map((path) => [path, loaded(path, pathWithin(root, path), { session, reads })]));
  });
  for (const record of records.values()) {
    for (const [names, where, line] of record.get('opened') as [string, string, number][]) {
      tell(messages.rubyClassAbsent(names, { file: pathWithin(root, where), line }));
    }
  }
  // What was read while they were loaded is part of what they are.
  const read = reads.filter((note) => note.startsWith('file:')).map((note) => note.slice('file:'.length));
  const files = [...[...records.values()].flatMap((record) => record.get('files') as string[]), ...read];
  const digest = digestOf(files);
  const code = plainCode(session, {
    records,
    reads,
    print: hash('sha256', [...program, digest].join('\0')),
  });
  const result = { key, records, code, told, isFresh: () => digestOf(files) === digest };
  ruby.keep(result);
  return result;
}

function pluginFrom(
  path: string,
  record: RubyHash,
  { session, code }: { readonly session: RubySession; readonly code: PlainCode },
): EnginePlugin {
  const file = pathWithin(session.config.directories.root, path);
  const notes = notesOf(path, code);
  const tools: PartsTools = { session, file, notes, bareTags: code.bareTags };
  const list = <T>(key: string): T[] => (record.get(key) as unknown as T[] | undefined) ?? [];
  const classes = list<PluginRecord>('plugins');
  const ofKind = (kind: string): PluginRecord[] => classes.filter((record) => record[1] === kind);
  return {
    name: file,
    // Hooks are not called as plain code.
    ...(notes !== null && list('hooks').length === 0 && { pure: true as const }),
    liquidTags: () => list<TagRecord>('tags').map((record) => rubyTag(record, tools)),
    filters: list<FilterRecord>('filters').map((record) => rubyFilter(record, tools)),
    generators: ofKind('generator').map((record) => rubyGenerator(record, tools)),
    converters: () => ofKind('converter').map((record) => rubyConverter(record, tools)),
    hooks: list<HookRecord>('hooks').map((record) => rubyHook(record, tools)),
  };
}

/** What a file's code goes by besides what it reads; `null` for one that is not plain. */
function notesOf(path: string, { reasons, readersOfSettings, reads }: PlainCode): readonly string[] | null {
  if (reasons.get(path) !== null) return null;
  return [...RUBY_CODE, ...reads, ...(readersOfSettings.has(path) ? ['settings'] : [])];
}

/** Stands for what files are loaded by. */
function keyOf(greeting: readonly Writable[], paths: readonly string[]): string {
  const bytes = writeMarshal([...greeting, [...paths]], (object) => object);
  return hash('sha256', bytes);
}

/** Stands for what is in files; one that is gone counts as empty. */
function digestOf(files: readonly string[]): string {
  const text = (file: string): string => (isFile(file) ? hash('sha256', readFileSync(file)) : '');
  return files.map((file) => `${file}\0${text(file)}`).join('\0');
}

function loaded(
  path: string,
  file: string,
  { session, reads }: { readonly session: RubySession; readonly reads: string[] },
): RubyHash {
  const what = `the plugin ${file}`;
  try {
    const answer = session.load(path, what);
    reads.push(...answer.reads);
    return answer.value as Value as RubyHash;
  } catch (error) {
    if (!(error instanceof RubyError)) throw error;
    throw new SiteError(failureOf(error, what, session.config.directories.root, null));
  }
}

/** Tells of files of which pages are made anew each time. */
function tellWhatIsKept(
  { reasons }: PlainCode,
  { directories }: Config,
  report: (diagnostic: Diagnostic) => void,
): void {
  const within = (text: string): string => text.replaceAll(`${directories.root}/`, '');
  for (const [path, reason] of reasons) {
    if (reason !== null) report(messages.rubyNotPlain(pathWithin(directories.root, path), within(reason)));
  }
}

/** Lets Ruby see the site at the moments at which hooks of items and tags may ask for it. */
function watchers(session: RubySession): Hook[] {
  const seeing = (['after_reset', 'post_read', 'pre_render'] as const).map(
    (event): Hook => ({
      owner: 'site',
      event,
      priority: Number.MAX_SAFE_INTEGER,
      run: (site, _payload, tools, rendering) => session.see(site, tools, rendering),
    }),
  );
  return [...seeing, addressesOf(session), ...ownFilesOf(session)];
}

/** Lets files of plugins that write themselves do so, and keeps them. */
function ownFilesOf(session: RubySession): Hook[] {
  const what = 'files of plugins that write themselves';
  return [
    {
      owner: 'clean',
      event: 'on_obsolete',
      priority: Number.MIN_SAFE_INTEGER,
      run(paths) {
        const isKept = (path: string): boolean =>
          [...session.ownOutputs].some((own) => own === path || own.startsWith(`${path}/`));
        const rest = paths.filter((path) => !isKept(path));
        paths.splice(0, paths.length, ...rest);
      },
    },
    {
      owner: 'site',
      event: 'post_write',
      priority: Number.MAX_SAFE_INTEGER,
      run(site: Site) {
        if (session.ownOutputs.size === 0) return;
        inBuild(what, site.config.directories.root, null, () =>
          session.call('write_files', [], 'site', what),
        );
      },
    },
  ];
}

/** Gives documents their addresses whose placeholders are a plugin's, once all else has been read and changed. */
function addressesOf(session: RubySession): Hook {
  return {
    owner: 'site',
    event: 'post_read',
    priority: Number.MIN_SAFE_INTEGER,
    run(site, _payload, tools) {
      session.see(site, tools, null);
      const what = 'addresses with placeholders of plugins';
      const found = inBuild(what, site.config.directories.root, null, () =>
        session.call('addresses', [], 'site', what),
      );
      const addresses = [...(found instanceof Map ? found : [])];
      return { changes: new Map(addresses.map(([id, url]) => [id as string, { givenUrl: url as string }])) };
    },
  };
}

function logTo(
  report: (diagnostic: Diagnostic) => void,
  { verbose }: Config,
): (level: string, topic: string, message: string | null) => void {
  return (level, topic, message) => {
    if (level !== 'debug' || verbose) report(messages.rubyLog(level, topic, message));
  };
}
