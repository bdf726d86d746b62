/** Fingerprints of what one turn read. */
import { attributeKey, type CarriedName, type DependencyKey, groupKey, kindOf } from '../model/dependency.js';
import type { Renderable } from '../model/page.js';
import { digestOf, type HasPrints, printOf } from '../reuse/print.js';
import type { KeyShape, ReadKeys } from '../reuse/read-keys.js';
import type { Fingerprints } from './fingerprints.js';
import type { MemberPrints } from './member-prints.js';
import { carriedName, shapeKeys } from './shape-keys.js';

/** What the payload's `content` is known by, see `TurnReuse`. */
export const LEFT_CONTENT = 'carried:payload content';

/** What a turn read, as it is kept. */
export type KeptKeys = Pick<ReadKeys, 'shape' | 'members'>;

/** The same with its fingerprints. */
export interface ReadTurn extends KeptKeys, HasPrints {}

/** Attributes as texts to compare, see `MemberPrints`. */
export type ValuePrints = Pick<MemberPrints, 'valueOf' | 'sumOf'>;

/** State as a turn found it, and what the turns before it left in the payload's `content`. */
export interface Found {
  readonly carried: ReadonlyMap<CarriedName, string>;
  readonly content: () => string;
}

/** Of attributes that come from others. */
export function printOthers(file: Renderable, { shape, members }: KeptKeys, prints: ValuePrints): string {
  if (shape.own.length === 0 && shape.members.length === 0) return '';
  const all = shape.own.map((attribute) => prints.valueOf(file.id, attribute));
  let next = 0;
  for (const { group, attribute, count } of shape.members) {
    if (count === null) all.push(prints.sumOf(group, attribute));
    else
      for (const end = next + count; next < end; next++) all.push(prints.valueOf(members[next]!, attribute));
  }
  return digestOf(all.join('\0'));
}

/** Stands for what came of a turn: another one when that may be. */
export function printMade(file: Renderable, read: ReadTurn, prints: ValuePrints): string {
  read.prints.settle(() => printOthers(file, read, prints));
  return read.prints.made;
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

/** The first key of others that is another one; `null` for none that is known to be. */
export function findOther(
  file: Renderable,
  { shape, members }: KeptKeys,
  isSame: (key: DependencyKey) => boolean,
): DependencyKey | null {
  for (const attribute of shape.own) {
    const key = attributeKey(file.id, attribute);
    if (!isSame(key)) return key;
  }
  let next = 0;
  for (const { group, attribute, count } of shape.members) {
    if (count === null) {
      if (!isSame(groupKey(group, attribute))) return groupKey(group, attribute);
      continue;
    }
    for (const end = next + count; next < end; next++) {
      const key = attributeKey(members[next]!, attribute);
      if (!isSame(key)) return key;
    }
  }
  return null;
}
