/** What templates see as `site.menus`. Menus and items answer any name, most with nil. */

import { FilterError } from '../../liquid/filter.js';
import { className, compare } from '../../ruby/compare.js';
import { inspect } from '../../ruby/inspect.js';
import { mergeSort } from '../../ruby/merge-sort.js';
import { Drop, type RubyHash, type Value } from '../../ruby/value.js';
import type { Menus } from './collect-menus.js';

/** A drop that is a list or an item, and nothing to walk through by its properties. */
abstract class MenuDrop extends Drop {
  override get isEnumerable(): boolean {
    return false;
  }

  has(_key: string): boolean {
    return true;
  }
}

/** All menus, by name. */
export class MenusDrop extends MenuDrop {
  readonly className = 'Jekyll::Menus::Drops::All';

  constructor(private readonly menus: Menus) {
    super();
  }

  get(key: string): Value {
    const items = this.menus.get(key);
    return items === undefined ? null : new MenuListDrop(items, key, this);
  }

  keys(): string[] {
    return [...this.menus.keys()].filter((key) => typeof key === 'string');
  }

  override items(): Value[] {
    return [...this.menus].map(([name, items]) => new MenuListDrop(items, name, this));
  }

  /** What is in it, so that a change can be told. */
  override inspect(): string {
    return inspect(this.menus as RubyHash);
  }

  /** The items of the menu that is called as an item is identified. */
  childrenOf(identifier: Value): Value {
    const items = this.menus.get(identifier);
    return items === undefined ? null : new MenuListDrop(items, identifier, this).items();
  }
}

/** One menu: its items by weight. */
class MenuListDrop extends MenuDrop {
  readonly className = 'Jekyll::Menus::Drops::Menu';

  constructor(
    private readonly menu: readonly RubyHash[],
    private readonly identifier: Value,
    private readonly parent: MenusDrop,
  ) {
    super();
  }

  get(key: string): Value {
    switch (key) {
      case 'identifier':
        return this.identifier;
      case 'parent':
        return this.parent;
      case 'menu':
        return [...this.menu];
      case 'to_a':
        return this.items();
      default:
        return null;
    }
  }

  keys(): string[] {
    return ['identifier', 'parent', 'menu', 'to_a'];
  }

  override items(): Value[] {
    return mergeSort(this.menu, byWeight).map((item) => new MenuItemDrop(item, this.parent));
  }
}

function byWeight(a: RubyHash, b: RubyHash): number {
  const [first, second] = [a, b].map((item) => item.get('weight') ?? null) as [Value, Value];
  const order = compare(first, second);
  if (order !== null) return order;
  throw new FilterError(`comparison of ${className(first)} with ${inspect(second)} failed`, false);
}

/** An item: what it says, and as `children` the menu that its identifier names. */
class MenuItemDrop extends MenuDrop {
  readonly className = 'Jekyll::Menus::Drops::Item';

  constructor(
    private readonly item: RubyHash,
    private readonly menus: MenusDrop,
  ) {
    super();
  }

  get(key: string): Value {
    if (key === 'children') return this.menus.childrenOf(this.item.get('identifier') ?? null);
    return this.item.get(key) ?? null;
  }

  keys(): string[] {
    return ['children', ...[...this.item.keys()].filter((key) => typeof key === 'string')];
  }
}
