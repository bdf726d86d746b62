import type { RubyHash } from './value.js';

/**
 * Jekyll's `Utils.deep_merge_hashes`: keys keep their place, `nil` never replaces what is there, mappings under one key are merged,
 * anything else (lists too) is replaced. Neither argument is changed.
 */
export function deepMerge(base: RubyHash, overwrite: RubyHash): RubyHash {
  return deepMergeInto(new Map(base), overwrite);
}

/** `Utils.deep_merge_hashes!`: the same in place. Mappings inside are replaced by merged ones, never changed. */
export function deepMergeInto(target: RubyHash, overwrite: RubyHash): RubyHash {
  for (const [key, value] of overwrite) {
    const old = target.get(key);
    if (old === undefined) target.set(key, value);
    else if (value === null) continue;
    else if (old instanceof Map && value instanceof Map) target.set(key, deepMerge(old, value));
    else target.set(key, value);
  }
  return target;
}
