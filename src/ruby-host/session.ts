/** One Ruby with the plugins of one build: what is called there, and what it asks for here. */
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { createFilters } from '../liquid/filters/index.js';
import type { Frame } from '../liquid/run/frame.js';
import type { Config } from '../model/config.js';
import { StopError } from '../model/diagnostic.js';
import type { GeneratorTools } from '../model/generator.js';
import type { HookItem } from '../model/hook.js';
import { wholeText } from '../model/output.js';
import type { Page, Renderable, SiteFile } from '../model/page.js';
import type { Site } from '../model/site.js';
import type { SiteRendering } from '../model/site-rendering.js';
import * as messages from '../report/messages.js';
import { pathWithin } from '../ruby/file-path.js';
import { once } from '../ruby/once.js';
import { localOffset, localSeconds, withTimeZone } from '../ruby/time/time-zone.js';
import { isTruthy, type RubyHash, type Value } from '../ruby/value.js';
import { loadYaml } from '../ruby/yaml/yaml.js';
import { escapePath, unescapePath } from '../url/permalink.js';
import { slugify, transliterate } from '../url/slugify.js';
import { type Asks, Conversation } from './conversation.js';
import { fileAttributes, filesById, hash, siteFiles } from './file-attributes.js';
import { Frames } from './frames.js';
import { documentFrom, type FileRecord, pageFrom, sourceOf, staticFrom } from './made-files.js';
import type { Writable } from './marshal/write-marshal.js';
import { References } from './references.js';
import { httpGet } from './services/http-get.js';
import { historyIn, runCommand } from './services/run-command.js';
import type { RubySettings } from './settings.js';
import { type Wire, WireError } from './wire.js';
import * as words from './words.js';

const require = createRequire(import.meta.url);

/** Absolute path of the shim. */
export function shimPath(): string {
  return require.resolve('#ruby-shim');
}

/** Whose limit counts: a tag's, filter's or item's, or the whole site's. */
export type Span = 'item' | 'site';

/** What a session tells of. */
export interface SessionTools {
  /** Says what a plugin wants said, by Jekyll's level. */
  readonly log: (level: string, topic: string, message: string | null) => void;
}

/** A session. Nothing is sent before the first plugin is loaded. */
export class RubySession {
  readonly references = new References((name, ...args) =>
    this.call(name, args, 'item', 'an object of Ruby’s'),
  );
  readonly frames = new Frames();
  private readonly conversation: Conversation;
  private site: Site | null = null;
  private files: ReadonlyMap<string, SiteFile> = new Map();
  private tools: GeneratorTools | null = null;
  private item: HookItem | null = null;
  private payload: Map<string, Value> | null = null;
  private takeToken: (() => string | null) | null = null;
  /** What Ruby knows of each file. */
  private known = new Map<string, Renderable>();
  /** Absolute paths in the destination to which files of plugins write themselves. */
  readonly ownOutputs = new Set<string>();
  private knownData: RubyHash | null = null;
  private readonly history = once(() =>
    historyIn({ directory: this.config.directories.root, environment: this.config.variables }),
  );
  private readonly ownFilters = once(() => new Map(createFilters().map((filter) => [filter.name, filter])));
  private log: SessionTools['log'];
  /** Why nothing can be asked of it any more. */
  private end: StopError | null = null;

  constructor(
    wire: Wire,
    readonly config: Config,
    private readonly settings: RubySettings,
    { log }: SessionTools,
  ) {
    this.log = log;
    const { dump, load } = this.references;
    this.conversation = new Conversation({ wire, dump, load, asks: this.asks() });
  }

  /** Whether it answers no more. */
  get isBroken(): boolean {
    return this.end !== null;
  }

  /** Lets Ruby have the configuration, before anything else. @param greeting what {@link greetingOf} made of it */
  start(greeting: readonly Writable[]): void {
    this.call('hello', greeting, 'site', 'the start of Ruby');
  }

  /** Runs with another ear for what plugins want said. */
  withLog<T>(log: SessionTools['log'], run: () => T): T {
    const outer = this.log;
    this.log = log;
    try {
      return run();
    } finally {
      this.log = outer;
    }
  }

  /**
   * Has Ruby do something.
   *
   * @param what what runs, for messages, e.g. `the tag note`
   * @throws StopError when Ruby answers no more, RubyError for what it raises
   */
  call(name: string, args: readonly Writable[], span: Span, what: string): Value {
    if (this.end !== null) throw this.end;
    // What Ruby reads nobody sees.
    this.references.rendering?.depend('unseen');
    const { itemLimit, siteLimit, notice } = this.settings;
    const limit = span === 'item' ? itemLimit : siteLimit;
    try {
      return this.conversation.call(name, args, { limit, notice, what });
    } catch (error) {
      if (!(error instanceof WireError)) throw error;
      const told =
        error.end === 'ended'
          ? messages.rubyEnded(error.what, error.reason)
          : messages.rubyTooLate(error.what, limit / 1000);
      this.end = new StopError({ ...told, cause: error });
      throw this.end;
    }
  }

