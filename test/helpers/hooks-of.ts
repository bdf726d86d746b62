import { Hooks } from '../../src/model/hooks.js';
import type { Hook } from '../../src/model/plugin.js';

/** The hooks of one plugin; what they throw stays as it is. */
export function hooksOf(hooks: readonly Hook[]): Hooks {
  return new Hooks([{ name: 'test', hooks }], ({ thrown }) => thrown as Error);
}
