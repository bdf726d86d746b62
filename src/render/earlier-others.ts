/** Attributes of others as turns of the last build read them, where only records tell: see `LaterOthers`. */
import { attributeKey, type DependencyKey, groupKey, type MemberGroup } from '../model/dependency.js';
import { groupOf, type Renderable, type SiteFile } from '../model/page.js';
import type { TurnStore } from '../reuse/turn-store.js';
import { attributeOf } from './file-attributes.js';
import { areMembersLater, isOwnLater, type LaterGroups } from './later-others.js';
import type { MemberPrints } from './member-prints.js';
import type { KeptKeys } from './turn-prints.js';
import type { KnownFiles, Unchanged } from './unchanged.js';

type Neighbours = Readonly<Record<'previous' | 'next', string | null>>;

/** Compares them with what they are. In doubt they are other ones. */
export class EarlierOthers {
  private neighbours: ReadonlyMap<string, Neighbours> | null = null;
  /** Whether an attribute of all members of a group is the same, by its key, and the moment at which that was looked at. */
  private readonly groups = new Map<string, { readonly epoch: number; readonly isSame: boolean }>();

  constructor(
    private readonly last: TurnStore,
    private readonly unchanged: Unchanged,
    private readonly members: MemberPrints,
    private readonly known: KnownFiles,
  ) {}

  /**
   * The first key of others that records tell behind which something else stands than at a turn of a page or document that is the same by
   * itself; `null` for none.
   */
  changedFor(file: Renderable, { shape, members }: KeptKeys, later: LaterGroups): DependencyKey | null {
    const own = groupOf(file);
    for (const attribute of shape.own) {
      if (isOwnLater(later, own, attribute) && !this.isOwnSame(file, attribute))
        return attributeKey(file.id, attribute);
    }
    let next = 0;
    for (const read of shape.members) {
      const { group, attribute, count } = read;
      if (!areMembersLater(later, read)) {
        next += count ?? 0;
        continue;
      }
      if (count === null) {
        if (!this.isGroupSame(group, attribute)) return groupKey(group, attribute);
        continue;
      }
      for (const end = next + count; next < end; next++) {
        const id = members[next]!;
        if (!this.isMemberSame(this.members.find(id), attribute)) return attributeKey(id, attribute);
      }
    }
    return null;
  }

  private isOwnSame(file: Renderable, attribute: string): boolean {
    // What a file has by itself is the same.
    if (attribute === 'excerpt' || file.kind !== 'document') return true;
    const id = attribute === 'previous' ? file.previousId : file.nextId;
    return this.neighboursOf(file)?.[attribute as keyof Neighbours] === id;
  }

  private neighboursOf({ id }: Renderable): Neighbours | undefined {
    this.neighbours ??= neighboursIn(this.last.order);
    return this.neighbours.get(id);
  }

  private isMemberSame(file: SiteFile | undefined, attribute: string): boolean {
    if (file === undefined || file.kind === 'static') return false;
    if (this.unchanged.isAttributeSame(file.id, attribute)) return true;
    if (this.last.turns.get(file.id)?.isAsRead !== true) return false;
    const views = this.known.thenAndNow(file);
    if (views === null) return false;
    const [then, now] = views.map((view) => attributeOf(view, attribute, () => null));
    return then === now;
  }

  private isGroupSame(group: MemberGroup, attribute: string): boolean {
    const key = groupKey(group, attribute);
    const { epoch } = this.members;
    const known = this.groups.get(key);
    if (known?.epoch === epoch) return known.isSame;
    const isSame =
      this.unchanged.isListSame(group) &&
      this.members.membersOf(group).every((file) => this.isMemberSame(file, attribute));
    this.groups.set(key, { epoch, isSame });
    return isSame;
  }
}

/** Documents stand together by collection, in its order. */
function neighboursIn(order: readonly string[]): ReadonlyMap<string, Neighbours> {
  const all = new Map<string, Neighbours>();
  for (const [index, id] of order.entries()) {
    const at = (place: number): string | null => {
      const other = order[place];
      return other !== undefined && collectionOf(other) === collectionOf(id) ? other : null;
    };
    all.set(id, { previous: at(index - 1), next: at(index + 1) });
  }
  return all;
}

/** The word before the path. */
function collectionOf(id: string): string {
  return id.slice(0, id.indexOf(':'));
}
