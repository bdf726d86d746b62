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
  SITE_EVENTS,
  type SiteEvent,
  type SiteHook,
} from './plugin.js';
import type { Site } from './site.js';

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

/** Everything registered for the moments of one build (Jekyll 4.4.1, `Hooks`): higher priority first, then order of registration. */
export class Hooks {
  /** The moments of pages and documents that hooks wait for. */
  private readonly itemEvents: ReadonlySet<string>;
  private readonly byMoment = new Map<string, Hook[]>();

  constructor(hooks: readonly Hook[]) {
    const sorted = [...hooks].sort((a, b) => priorityOf(b.priority) - priorityOf(a.priority));
    for (const hook of sorted) this.add(hook);
    const ofItems = sorted.filter(({ owner }) => owner !== 'site' && owner !== 'clean');
    this.itemEvents = new Set(ofItems.map(({ event }) => event));
  }

  /** Whether any hook waits for a moment of pages or documents. */
  get hasItemHooks(): boolean {
    return this.itemEvents.size > 0;
  }

  private add(hook: Hook): void {
    const events = eventsOf(hook.owner);
    if (!events.includes(hook.event)) throw new InvalidHookError(hook.owner, events);
    const moment = `${hook.owner} ${hook.event}`;
    const list = this.byMoment.get(moment);
    if (list) list.push(hook);
    else this.byMoment.set(moment, [hook]);
  }

  /** Runs the hooks of a moment of the whole build. */
  site(event: SiteEvent, site: Site, payload: Map<string, Value> | null = null): void {
    for (const hook of this.of('site', event)) (hook as SiteHook).run(site, payload);
  }

  /** Runs the hooks of a moment of a page, or of a document: its collection's first, then those of all documents. */
  item(event: ItemEvent, item: HookItem, payload: Map<string, Value> | null = null): void {
    if (!this.hasItemHooks) return;
    const { file } = item;
    const owners = file.kind === 'page' ? ['pages'] : [file.collection, 'documents'];
    for (const owner of owners) {
      for (const hook of this.of(owner, event)) (hook as ItemHook).run(item, payload);
    }
  }

  /** Whether any hook waits for this moment of pages or documents. */
  waitsFor(event: ItemEvent): boolean {
    return this.itemEvents.has(event);
  }

  /** Lets hooks take paths off the list of files about to be removed. */
  clean(paths: string[]): void {
    for (const hook of this.of('clean', 'on_obsolete')) (hook as CleanHook).run(paths);
  }

  private of(owner: string, event: string): readonly Hook[] {
    return this.byMoment.get(`${owner} ${event}`) ?? [];
  }
}

function eventsOf(owner: string): readonly string[] {
  if (owner === 'site') return SITE_EVENTS;
  return owner === 'clean' ? CLEAN_EVENTS : ITEM_EVENTS;
}

function priorityOf(priority: HookPriority): number {
  return typeof priority === 'number' ? priority : HOOK_PRIORITIES[priority];
}
