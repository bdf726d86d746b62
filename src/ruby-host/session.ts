/** One Ruby with the plugins of one build: what is called there, and what it asks for here. */
import type { Frame } from '../liquid/run/frame.js';
import type { Config } from '../model/config.js';
import { StopError } from '../model/diagnostic.js';
import type { GeneratorTools } from '../model/generator.js';
import type { HookItem } from '../model/hook.js';
import type { Renderable } from '../model/page.js';
import type { Site } from '../model/site.js';
import type { SiteRendering } from '../model/site-rendering.js';
import * as messages from '../report/messages.js';
import type { RubyHash, Value } from '../ruby/value.js';
import type { AskParts } from './asks/ask.js';
import { fileAsks } from './asks/file-asks.js';
import { systemAsks } from './asks/system-asks.js';
import { templateAsks } from './asks/template-asks.js';
import { textAsks } from './asks/text-asks.js';
import { recordNote } from './call-reads.js';
import { type Answer, Conversation } from './conversation.js';
import { fileAttributes } from './file-attributes.js';
import { Frames } from './frames.js';
import { Hand } from './hand.js';
import type { Writable } from './marshal/write-marshal.js';
import { PlainCalls } from './plain-calls.js';
import { References } from './references.js';
import type { RubySettings } from './settings.js';
import { type Wire, WireError } from './wire.js';
import * as words from './words.js';

/** What is known of the code of all plugins. */
export interface LoadedCode {
  /** Whether code that is not plain may change copies of the site while it is rendered. */
  readonly sharesCopies: boolean;
  /** Whether it runs where files are read through us. */
  readonly seesFiles: boolean;
}

/** Whose limit counts: a tag's, filter's or item's, or the whole site's. */
export type Span = 'item' | 'site';

/** What a session tells of. */
export interface SessionTools {
  /** Says what a plugin wants said, by Jekyll's level. */
  readonly log: (level: string, topic: string, message: string | null) => void;
}

/** Calls whose answers become part of the site. */
const CHANGING: ReadonlySet<string> = new Set(['generate', 'site_hook', 'item_hook', 'addresses']);

/** A session. Nothing is sent before the first plugin is loaded. */
export class RubySession {
  readonly references = new References(
    (name, ...args) => this.call(name, args, 'item', 'an object of Ruby’s'),
    () => {
      this.holdsOwn ||= this.isChanging;
      this.plainCalls.noteUnseen();
    },
  );
  readonly frames = new Frames();
  private readonly conversation: Conversation;
  private readonly hand: Hand;
  /** Absolute paths in the destination to which files of plugins write themselves. */
  readonly ownOutputs = new Set<string>();
  private log: SessionTools['log'];
  /** What is known of the plugins' code; `null` before they are loaded. */
  private code: LoadedCode | null = null;
  private readonly plainCalls = new PlainCalls();
  /** Whether something of the site is an object of Ruby's, of which nobody sees what is in it. */
  private holdsOwn = false;
  /** Whether a generator or a hook runs. */
  private isChanging = false;
  private readonly began = Date.now();
  /** Why nothing can be asked of it any more. */
  private end: StopError | null = null;

  constructor(
    wire: Wire,
    readonly config: Config,
    private readonly settings: RubySettings,
    { log }: SessionTools,
  ) {
    this.log = log;
    const { references, frames } = this;
    this.hand = new Hand(config, references);
    const say: SessionTools['log'] = (level, topic, message) => this.log(level, topic, message);
    const parts: AskParts = { config, settings, references, frames, hand: this.hand, log: say };
    const asks = [fileAsks, templateAsks, textAsks, systemAsks].flatMap((asksOf) => asksOf(parts));
    const { dump, load } = references;
    this.conversation = new Conversation({ wire, dump, load, asks: this.plainCalls.watched(asks) });
  }

  /** Whether it answers no more. */
  get isBroken(): boolean {
    return this.end !== null;
  }