  /**
   * Lets Ruby see a site; what is another one than it knows is asked for again.
   *
   * @param rendering the site's, from the moment before the first page is rendered
   */
  see(site: Site, tools: GeneratorTools | null, rendering: SiteRendering | null): void {
    this.tools = tools ?? this.tools;
    if (rendering !== null) this.references.rendering = rendering;
    if (this.site === site) return;
    const isFirst = this.site === null;
    this.site = site;
    this.files = filesById(site);
    const files = renderables(site);
    const stale = files.filter((file) => this.known.has(file.id) && this.known.get(file.id) !== file);
    this.known = new Map(files.map((file) => [file.id, file]));
    const isDataStale = this.knownData !== null && this.knownData !== site.data;
    this.knownData = site.data;
    if (isFirst) this.call('time', [site.time], 'item', 'the start of a site');
    this.call('stale', [stale.map(({ id }) => id), isDataStale], 'item', 'the start of a site');
  }

  /** What Ruby changed itself is known to it: the next site that holds it is no news. */
  changedByRuby(ids: Iterable<string>, data: RubyHash | undefined): void {
    for (const id of ids) this.known.delete(id);
    if (data !== undefined) this.knownData = data;
  }

  /** Applies what a hook changed when all pages have been rendered: their outputs, and nothing else. */
  changeOutputs(record: RubyHash, what: string): void {
    const changes = record.get('changes');
    const { rendering } = this.references;
    let isLost = [...record.keys()].some((key) => key !== 'changes' && key !== 'config');
    for (const [id, changed] of changes instanceof Map ? changes : []) {
      const own = changed as RubyHash;
      const output = own.get('output');
      if (typeof output === 'string' && rendering !== null) rendering.setOutput(id as string, output);
      isLost ||= [...own.keys()].some((key) => key !== 'output');
    }
    if (isLost) this.log('warn', 'Plugin:', words.rubyChangesLost(what));
  }

  /** Runs with a page or document whose hooks have their turn. */
  withItem<T>(item: HookItem, payload: Map<string, Value> | null, run: () => T): T {
    const outer = { item: this.item, payload: this.payload };
    this.item = item;
    this.payload = payload;
    if (item.rendering !== null) this.references.rendering = item.rendering;
    try {
      return run();
    } finally {
      this.item = outer.item;
      this.payload = outer.payload;
    }
  }

  /** Runs with names for all templates that may be added to. */
  withPayload<T>(payload: Map<string, Value> | null, run: () => T): T {
    const outer = this.payload;
    this.payload = payload;
    try {
      return run();
    } finally {
      this.payload = outer;
    }
  }

  /** Runs while a template is parsed whose next token a tag may take. */
  withTokens<T>(take: () => string | null, run: () => T): T {
    const outer = this.takeToken;
    this.takeToken = take;
    try {
      return run();
    } finally {
      this.takeToken = outer;
    }
  }

  /** Runs with the rendering of a template. */
  withFrame<T>(frame: Frame, run: (number: number) => T): T {
    if (frame.render.rendering !== null) this.references.rendering = frame.render.rendering;
    return this.frames.within(frame, run);
  }

  /** The attributes and front matter of the file whose hooks have their turn, for a Ruby that may not know it yet. */
  attributesOf(file: Renderable): Writable {
    return fileAttributes(file);
  }

  private get siteInHand(): Site {
    if (this.site === null) throw new Error('there is no site yet');
    return this.site;
  }

  private get toolsInHand(): GeneratorTools {
    if (this.tools === null) throw new Error('that can be asked only once the site has been read');
    return this.tools;
  }

  private file(id: string): Renderable {
    const file = this.item?.file.id === id ? this.item.file : this.files.get(id);
    if (file === undefined || file.kind === 'static') throw new Error(`no page or document has the id ${id}`);
    return file;
  }

  private attributesById(id: string): Value {
    const file = this.files.get(id);
    return file === undefined ? null : fileAttributes(file);
  }

  private contentOf(id: string): string {
    if (this.item?.file.id === id) return this.item.content;
    return this.references.rendering?.contentOf(id) ?? wholeText(this.file(id).body);
  }

  private outputOf(id: string): string | null {
    if (this.item?.file.id === id) return this.item.output;
    return this.references.rendering?.outputOf(id) ?? null;
  }

