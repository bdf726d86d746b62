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

  /** Carried state as it stands now. */
  finish(): Effects {
    if (this.carried.size + this.pages.length + this.data.size === 0) return NO_EFFECTS;
    const carried = new Map([...this.carried].map(([name, now]): [CarriedName, unknown] => [name, now()]));
    return { carried, pages: this.pages, data: this.data };
  }
}

/** Most outputs of a site of plain pages leave nothing: they share this. */
const NO_EFFECTS: Effects = { carried: new Map(), pages: [], data: new Map() };
