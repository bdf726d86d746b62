import type { Value } from '../../ruby/value.js';
import type { FlagValues } from './flags.js';

/** Flags that steer the program itself and are no settings of the site. */
const PROGRAM_FLAGS = new Set(['help', 'version', 'trace', 'verify', 'explain', 'json']);

/** The flags as configuration keys, to be laid over the files. */
export function configFlags(flags: FlagValues): Record<string, Value> {
  const entries = Object.entries(flags).filter(([key]) => !PROGRAM_FLAGS.has(key));
  return Object.fromEntries(entries.map(([key, value]) => [key, toValue(value)]));
}

/** The flags of a build that nobody is served: templates tell it from a preview by `site.serving` (Jekyll 4.4.1, `Commands::Build`). */
export function buildFlags(flags: FlagValues): Record<string, Value> {
  return { ...configFlags(flags), serving: false };
}

function toValue(value: FlagValues[string]): Value {
  return typeof value === 'object' ? [...value] : value;
}
