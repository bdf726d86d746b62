import type { CarriedName } from '../model/dependency.js';
import type { Page } from '../model/page.js';
import type { Effects } from '../model/turn.js';
import type { Value } from '../ruby/value.js';

/** Gathers what the turn in hand leaves to later ones. */
export class EffectsOfTurn {
  private readonly carried = new Map<CarriedName, () => unknown>();
  private readonly pages: Page[] = [];
  private readonly data = new Map<string, Map<Value, Value | undefined>>();

  leave(name: CarriedName, now: () => unknown): void {
    this.carried.set(name, now);
  }

  addedPage(page: Page): void {
    this.pages.push(page);
  }

  wroteData(id: string, key: Value, value: Value | undefined): void {
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
    const carried = new Map([...this.carried].map(([name, now]): [CarriedName, unknown] => [name, now()]));
    const effects = { carried, pages: this.pages, data: this.data };
    const layout = carried.get('payload layout');
    const hasOthers = carried.size > (layout === undefined ? 0 : 1) || this.pages.length + this.data.size > 0;
    if (hasOthers) return effects;
    const known = shared.get(layout);
    if (known === undefined) shared.set(layout, effects);
    return known ?? effects;
  }
}
