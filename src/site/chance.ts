import { kindOf, splitKey } from '../model/dependency.js';
import type { Turn } from '../model/turn.js';

/** What a page or document became by rendering. */
const RENDERED: ReadonlySet<string> = new Set(['content', 'output', 'excerpt']);

/** Ids of the outputs of which chance decides: those that asked for it, and those that read what it made of others. */
export function idsOfChance(turns: ReadonlyMap<string, Turn>): ReadonlySet<string> {
  const found = new Set<string>();
  const carried = new Set<string>();
  let before = -1;
  // Until no more come up: each may have been read by one before it.
  while (found.size > before) {
    before = found.size;
    for (const turn of turns.values()) {
      if (found.has(turn.id) || !turn.keys.all().some((key) => isChance(key, found, carried))) continue;
      found.add(turn.id);
      for (const name of turn.effects.carried.keys()) carried.add(name);
    }
    if (found.size === 0) break;
  }
  return found;
}

/** @param key what an output read */
function isChance(
  key: Parameters<typeof kindOf>[0],
  found: ReadonlySet<string>,
  carried: ReadonlySet<string>,
): boolean {
  const kind = kindOf(key);
  if (kind === 'random') return true;
  const { of, attribute } = splitKey(key);
  if (kind === 'carried') return carried.has(of);
  if (attribute === null || !RENDERED.has(attribute)) return false;
  if (kind === 'page') return found.has(of);
  if (kind !== 'members') return false;
  const label = of === 'pages' ? 'page' : of.slice('collection '.length);
  return [...found].some((id) => id.startsWith(`${label}:`));
}
