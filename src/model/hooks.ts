import type { Value } from '../ruby/value.js';
import {
  type CleanHook,
  HOOK_PRIORITIES,
  type Hook,
  type HookItem,
  type HookPriority,
  ITEM_EVENTS,
  type ItemEvent,
  type ItemHook,
  type Plugin,
  SITE_EVENTS,
  type SiteEvent,
  type SiteHook,
} from './plugin.js';
import type { Site } from './site.js';
import type { SiteRendering } from './site-rendering.js';

const CLEAN_EVENTS = ['on_obsolete'] as const;

/** A hook for an event its owner does not have, in Jekyll's words. */
export class InvalidHookError extends Error {
  constructor(owner: string, events: readonly string[]) {
    super(
      `Invalid hook. ${owner} supports only the following hooks [${events.map((event) => `:${event}`).join(', ')}]`,
    );
    this.name = 'InvalidHookError';
  }
}

/** What a hook threw. */
export interface HookFailure {
  /** The plugin's name. */
  readonly plugin: string;
  readonly hook: Hook;
  readonly thrown: unknown;
  /** The page or document whose moment it was. */
  readonly item: HookItem | null;
  /** Made where the hook was called, which ends its part of the stack. */
  readonly caller: Error;
}

interface PluginHook {
  readonly plugin: string;
  readonly hook: Hook;
}

/** Everything registered for the moments of one build (Jekyll 4.4.1, `Hooks`): higher priority first, then order of registration. */
export class Hooks {
  /** The moments of pages and documents that hooks wait for. */
  private readonly itemEvents: ReadonlySet<string>;
  private readonly byMoment = new Map<string, PluginHook[]>();

  /**
   * @param plugins whose hooks run
   * @param describe makes of what a hook throws what the build ends with, or the page
   */
  constructor(
    plugins: readonly Pick<Plugin, 'name' | 'hooks'>[],
    private readonly describe: (failure: HookFailure) => Error,
  ) {
    const all = plugins.flatMap(({ name, hooks = [] }) => hooks.map((hook) => ({ plugin: name, hook })));
    const sorted = all.sort((a, b) => priorityOf(b.hook.priority) - priorityOf(a.hook.priority));
    for (const one of sorted) this.add(one);
    const ofItems = sorted.filter(({ hook: { owner } }) => owner !== 'site' && owner !== 'clean');
    this.itemEvents = new Set(ofItems.map(({ hook }) => hook.event));
  }

  /** Whether any hook waits for a moment of pages or documents. */
  get hasItemHooks(): boolean {
    return this.itemEvents.size > 0;
  }

  private add(one: PluginHook): void {
    const { owner, event } = one.hook;
    const events = eventsOf(owner);
    if (!events.includes(event)) throw this.failure(one, null, new InvalidHookError(owner, events));
    const moment = `${owner} ${event}`;
    const list = this.byMoment.get(moment);
    if (list) list.push(one);
    else this.byMoment.set(moment, [one]);
  }

  /** Runs the hooks of a moment of the whole build. */
  site(
    event: SiteEvent,
    site: Site,
    payload: Map<string, Value> | null = null,
    rendering: SiteRendering | null = null,
  ): void {
    this.runAll('site', event, null, (hook) => void (hook as SiteHook).run(site, payload, null, rendering));
  }

  /**
   * Runs the hooks of a moment at which they may change the site.
   *
   * @param run one hook on the site as those before it left it
   */
  changing(event: 'post_read' | 'pre_render', site: Site, run: (hook: SiteHook, site: Site) => Site): Site {
    let current = site;
    this.runAll('site', event, null, (hook) => {
      current = run(hook as SiteHook, current);
    });
    return current;
  }

  /** Runs the hooks of a moment of a page, or of a document: its collection's first, then those of all documents. */
  item(event: ItemEvent, item: HookItem, payload: Map<string, Value> | null = null): void {
    if (!this.hasItemHooks) return;
    const { file } = item;
    const owners = file.kind === 'page' ? ['pages'] : [file.collection, 'documents'];
    for (const owner of owners) {
      this.runAll(owner, event, item, (hook) => (hook as ItemHook).run(item, payload));
    }
  }

  /** Whether any hook waits for this moment of pages or documents. */
  waitsFor(event: ItemEvent): boolean {
    return this.itemEvents.has(event);
  }

  /** Whether any hook waits for this moment of the whole build. */
  waitsForSite(event: SiteEvent): boolean {
    return this.byMoment.has(`site ${event}`);
  }

  /** Lets hooks take paths off the list of files about to be removed. */
  clean(paths: string[]): void {
    this.runAll('clean', 'on_obsolete', null, (hook) => (hook as CleanHook).run(paths));
  }

  private runAll(owner: string, event: string, item: HookItem | null, run: (hook: Hook) => void): void {
    for (const one of this.byMoment.get(`${owner} ${event}`) ?? []) {
      try {
        run(one.hook);
      } catch (thrown) {
        throw this.failure(one, item, thrown);
      }
    }
  }

  private failure({ plugin, hook }: PluginHook, item: HookItem | null, thrown: unknown): Error {
    return this.describe({ plugin, hook, item, thrown, caller: new Error('called here') });
  }
}

function eventsOf(owner: string): readonly string[] {
  if (owner === 'site') return SITE_EVENTS;
  return owner === 'clean' ? CLEAN_EVENTS : ITEM_EVENTS;
}

function priorityOf(priority: HookPriority): number {
  return typeof priority === 'number' ? priority : HOOK_PRIORITIES[priority];
}
