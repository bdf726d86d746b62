import { Drop, type Value } from '../../src/ruby/value.js';

/** A drop with one property, and for the rest what every drop does. */
export class TestDrop extends Drop {
  readonly className = 'Jekyll::Drops::TestDrop';

  get(key: string): Value {
    return key === 'title' ? 'T' : null;
  }

  has(key: string): boolean {
    return key === 'title';
  }

  keys(): string[] {
    return ['title'];
  }
}