  /**
   * Lets Ruby have the configuration, before anything else.
   *
   * @param greeting what {@link greetingOf} made of it
   * @returns what it is, by protocol, version and platform
   */
  start(greeting: readonly Writable[]): readonly string[] {
    return this.run('hello', greeting, 'site', 'the start of Ruby').value as string[];
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

  /** Tells what is known of the plugins' code, once it is loaded. */
  knows(code: LoadedCode): void {
    this.code = code;
  }

  /**
   * Has Ruby do something of which nobody sees what it reads.
   *
   * @param what what runs, for messages, e.g. `the tag note`
   * @throws StopError when Ruby answers no more, RubyError for what it raises
   */
  call(name: string, args: readonly Writable[], span: Span, what: string): Value {
    this.references.rendering?.depend('unseen');
    return this.run(name, args, span, what).value;
  }

  /**
   * The same for code that keeps nothing: what it reads is recorded for the page in hand.
   *
   * @param notes of what it goes by besides; `null` for code of which that is not known
   * @returns with whether it read anything
   */
  callPlain(
    name: string,
    args: readonly Writable[],
    span: Span,
    what: string,
    notes: readonly string[] | null,
  ): { readonly value: Value; readonly hasRead: boolean } {
    if (!this.canRecord(notes)) return { value: this.call(name, args, span, what), hasRead: true };
    const { rendering } = this.references;
    const call = this.plainCalls.during(
      () => this.run(name, args, span, what),
      () => rendering?.depend('unseen'),
    );
    this.record(notes);
    this.record(call.reads);
    return { value: call.value, hasRead: call.hasAsked || call.reads.length > 0 };
  }

  /** Records for the page in hand that it goes by code which has yet to run. @param notes as of `callPlain` */
  depend(notes: readonly string[] | null): void {
    if (this.canRecord(notes)) this.record(notes);
    else this.references.rendering?.depend('unseen');
  }

  private canRecord(notes: readonly string[] | null): notes is readonly string[] {
    return notes !== null && this.code !== null && !this.holdsOwn;
  }

  private record(notes: readonly string[]): void {
    const { rendering } = this.references;
    if (rendering === null || this.code === null) return;
    const { seesFiles, sharesCopies } = this.code;
    const parts = { config: this.config, began: this.began, seesFiles, sharesCopies };
    for (const note of notes) recordNote(note, rendering, parts);
  }

  /** Loads a file, and what it registers. */
  load(path: string, what: string): Answer {
    return this.run('load', [path], 'site', what);
  }

  private run(name: string, args: readonly Writable[], span: Span, what: string): Answer {
    if (this.end !== null) throw this.end;
    const { itemLimit, siteLimit, notice } = this.settings;
    const limit = span === 'item' ? itemLimit : siteLimit;
    const wasChanging = this.isChanging;
    this.isChanging ||= CHANGING.has(name);
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
    } finally {
      this.isChanging = wasChanging;
    }
  }

  /**
   * Lets Ruby see a site; what is another one than it knows is asked for again.
   *
   * @param rendering the site's, from the moment before the first page is rendered
   */
  see(site: Site, tools: GeneratorTools | null, rendering: SiteRendering | null): void {
    if (rendering !== null) this.references.rendering = rendering;
    const stale = this.hand.take(site, tools);
    if (stale === null) return;
    if (stale.isFirst) this.call('time', [site.time], 'item', 'the start of a site');
    this.call('stale', [stale.ids, stale.isData], 'item', 'the start of a site');
  }

  /** What Ruby changed itself is known to it: the next site that holds it is no news. */
  changedByRuby(ids: Iterable<string>, data: RubyHash | undefined): void {
    this.hand.changedByRuby(ids, data);
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
    const { hand } = this;
    const outer = { item: hand.item, payload: hand.payload };
    hand.item = item;
    hand.payload = payload;
    if (item.rendering !== null) this.references.rendering = item.rendering;
    try {
      return run();
    } finally {
      hand.item = outer.item;
      hand.payload = outer.payload;
    }
  }

  /** Runs with names for all templates that may be added to. */
  withPayload<T>(payload: Map<string, Value> | null, run: () => T): T {
    const outer = this.hand.payload;
    this.hand.payload = payload;
    try {
      return run();
    } finally {
      this.hand.payload = outer;
    }
  }

  /** Runs while a template is parsed whose next token a tag may take. */
  withTokens<T>(take: () => string | null, run: () => T): T {
    const outer = this.hand.takeToken;
    this.hand.takeToken = take;
    try {
      return run();
    } finally {
      this.hand.takeToken = outer;
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
}
