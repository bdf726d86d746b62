/**
 * Which values behind which keys an output read. Reading an attribute of many members of a collection is one key over the
 * collection, so that a navigation over all posts costs a page a handful of keys and each read a few map look-ups.
 */
import type { DependencyKey } from '../model/dependency.js';

/** So many members of one attribute are recorded one by one; one more, and the key is the attribute over the whole group. */
const MOST_MEMBERS = 32;

interface Turn {
  /** Id of the page or document in hand, whose own values need no key; `null` for work that others share. */
  readonly owner: string | null;
  readonly keys: Set<DependencyKey>;
  /** Group → attribute → ids of its members that were read; `null` once they are too many. */
  readonly attributes: Map<string, Map<string, Set<string> | null>>;
}

/** Records for the innermost turn, i.e. the output in hand. */
export class DependencyRecorder {
  private readonly turns: Turn[] = [];

  /** Runs a turn of its own and answers its keys beside its value. */
  record<T>(
    owner: string | null,
    run: () => T,
  ): { readonly value: T; readonly keys: readonly DependencyKey[] } {
    this.turns.push({ owner, keys: new Set(), attributes: new Map() });
    try {
      const value = run();
      return { value, keys: keysOf(this.turns.at(-1)!) };
    } finally {
      this.turns.pop();
    }
  }

  depend(key: DependencyKey): void {
    this.turns.at(-1)?.keys.add(key);
  }

  /** Whether the page or document is the one in hand. */
  readAttribute(group: string, id: string, attribute: string): void {
    const turn = this.turns.at(-1);
    if (turn === undefined || id === turn.owner) return;
    let attributes = turn.attributes.get(group);
    if (attributes === undefined) turn.attributes.set(group, (attributes = new Map()));
    const members = attributes.get(attribute);
    if (members === null) return;
    if (members === undefined) attributes.set(attribute, new Set([id]));
    else if (members.add(id).size > MOST_MEMBERS) attributes.set(attribute, null);
  }
}

function keysOf({ keys, attributes }: Turn): DependencyKey[] {
  const all = [...keys];
  for (const [group, byAttribute] of attributes) {
    for (const [attribute, members] of byAttribute) {
      if (members === null) all.push(`collection:${group}.${attribute}`);
      else for (const id of members) all.push(`page:${id}.${attribute}`);
    }
  }
  return all;
}
