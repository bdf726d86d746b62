/** Fingerprints of what one turn read. */
import { attributeKey, type CarriedName, type DependencyKey, groupKey, kindOf } from '../model/dependency.js';
import { groupOf, type Renderable } from '../model/page.js';
import { digestOf, type HasPrints, printOf } from '../reuse/print.js';
import type { KeyShape, ReadKeys } from '../reuse/read-keys.js';
import type { Fingerprints } from './fingerprints.js';
import { areMembersLater, isOwnLater, type LaterGroups, NOTHING_LATER } from './later-others.js';
import type { MemberPrints } from './member-prints.js';
import { carriedName, shapeKeys } from './shape-keys.js';

/** What the payload's `content` is known by, see `TurnReuse`. */
export const LEFT_CONTENT = 'carried:payload content';

/** What a turn read, as it is kept. */
export type KeptKeys = Pick<ReadKeys, 'shape' | 'members'>;

/** The same with its fingerprints. */
export interface ReadTurn extends KeptKeys, HasPrints {}

/** Attributes as texts to compare, see `MemberPrints`. */
export type ValuePrints = Pick<MemberPrints, 'ownOf' | 'valueOf' | 'sumOf'>;

/** State as a turn found it, and what the turns before it left in the payload's `content`. */
export interface Found {
  readonly carried: ReadonlyMap<CarriedName, string>;
  readonly content: () => string;
}

/**
 * Of attributes that come from others, but for those that records will tell; '' for none.
 *
 * @param later groups of which they will
 */
export function printOthers(
  file: Renderable,
  { shape, members }: KeptKeys,
  prints: ValuePrints,
  later: LaterGroups,
): string {
  const all: string[] = [];
  const own = groupOf(file);
  for (const attribute of shape.own)
    if (!isOwnLater(later, own, attribute)) all.push(prints.valueOf(file.id, attribute));
  let next = 0;
  for (const read of shape.members) {
    const { group, attribute, count } = read;
    if (areMembersLater(later, read)) next += count ?? 0;
    else if (count === null) all.push(prints.sumOf(group, attribute));
    else
      for (const end = next + count; next < end; next++) all.push(prints.valueOf(members[next]!, attribute));
  }
  return all.length === 0 ? '' : digestOf(all.join('\0'));
}

/** Stands for what came of a turn: another one when that may be. */
export function printMade(file: Renderable, read: ReadTurn, prints: ValuePrints): string {
  return read.prints.made(
    () => prints.ownOf(file),
    () => printOthers(file, read, prints, NOTHING_LATER),
  );
}

/** Of what moves, as it is at this moment. @param found state as the turn found it; left out for the state as it is */
export function printMoving(
  shape: KeyShape,
  prints: Fingerprints,
  { carried, content }: Partial<Found>,
): string {
  const { moving } = shapeKeys(shape);
  if (moving.length === 0) return '';
  const printOne = (key: DependencyKey): string => {
    if (key === LEFT_CONTENT) return content!();
    if (kindOf(key) !== 'carried' || carried === undefined) return prints.of(key);
    return printOf(carried.get(carriedName(key))!);
  };
  return printOf(moving.map(printOne).join('\0'));
}

/** The first key of others that is another one, but for those that records tell; `null` for none that is known to be. */
export function findOther(
  file: Renderable,
  { shape, members }: KeptKeys,
  later: LaterGroups,
  isSame: (key: DependencyKey) => boolean,
): DependencyKey | null {
  const own = groupOf(file);
  for (const attribute of shape.own) {
    const key = attributeKey(file.id, attribute);
    if (!isOwnLater(later, own, attribute) && !isSame(key)) return key;
  }
  let next = 0;
  for (const read of shape.members) {
    const { group, attribute, count } = read;
    const isTold = areMembersLater(later, read);
    if (count === null) {
      if (!isTold && !isSame(groupKey(group, attribute))) return groupKey(group, attribute);
      continue;
    }
    for (const end = next + count; next < end; next++) {
      const key = attributeKey(members[next]!, attribute);
      if (!isTold && !isSame(key)) return key;
    }
  }
  return null;
}
