/**
 * What is known to be as it was at the last build without a look at it, so that of thousands of turns only those are compared that read
 * something which may be another one. Whoever is in doubt says no: then the values themselves are compared.
 */
import {
  type CarriedName,
  type DependencyKey,
  groupKey,
  kindOf,
  type MemberGroup,
  splitKey,
} from '../model/dependency.js';
import { groupOf, type Renderable, type SiteFile } from '../model/page.js';
import type { Effects } from '../model/turn.js';
import { printCarried } from '../reuse/carried-print.js';
import type { KeptSum } from '../reuse/member-sum.js';
import type { KeyShape } from '../reuse/read-keys.js';
import type { StoredTurn, TurnStore } from '../reuse/turn-store.js';
import { allDocuments } from '../site/site-files.js';
import type { Rendering } from './create-rendering.js';
import type { LaterGroups } from './later-others.js';
import type { KnownPrints, MemberPrints } from './member-prints.js';
import { carriedName, isFromOthers, isOfFile, isTurned, shapeKeys } from './shape-keys.js';
import { findOther, type KeptKeys } from './turn-prints.js';

/** Says which pages and documents are as the last build read them. */
export interface KnownFiles {
  /** Whether the last build had read the same. */
  isUnchanged(file: SiteFile): boolean;
  /** Whether it is as its file has it: nothing has changed it since. */
  isAsRead(file: SiteFile): boolean;
  /** See `KeptSources.mayHold`. */
  mayHold(file: SiteFile, start: string): boolean;
  /** A digest of the file, where that was read now. */
  digestOf(file: SiteFile): string | null;
  /** Whether a page or document is as its file has it, and that as the last build had read it, though it may have been read again. */
  isItself(file: Renderable): boolean;
  /** See `KeptSources.thenAndNow`. */
  thenAndNow(file: Renderable): readonly [then: SiteFile, now: SiteFile] | null;
}

/** What changed since the last build, as far as it is known at the turn in hand. */
export class Unchanged implements KnownPrints {
  /** Whether the turns so far, and those to come, are those of the last build in the same order. */
  private isOrderKept: boolean;
  /** Ids of pages and documents that are as they were by themselves. */
  private readonly same = new Set<string>();
  private readonly groups = new Map<MemberGroup, boolean>();
  /** State that a turn left otherwise than at the last build: what it left then, and now. */
  private readonly left = new Map<CarriedName, readonly [before: unknown, now: unknown]>();
  /** Ids of pages and documents of whose turns something else may have come. */
  private readonly changedTurns = new Set<string>();
  private readonly changedGroups = new Set<MemberGroup>();
  private turnsSoFar = 0;

  constructor(
    private readonly last: TurnStore,
    private readonly rendering: Rendering,
    private readonly members: MemberPrints,
    private readonly known: KnownFiles,
  ) {
    const { site } = rendering;
    const files: readonly Renderable[] = [...allDocuments(site), ...site.pages];
    this.isOrderKept =
      files.length <= last.order.length && files.every(({ id }, index) => id === last.order[index]);
    for (const file of files) if (this.isAsItWas(file)) this.same.add(file.id);
  }

  private isAsItWas(file: SiteFile): boolean {
    return this.known.isUnchanged(file) && this.last.turns.get(file.id)?.isAsRead === true;
  }

  readonly digestOf = (file: SiteFile): string | null => this.known.digestOf(file);

  ownOf(file: SiteFile): string | null {
    const own = this.same.has(file.id) ? this.last.turns.get(file.id)!.prints.own : '';
    return own === '' ? null : own;
  }

  sumOf(group: MemberGroup, attribute: string): KeptSum | null {
    if (!isOfFile(attribute) || !this.isGroupSame(group)) return null;
    return this.lastSumOf(group, attribute);
  }

  lastSumOf(group: MemberGroup, attribute: string): KeptSum | null {
    return this.last.sums.get(groupKey(group, attribute)) ?? null;
  }

  /** Whether a group has the same members in the same order, all of them as they were. */
  private isGroupSame(group: MemberGroup): boolean {
    let isSame = this.groups.get(group);
    if (isSame === undefined) {
      isSame = this.isListSame(group) && this.filesOf(group).every(({ id }) => this.same.has(id));
      this.groups.set(group, isSame);
    }
    return isSame && !this.members.isWrittenTo(group);
  }

  /** Whether a group has the same members in the same order. */
  isListSame(group: MemberGroup): boolean {
    return this.last.lists.get(group) === this.members.listOf(group);
  }

  private filesOf(group: MemberGroup): readonly SiteFile[] {
    const { site, siteDrop } = this.rendering;
    if (group === 'pages') return siteDrop.allPages;
    // Static files have no turn by which they were known.
    if (group === 'static files') return site.staticFiles;
    return site.collections.get(group.slice('collection '.length))?.documents ?? [];
  }