  private asks(): Asks {
    const { references, frames } = this;
    const text = (value: Value | undefined): string => (typeof value === 'string' ? value : '');
    return new Map<string, (...args: Value[]) => Writable>([
      ['files', () => siteFiles(this.siteInHand)],
      ['file', (id) => this.attributesById(text(id))],
      ['data', (ids) => (ids as string[]).map((id) => this.dataOf(id))],
      ['content', (id) => this.contentOf(text(id))],
      ['output', (id) => this.outputOf(text(id))],
      ['excerpt', (id, isRendered) => this.excerptOf(text(id), isRendered === true)],
      ['site_data', () => this.siteInHand.data],
      ['page_url', (record) => this.urlOfPage(record as FileRecord)],
      [
        'document_url',
        (record) => this.toolsInHand.urlOf(documentFrom(record as FileRecord, this.siteInHand)),
      ],
      ['static_url', (record) => this.toolsInHand.urlOf(staticFrom(record as FileRecord))],
      ['read_yaml', (path) => this.readYaml(text(path))],
      ['read_document', (path, label) => this.readDocument(text(path), text(label))],
      ['defaults', (path, type) => this.toolsInHand.defaultsFor(text(path), text(type))],
      ['markdownify', (source) => this.markdownify(text(source))],
      ['output_ext', (extension) => this.outputExtension(text(extension))],
      ['convert', (extension, source) => this.convert(text(extension), text(source))],
      [
        'slugify',
        (source, mode, keepsCase) => slugify(text(source), mode as string | null, keepsCase === true),
      ],
      ['transliterate', (source) => transliterate(text(source))],
      ['escape_path', (path) => escapePath(text(path))],
      ['unescape_path', (path) => unescapePath(text(path))],
      ['yaml', (source) => loadYaml(text(source))],
      ['filter', (name, frame, args) => this.applyFilter(text(name), frame ?? null, args as Value[])],
      ['own_filter', (name, frame, args) => this.applyOwnFilter(text(name), frame ?? null, args as Value[])],
      ['render', (source, frame, names) => this.render(text(source), frame ?? null, names ?? null)],
      ['find', (frame, markup) => frames.evaluate(frame ?? null, text(markup))],
      ['set', (frame, name, value) => done(frames.set(frame ?? null, text(name), value ?? null))],
      ['assign', (frame, name, value) => done(frames.get(frame ?? null).assign(text(name), value ?? null))],
      ['push', (frame, names) => done(frames.push(frame ?? null, names ?? null))],
      ['pop', (frame) => done(frames.pop(frame ?? null))],
      ['global', (name) => this.global(text(name))],
      ['payload', (name, value) => this.setGlobal(text(name), value ?? null)],
      ['body', (_frame, tag) => bodyOf(frames.tag(tag ?? null).body)],
      ['built_in', (_frame, tag) => bodyOf(frames.tag(tag ?? null).builtIn)],
      ['token', () => this.takeToken?.() ?? null],
      ['log', (level, topic, message) => done(this.log(text(level), text(topic), message as string | null))],
      ['zone_offset', (seconds) => this.inZone(() => localOffset(seconds as number))],
      ['zone_seconds', (...fields) => this.inZone(() => secondsOf(fields as number[]))],
      ['run', (command) => this.run(command ?? null)],
      ['http', (url, headers) => this.get(text(url), headers as RubyHash)],
      ['drop_get', (number, key) => references.foreignDrop(number ?? null).get(text(key))],
      ['drop_has', (number, key) => references.foreignDrop(number ?? null).has(text(key))],
      ['drop_keys', (number) => references.foreignDrop(number ?? null).keys()],
      ['drop_text', (number) => references.foreignDrop(number ?? null).toText()],
    ]);
  }

  private dataOf(id: string): RubyHash {
    if (this.item?.file.id === id) return this.item.data;
    const file = this.files.get(id);
    if (file?.kind === 'static') return file.data;
    return file?.kind === 'page' ? file.frontMatter : this.file(id).data;
  }

  private excerptOf(id: string, isRendered: boolean): string {
    const file = this.file(id);
    if (!isRendered) return excerptText(file, this.config);
    const rendering = this.references.rendering ?? this.toolsInHand.rendering();
    const drop = rendering.fileValue(id);
    const excerpt =
      drop !== null && typeof drop === 'object' && 'get' in drop ? drop.get('excerpt' as never) : null;
    return typeof excerpt === 'string' ? excerpt : '';
  }

  private urlOfPage(record: FileRecord): string {
    return this.toolsInHand.urlOf(this.madePage(record));
  }

  private madePage(record: FileRecord): Page {
    return pageFrom(record, (path, type) => this.toolsInHand.defaultsFor(path, type));
  }

