import { attributeKey, type DependencyKey, groupKey, type MemberGroup } from '../model/dependency.js';
import type { TurnKeys } from '../model/turn.js';

/** Group → attribute → ids of its members that were read; `null` for all of them. */
export type MemberReads = ReadonlyMap<MemberGroup, ReadonlyMap<string, readonly string[] | null>>;

/** What an output read, as it comes in. */
export interface Reads {
  /** Attributes of its own that have keys. */
  readonly own: ReadonlySet<string>;
  readonly keys: ReadonlySet<DependencyKey>;
  readonly attributes: MemberReads;
}

/** What the keys of many outputs have in common. */
export interface KeyShape {
  /** Attributes of the output's own page or document that have keys. */
  readonly own: readonly string[];
  readonly keys: readonly DependencyKey[];
  readonly members: readonly MembersShape[];
}

/** Attributes of members of a group. */
export interface MembersShape {
  readonly group: MemberGroup;
  readonly attribute: string;
  /** How many members were read; `null` for all. */
  readonly count: number | null;
}

/**
 * The keys of one output, kept as what they are made of: those of thousands of outputs differ by their own id and their neighbours' alone,
 * and these texts are there already.
 */
export class ReadKeys implements TurnKeys {
  constructor(
    private readonly owner: string,
    readonly shape: KeyShape,
    /** Ids for each of the shape's members, one after the other. */
    readonly members: readonly string[],
  ) {}

  all(): DependencyKey[] {
    return allKeys(this.owner, this.shape, this.members);
  }
}

/** All keys of a turn, the page or document itself first. */
export function allKeys(owner: string, shape: KeyShape, ids: readonly string[]): DependencyKey[] {
  const all: DependencyKey[] = [`page:${owner}`, ...shape.keys];
  for (const attribute of shape.own) all.push(attributeKey(owner, attribute));
  let next = 0;
  for (const { group, attribute, count } of shape.members) {
    if (count === null) all.push(groupKey(group, attribute));
    else for (const end = next + count; next < end; next++) all.push(attributeKey(ids[next]!, attribute));
  }
  return all;
}

/** So many shapes are kept for those that come after: a site has a few layouts. */
const SLOTS = 256;

/** Gives outputs that read the same one shape, and work that read the same one list. */
export class ReadShapes {
  private readonly slots = new Array<KeyShape | undefined>(SLOTS);
  private readonly lists = new Array<readonly DependencyKey[] | undefined>(SLOTS);

  /** An equal list of late, or the list. */
  sharedOr(keys: readonly DependencyKey[]): readonly DependencyKey[] {
    const slot = (hashOf(keys, 0) >>> 0) % SLOTS;
    const known = this.lists[slot];
    if (known?.length === keys.length && known.every((key, index) => key === keys[index])) return known;
    this.lists[slot] = keys;
    return keys;
  }

  keysOf(owner: string, reads: Reads): ReadKeys {
    const ids: string[] = [];
    const members: MembersShape[] = [];
    let hash = hashOf(reads.keys, reads.own.size);
    for (const [group, byAttribute] of reads.attributes) {
      for (const [attribute, read] of byAttribute) {
        members.push({ group, attribute, count: read === null ? null : read.length });
        hash = Math.imul(hash, 31) + (read === null ? -1 : read.length);
        if (read !== null) for (const id of read) ids.push(id);
      }
    }
    const slot = (hash >>> 0) % SLOTS;
    let shape = this.slots[slot];
    if (shape === undefined || !isSame(shape, reads, members)) {
      shape = { own: [...reads.own], keys: [...reads.keys], members };
      this.slots[slot] = shape;
    }
    // A copy has no room to grow, which would be half of it.
    return new ReadKeys(owner, shape, ids.slice());
  }
}

function hashOf(keys: Iterable<DependencyKey>, start: number): number {
  let hash = start;
  for (const key of keys) hash = Math.imul(hash, 31) + key.length;
  return hash;
}

function isSame(shape: KeyShape, { own, keys }: Reads, members: readonly MembersShape[]): boolean {
  return (
    isSequence(shape.own, own) &&
    isSequence(shape.keys, keys) &&
    shape.members.length === members.length &&
    shape.members.every(({ group, attribute, count }, index) => {
      const other = members[index]!;
      return group === other.group && attribute === other.attribute && count === other.count;
    })
  );
}

function isSequence(list: readonly string[], set: ReadonlySet<string>): boolean {
  if (list.length !== set.size) return false;
  let index = 0;
  for (const item of set) if (list[index++] !== item) return false;
  return true;
}
