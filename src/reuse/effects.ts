import type { CarriedName } from '../model/dependency.js';
import type { Page } from '../model/page.js';
import type { Effects } from '../model/turn.js';
import type { Value } from '../ruby/value.js';

const NO_PAGES: readonly Page[] = [];
const NO_DATA: Effects['data'] = new Map();

/** Gathers what the turn in hand leaves to later ones. */
export class EffectsOfTurn {
  private readonly carried = new Map<CarriedName, () => unknown>();
  private pages: Page[] | null = null;
  private data: Map<string, Map<Value, Value | undefined>> | null = null;

  leave(name: CarriedName, now: () => unknown): void {
    this.carried.set(name, now);
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

  /**
   * Carried state as it stands now.
   *
   * @param shared effects of turns that left nothing but the front matter of a layout, by that: thousands of pages leave the same
   */
  finish(shared: Map<unknown, Effects>): Effects {
    const layout = this.carried.get('payload layout')?.();
    const hasOthers = this.carried.size > (layout === undefined ? 0 : 1) || this.pages || this.data;
    if (hasOthers) return this.all();
    let effects = shared.get(layout);
    if (effects === undefined) shared.set(layout, (effects = this.all()));
    return effects;
  }

  private all(): Effects {
    const carried = new Map<CarriedName, unknown>();
    for (const [name, now] of this.carried) carried.set(name, now());
    return { carried, pages: this.pages ?? NO_PAGES, data: this.data ?? NO_DATA };
  }
}
