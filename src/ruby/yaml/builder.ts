/**
 * Makes values of a document's events as SafeYAML 1.0.5 does (`SafeYAML::PsychHandler`). It is a small machine with one pending
 * key for all levels, and its consequences are kept: merge keys take effect where they stand and so win over what is above them,
 * a mapping written right behind `<<:` adds nothing, and after an empty key the value takes the key's place.
 */
import { conversionName } from '../compare.js';
import { HashKeys } from '../hash-key.js';
import type { RubyHash, Value } from '../value.js';

/** The document asks for something no value can be made of. */
export class YamlStructureError extends Error {
  constructor(
    message: string,
    /** Whether it asks for more than we make. */
    readonly isLimit = false,
  ) {
    super(message);
  }
}

/** Values that aliases may stand for in sum; a site's data has thousands, a "billion laughs" document millions. */
const MAX_ALIASED_VALUES = 1_000_000;

type Container = Value[] | RubyHash;

/** Takes the events one after the other. */
export class YamlBuilder {
  private readonly anchors = new Map<string, Value>();
  /** How many values each container holds, its own levels counted with aliases followed. */
  private readonly sizes = new Map<Container, number>();
  private readonly open: Container[] = [];
  /** Of each mapping, the keys that are objects here, by what Ruby tells them apart by: dates, floats, collections. */
  private readonly objectKeys = new Map<RubyHash, Map<string, Value>>();
  private readonly hashKeys = new HashKeys();
  private pendingKey: Value = null;
  private aliased = 0;
  private root: Value = false;
  private hasBegun = false;

  /** What was built; `false` for a document without content. */
  get result(): Value {
    return this.root;
  }

  scalar(value: Value, anchor: string | undefined): void {
    if (anchor !== undefined) this.anchors.set(anchor, value);
    this.add(value, 1);
  }

  /** An anchor that was never set stands for nil. Whether it was set. */
  alias(name: string): boolean {
    const value = this.anchors.get(name) ?? null;
    this.add(value, this.aliasedSize(value));
    return this.anchors.has(name);
  }

  start(container: Container, anchor: string | undefined): void {
    if (anchor !== undefined) this.anchors.set(anchor, container);
    this.add(container, 0);
    this.sizes.set(container, 1);
    this.open.push(container);
  }

  end(): void {
    const closed = this.open.pop();
    const parent = this.open.at(-1);
    if (closed && parent) this.grow(parent, this.sizes.get(closed) ?? 1);
  }

  private aliasedSize(value: Value): number {
    if (!Array.isArray(value) && !(value instanceof Map)) return 1;
    if (this.open.includes(value))
      throw new YamlStructureError('an alias stands inside the collection it names');
    const size = this.sizes.get(value) ?? 1;
    this.aliased += size;
    if (this.aliased > MAX_ALIASED_VALUES) {
      throw new YamlStructureError(`aliases stand for more than ${MAX_ALIASED_VALUES} values`, true);
    }
    return size;
  }

  private grow(container: Container, count: number): void {
    this.sizes.set(container, (this.sizes.get(container) ?? 1) + count);
  }

  private add(value: Value, size: number): void {
    const parent = this.open.at(-1);
    if (parent) this.grow(parent, size);
    if (!this.hasBegun) {
      this.hasBegun = true;
      this.root = value;
    } else if (Array.isArray(parent)) {
      parent.push(value);
    } else if (parent) {
      this.addToMapping(parent, value);
    }
  }

  private addToMapping(mapping: RubyHash, value: Value): void {
    if (this.pendingKey === null) {
      this.pendingKey = value;
      return;
    }
    if (this.pendingKey === '<<') this.merge(mapping, value);
    else mapping.set(this.ownKey(mapping, this.pendingKey), value);
    this.pendingKey = null;
  }

  private merge(mapping: RubyHash, value: Value): void {
    if (!(value instanceof Map)) {
      throw new YamlStructureError(`no implicit conversion of ${conversionName(value)} into Hash`);
    }
    for (const [key, merged] of value) mapping.set(this.ownKey(mapping, key), merged);
  }

  /** The mapping's key that is `eql?` to this one, else this one. */
  private ownKey(mapping: RubyHash, key: Value): Value {
    if (typeof key !== 'object' || key === null) return key;
    const own = this.objectKeys.get(mapping) ?? new Map<string, Value>();
    this.objectKeys.set(mapping, own);
    const name = this.hashKeys.of(key);
    if (!own.has(name)) own.set(name, key);
    return own.get(name) ?? key;
  }
}
