import type { RubyHash } from './value.js';

/**
 * Jekyll's `Utils.deep_merge_hashes`: keys keep their place, `nil` never replaces what is there, mappings under one key are merged,
 * anything else (lists too) is replaced. Neither argument is changed.
 */
export function deepMerge(base: RubyHash, overwrite: RubyHash): RubyHash {
  const merged: RubyHash = new Map(base);
  for (const [key, value] of overwrite) {
    const old = merged.get(key);
    if (old === undefined) merged.set(key, value);
    else if (value === null) continue;
    else if (old instanceof Map && value instanceof Map) merged.set(key, deepMerge(old, value));
    else merged.set(key, value);
  }
  return merged;
}
