import { JEKYLL_VERSION } from '../../model/generation.js';
import { Drop, type RubyHash, type Value } from '../../ruby/value.js';
import type { DropScope } from './drop-scope.js';

/** `jekyll` (Jekyll 4.4.1, `Drops::JekyllDrop`). */
export class JekyllDrop extends Drop {
  readonly className = 'Jekyll::Drops::JekyllDrop';

  /** @param environment `JEKYLL_ENV`, e.g. `production` */
  constructor(
    private readonly environment: string,
    private readonly scope: DropScope,
  ) {
    super();
  }

  get(key: string): Value {
    if (key === 'version') return JEKYLL_VERSION;
    if (key === 'to_h') return this.toHash();
    if (key !== 'environment') return null;
    this.scope.depend('env:JEKYLL_ENV');
    return this.environment;
  }

  has(key: string): boolean {
    return this.keys().includes(key) || key === 'to_h';
  }

  keys(): string[] {
    return ['version', 'environment'];
  }

  override toJson(): Value {
    return this.toHash();
  }

  private toHash(): RubyHash {
    return new Map<Value, Value>(this.keys().map((key) => [key, this.get(key)]));
  }
}
