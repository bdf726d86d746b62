import { Drop, type Value } from './value.js';

/** An object that templates cannot look into. */
export abstract class OpaqueDrop extends Drop {
  override get(): Value {
    return null;
  }

  override has(): boolean {
    return false;
  }

  override keys(): string[] {
    return [];
  }
}
