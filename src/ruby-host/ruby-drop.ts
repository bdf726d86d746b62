import { Drop, type HeldObject, type Value } from '../ruby/value.js';

/** Calls Ruby about one of its objects. */
export type AskObject = (name: string, ...args: Value[]) => Value;

/** An object that stays in Ruby, as templates see it: a drop of a plugin's, a Struct, a Set. */
export class RubyDrop extends Drop {
  private about: readonly [className: string, isList: boolean] | null = null;

  /** @param number by which Ruby knows it */
  constructor(
    readonly number: number,
    private readonly ask: AskObject,
  ) {
    super();
  }

  private get description(): readonly [className: string, isList: boolean] {
    this.about ??= this.ask('drop_about', this.number) as unknown as [string, boolean];
    return this.about;
  }

  get className(): string {
    return this.description[0];
  }

  get(key: string): Value {
    return (this.ask('drop_get', this.number, key) as Value[])[1] ?? null;
  }

  has(key: string): boolean {
    return this.ask('drop_has', this.number, key) === true;
  }

  keys(): string[] {
    return this.ask('drop_keys', this.number) as string[];
  }

  override items(): Value[] | null {
    return this.description[1] ? (this.ask('drop_items', this.number) as Value[]) : null;
  }

  override toText(): string {
    return this.ask('drop_text', this.number) as string;
  }

  override inspect(): string {
    return this.ask('drop_inspect', this.number) as string;
  }

  override toJson(): Value {
    return this.ask('drop_json', this.number);
  }

  override compareTo(other: Value): number | null {
    return this === other ? 0 : (this.ask('calls', this.number, other) as number | null);
  }
}

/** Whether a value stands for a file of the site. */
export function fileIdOf(value: Value): string | null {
  return typeof value === 'object' && value !== null && 'heldId' in value
    ? (value as Value & HeldObject).heldId
    : null;
}
