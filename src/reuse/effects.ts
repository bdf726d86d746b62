import type { CarriedName } from '../model/dependency.js';
import type { Page } from '../model/page.js';
import type { Effects } from '../model/turn.js';
import type { Value } from '../ruby/value.js';

const NO_PAGES: readonly Page[] = [];
const NO_DATA: Effects['data'] = new Map();

/** Asks for carried state as it stands. */
export type ValueNow = (name: CarriedName) => unknown;

/** Gathers what the turn in hand leaves to later ones. */
export class EffectsOfTurn {
  private readonly carried = new Map<CarriedName, ValueNow>();
  private pages: Page[] | null = null;
  private data: Map<string, Map<Value, Value | undefined>> | null = null;

  leave(name: CarriedName, now: ValueNow): void {
    this.carried.set(name, now);
  }

  hasLeft(name: CarriedName): boolean {
    return this.carried.has(name);
  }

  addedPage(page: Page): void {
    this.pages ??= [];
    this.pages.push(page);
  }

  wroteData(id: string, key: Value, value: Value | undefined): void {
    this.data ??= new Map();
    let written = this.data.get(id);
    if (written === undefined) this.data.set(id, (written = new Map()));
    written.set(key, value);
  }

  /** Carried state as it stands now; the same object as a turn before when that left the same. */
  finish(recent: RecentEffects): Effects {
    const carried = new Map<CarriedName, unknown>();
    for (const [name, now] of this.carried) carried.set(name, now(name));
    const effects = { carried, pages: this.pages ?? NO_PAGES, data: this.data ?? NO_DATA };
    return this.pages || this.data ? effects : recent.sharedOr(effects);
  }
}

/** So many effects are kept for turns that come after: layouts times what they leave, such as how far their loops went. */
const SLOTS = 256;

/** What turns of late left: thousands of pages leave the same. */
export class RecentEffects {
  private readonly slots = new Array<Effects | undefined>(SLOTS);

  /** @param effects nothing but carried state */
  sharedOr(effects: Effects): Effects {
    const slot = hashOf(effects.carried) % SLOTS;
    const known = this.slots[slot];
    if (known !== undefined && isSameMap(known.carried, effects.carried)) return known;
    this.slots[slot] = effects;
    return effects;
  }
}

function hashOf(carried: Effects['carried']): number {
  let hash = 0;
  for (const [name, value] of carried) {
    hash = Math.imul(hash, 31) + name.length;
    if (value instanceof Map) for (const item of value.values()) hash = Math.imul(hash, 31) + numberOf(item);
  }
  return hash >>> 0;
}

function numberOf(item: unknown): number {
  return typeof item === 'number' ? item : typeof item === 'string' ? item.length : 1;
}

/** Whether two maps hold the same in the same order; maps in them are compared by what they hold, other objects are themselves. */
function isSameMap(a: ReadonlyMap<unknown, unknown>, b: ReadonlyMap<unknown, unknown>): boolean {
  if (a.size !== b.size) return false;
  const others = b.entries();
  for (const [key, value] of a) {
    const [otherKey, otherValue] = others.next().value!;
    if (key !== otherKey || !isSameValue(value, otherValue)) return false;
  }
  return true;
}

function isSameValue(a: unknown, b: unknown): boolean {
  return a === b || (a instanceof Map && b instanceof Map && isSameMap(a, b));
}