  private readYaml(path: string): Writable {
    const absolutePath = resolve(this.config.directories.source, path);
    const file = sourceOf(absolutePath, pathWithin(this.config.directories.source, absolutePath));
    if (file === null) throw new Error(`No such file or directory @ rb_sysopen - ${absolutePath}`);
    const { frontMatter, body } = this.toolsInHand.readPage({ source: file } as never);
    return [frontMatter, wholeText(body)];
  }

  private readDocument(path: string, label: string): Writable {
    const within = pathWithin(this.config.directories.collections, path);
    const document = this.toolsInHand.readDocument(within, label);
    if (document === null) return null;
    return hash({ attributes: null, data: document.data, content: wholeText(document.body) });
  }

  private markdownify(source: string): string {
    const frame = this.frames.find(null);
    return (
      frame?.markdownify(source) ?? this.item?.markdownify(source) ?? this.toolsInHand.markdownify(source)
    );
  }

  private outputExtension(extension: string): string {
    if (this.config.markdownExtensions.has(extension.toLowerCase())) return '.html';
    return /^\.s[ac]ss$/i.test(extension) ? '.css' : extension;
  }

  private convert(extension: string, source: string): string {
    return this.outputExtension(extension) === '.html' && !/^\.html$/i.test(extension)
      ? this.markdownify(source)
      : source;
  }

  private applyFilter(name: string, number: Value, [input = null, ...args]: readonly Value[]): Writable {
    const frame = this.frames.find(number);
    const rendering = this.references.rendering ?? this.toolsInHand.rendering();
    const answer =
      frame === null
        ? rendering.applyFilter(name, [input, ...args])
        : frame.runtime.options.filters.get(name)?.apply(frame, input, ...args);
    if (answer === undefined) throw new Error(`there is no filter ${name}`);
    return answer;
  }

  /** The built-in one, also where a plugin's counts in its place. */
  private applyOwnFilter(name: string, number: Value, args: readonly Value[]): Writable {
    const frame = this.frames.find(number);
    const own = this.ownFilters().get(name);
    if (frame === null || own === undefined) return this.applyFilter(name, number, args);
    const [input = null, ...rest] = args;
    return own.apply(frame, input, ...rest);
  }

  private render(source: string, number: Value, names: Value): string {
    const frame = this.frames.find(number);
    if (frame === null) {
      const rendering = this.references.rendering ?? this.toolsInHand.rendering();
      return rendering.renderLiquid(source, namesOf(names));
    }
    const write = frame.runtime.inline(source);
    if (names === null) return frame.capture(write);
    const inner = frame.detached(namesOf(names), new Map());
    return inner.capture(write);
  }

  private setGlobal(name: string, value: Value): null {
    if (this.payload !== null) this.payload.set(name, value);
    else this.references.rendering?.setGlobal(name, value);
    return null;
  }

  private inZone<T>(ask: () => T): T {
    return withTimeZone(this.config.timezone, ask);
  }

  private run(command: Value): Writable {
    const { output, errors, status } = runCommand(command as string | string[], {
      directory: this.config.directories.root,
      environment: this.config.variables,
      allow: this.settings.allow,
      history: this.history(),
    });
    return [output, errors, status];
  }

  private get(url: string, headers: RubyHash): Writable {
    const { isOffline, variables } = this.config;
    const tools = { allow: this.settings.allow, isOffline, environment: variables };
    const answer = httpGet(url, Object.fromEntries(headers) as Record<string, string>, tools);
    return [answer.status, answer.url, answer.body.toString('utf8')];
  }

  private global(name: string): Value {
    const frame = this.frames.find(null);
    if (frame !== null) return frame.global(name);
    const own = this.payload?.get(name);
    return own ?? this.references.rendering?.global(name) ?? null;
  }
}

/** For asks that answer nothing. */
function done(_nothing: unknown): null {
  return null;
}

function bodyOf(render: (() => string) | null): string {
  if (render === null) throw new Error('the tag has no body');
  return render();
}

function namesOf(names: Value): Map<string, Value> {
  return names instanceof Map ? new Map([...names].map(([name, value]) => [String(name), value])) : new Map();
}

function renderables(site: Site): Renderable[] {
  return [...site.pages, ...[...site.collections.values()].flatMap(({ documents }) => documents)];
}

/** What an excerpt is cut from, up to the separator. */
function excerptText(file: Renderable, config: Config): string {
  const body = wholeText(file.body);
  const separator = file.data.get('excerpt_separator') ?? config.excerptSeparator;
  const end = isTruthy(separator) ? body.indexOf(String(separator)) : -1;
  return end < 0 ? body : body.slice(0, end);
}

function secondsOf([
  year = 1970,
  month = 1,
  day = 1,
  hour = 0,
  minute = 0,
  second = 0,
]: readonly number[]): number {
  return localSeconds(year, month, day, hour, minute, second);
}
