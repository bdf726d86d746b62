import { Drop } from './value.js';

/**
 * A Symbol of Ruby's. Templates see one as its name wherever they look it up; what stays one are the keys of mappings that Ruby made, under
 * which no template finds anything. One object for each name, so that a `Map` finds it.
 */
export class RubySymbol extends Drop {
  readonly className = 'Symbol';

  private constructor(readonly name: string) {
    super();
  }

  /** The symbol of that name. */
  static named(name: string): RubySymbol {
    let symbol = symbols.get(name)?.deref();
    if (symbol === undefined) symbols.set(name, new WeakRef((symbol = new RubySymbol(name))));
    return symbol;
  }

  get(): null {
    return null;
  }

  has(): boolean {
    return false;
  }

  keys(): string[] {
    return [];
  }

  override toText(): string {
    return this.name;
  }

  override inspect(): string {
    return /^[A-Za-z_]\w*[?!=]?$/.test(this.name) ? `:${this.name}` : `:${JSON.stringify(this.name)}`;
  }
}

/** As in Ruby, a symbol is the same wherever its name comes up: no build can see another by it. */
const symbols = new Map<string, WeakRef<RubySymbol>>();
