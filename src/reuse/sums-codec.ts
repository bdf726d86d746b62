/** Sums over members as JSON: the members of a group stand once for all sums over them. */
import type { KeptSum } from './member-sum.js';
import type { TurnStore } from './turn-store.js';

/** What stands on the disk. */
export interface StoredSums {
  /** Key and text of each, what it is made of: the place of a list of members, and their parts. */
  readonly sums: readonly (readonly [key: string, text: string, list: number, parts: string])[];
  /** Numbers of the ids of members. */
  readonly memberLists: readonly (readonly number[])[];
}

/** @param numberOf the number of an id */
export function writeSums(sums: TurnStore['sums'], numberOf: (id: string) => number): StoredSums {
  const memberLists: (readonly number[])[] = [];
  const places = new Map<readonly string[], number>();
  const placeOf = (ids: readonly string[]): number => {
    let place = places.get(ids);
    if (place === undefined) {
      const numbers = ids.map(numberOf);
      const known = memberLists.findIndex((list) => isEqual(list, numbers));
      place = known >= 0 ? known : memberLists.push(numbers) - 1;
      places.set(ids, place);
    }
    return place;
  };
  const written = Array.from(
    sums,
    ([key, { text, ids, parts }]) => [key, text, placeOf(ids), parts] as const,
  );
  return { sums: written, memberLists };
}

function isEqual(list: readonly number[], other: readonly number[]): boolean {
  return list.length === other.length && list.every((number, index) => number === other[index]);
}

/** The sums, whose members are looked up when somebody asks. */
export function readSums({ sums, memberLists }: StoredSums, ids: readonly string[]): TurnStore['sums'] {
  const known = new Array<readonly string[] | undefined>(memberLists.length);
  const idsIn = (list: number): readonly string[] =>
    (known[list] ??= memberLists[list]!.map((number) => ids[number]!));
  return new Map(
    sums.map(([key, text, list, parts]): [string, KeptSum] => [
      key,
      {
        text,
        parts,
        get ids() {
          return idsIn(list);
        },
      },
    ]),
  );
}