  /** Whether a page or document is as it was by itself. */
  isSame({ id }: Pick<Renderable, 'id'>): boolean {
    return this.same.has(id);
  }

  /** Whether attributes that a turn read of others, and of its own page or document from others, are known to be as they were. */
  areOthersSame(file: Renderable, { shape, members }: Pick<StoredTurn, 'shape' | 'members'>): boolean {
    const isOwnSame = (attribute: string): boolean => {
      if (attribute === 'previous' || attribute === 'next')
        return file.kind === 'document' && this.isListSame(groupOf(file));
      return attribute === 'excerpt' && this.same.has(file.id);
    };
    if (!shape.own.every(isOwnSame)) return false;
    let next = 0;
    for (const { group, attribute, count } of shape.members) {
      if (count === null) {
        if (!this.isWholeSame(group, attribute)) return false;
        continue;
      }
      for (const end = next + count; next < end; next++) {
        if (!this.isAttributeSame(members[next]!, attribute)) return false;
      }
    }
    return true;
  }

  private isWholeSame(group: MemberGroup, attribute: string): boolean {
    return isTurned(attribute)
      ? this.isGroupTurnedSame(group)
      : isOfFile(attribute) && this.isGroupSame(group);
  }

  /** Whether an attribute of another page or document is known to be as it was. */
  isAttributeSame(id: string, attribute: string): boolean {
    if (isFromOthers(attribute) || !this.same.has(id)) return false;
    return !isTurned(attribute) || (this.isOrderKept && !this.changedTurns.has(id));
  }

  private isGroupTurnedSame(group: MemberGroup): boolean {
    return this.isOrderKept && this.isGroupSame(group) && !this.changedGroups.has(group);
  }

  /** Whether all moving keys of a shape are known to be as they were. */
  areMovingSame(shape: KeyShape): boolean {
    const { moving } = shapeKeys(shape);
    return moving.length === 0 || (this.isOrderKept && moving.every((key) => this.isMovingSame(key)));
  }

  private isMovingSame(key: DependencyKey): boolean {
    const kind = kindOf(key);
    if (kind === 'carried') return this.isLeftSame(carriedName(key));
    const { of, attribute } = splitKey(key);
    if (kind === 'page') return this.isAttributeSame(of, attribute!);
    return kind === 'members' && this.isGroupTurnedSame(of as MemberGroup);
  }

  private isLeftSame(name: CarriedName): boolean {
    // It comes from whatever the turns so far made.
    if (name === 'payload content') return this.changedTurns.size === 0;
    const left = this.left.get(name);
    return left === undefined || printCarried(left[0]) === printCarried(left[1]);
  }

  /** Notes that a page or document had its turn, whose outcome was taken over. */
  tookOver({ id }: Renderable, { carried }: Effects): void {
    this.advance(id);
    if (this.left.size > 0) for (const name of carried.keys()) this.left.delete(name);
  }

  /** Notes that a turn was run. @param isMadeSame whether the same came of it */
  ran(file: Renderable, { carried }: Effects, isMadeSame: boolean): void {
    this.advance(file.id);
    const before = this.last.turns.get(file.id)?.effects.carried;
    // What it left at the last build nobody knows.
    if (before === undefined) this.isOrderKept = false;
    for (const [name, now] of carried) {
      if (before?.get(name) === now) this.left.delete(name);
      else this.left.set(name, [before?.get(name), now]);
    }
    for (const [name, value] of before ?? []) if (!carried.has(name)) this.left.set(name, [value, undefined]);
    if (isMadeSame) return;
    this.changedTurns.add(file.id);
    this.changedGroups.add(groupOf(file));
  }

  /** Pages that come up in turns have their own at the end. */
  private advance(id: string): void {
    if (this.last.order[this.turnsSoFar++] !== id) this.isOrderKept = false;
  }

  /** Notes that somebody wrote into a page or document. */
  wrote(file: Renderable): void {
    this.same.delete(file.id);
    this.changedTurns.add(file.id);
    this.changedGroups.add(groupOf(file));
  }

  /** The attribute of others for which a turn is run again. */
  changedOther(file: Renderable, keys: KeptKeys, later: LaterGroups): DependencyKey {
    const isSame = (key: DependencyKey): boolean => {
      const { of, attribute } = splitKey(key);
      if (kindOf(key) === 'members') return this.isWholeSame(of as MemberGroup, attribute!);
      return of !== file.id && this.isAttributeSame(of, attribute!);
    };
    return findOther(file, keys, later, isSame) ?? `page:${file.id}`;
  }

  /** The moving key for which a turn is run again. */
  changedMoving(shape: KeyShape): DependencyKey {
    const { moving } = shapeKeys(shape);
    return moving.find((key) => !this.isMovingSame(key)) ?? moving[0]!;
  }
}
