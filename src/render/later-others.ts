/**
 * Attributes of others that no fingerprint is taken of while a site is rendered, since the next build can tell by the records of their
 * files what they were: of thousands of pages with neighbours that is most of what there is to compare, and most builds compare few.
 */
import type { MemberGroup } from '../model/dependency.js';
import { groupOf, type Renderable, type SiteFile } from '../model/page.js';
import type { KeyShape, MembersShape } from '../reuse/read-keys.js';
import { FRONT_MATTER } from './file-attributes.js';
import type { MemberPrints } from './member-prints.js';
import { isOfFile } from './shape-keys.js';
import type { KnownFiles } from './unchanged.js';

/** Groups of whose members records tell. */
export type LaterGroups = ReadonlySet<MemberGroup>;

export const NOTHING_LATER: LaterGroups = new Set();

/**
 * Attributes that records do not tell: an excerpt is made of a text, when a file was modified depends on who is asked, and whether a
 * document is written on the day.
 */
const UNRECORDED: ReadonlySet<string> = new Set(['excerpt', 'modified_time', FRONT_MATTER]);

/** Attributes of a page or document itself: an excerpt is made of its text, and neighbours stand beside it. */
const OWN: ReadonlySet<string> = new Set(['previous', 'next', 'excerpt']);

/** Whether records tell an attribute that a page or document has from others. @param group its own */
export function isOwnLater(later: LaterGroups, group: MemberGroup, attribute: string): boolean {
  return later.has(group) && OWN.has(attribute);
}

/** Whether records tell an attribute of members of a group. */
export function areMembersLater(later: LaterGroups, { group, attribute, count }: MembersShape): boolean {
  // Pages come up while others are rendered: which there were at a turn is not known later.
  if (!later.has(group) || (group === 'pages' && count === null)) return false;
  return isOfFile(attribute) && !UNRECORDED.has(attribute);
}

const SEPARATOR = '\0';
const known = new Map<string, LaterGroups>([['', NOTHING_LATER]]);

/** The groups in a text. */
export function laterGroups(text: string): LaterGroups {
  let groups = known.get(text);
  if (groups === undefined) known.set(text, (groups = new Set(text.split(SEPARATOR) as MemberGroup[])));
  return groups;
}

/** Says of which groups records will tell. */
export class LaterOthers {
  private readonly groups = new Map<MemberGroup, boolean>();
  private text = '';

  constructor(
    private readonly members: MemberPrints,
    private readonly files: KnownFiles,
  ) {}

  /** Those known so far, among them all that a turn read of, as a text. */
  at(file: Renderable, shape: KeyShape): string {
    if (shape.own.length > 0) this.look(groupOf(file));
    for (const { group } of shape.members) this.look(group);
    return this.text;
  }

  private look(group: MemberGroup): void {
    if (this.groups.has(group)) return;
    const isTold = this.isTold(group);
    this.groups.set(group, isTold);
    if (isTold) this.text += this.text === '' ? group : `${SEPARATOR}${group}`;
  }

  /** Whether all members are as their files have them, and documents have the neighbours that they stand between. */
  private isTold(group: MemberGroup): boolean {
    // Of others the ids do not say whose they are.
    const isPlain = group === 'pages' || !/:|^collection page$/.test(group);
    return (
      isPlain && this.members.membersOf(group).every((file, index, all) => this.isAsRead(file, all, index))
    );
  }

  /** Of static files there are no records. */
  private isAsRead(file: SiteFile, members: readonly SiteFile[], index: number): boolean {
    if (!this.files.isAsRead(file)) return false;
    if (file.kind !== 'document') return true;
    const [previous, next] = [members[index - 1], members[index + 1]];
    return file.previousId === (previous?.id ?? null) && file.nextId === (next?.id ?? null);
  }
}
