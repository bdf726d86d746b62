/**
 * Attributes of others that no fingerprint is taken of while a site is rendered, since the next build can tell by the records of their
 * files what they were: of thousands of pages with neighbours that is most of what there is to compare, and most builds compare few.
 */
import type { MemberGroup } from '../model/dependency.js';
import { groupOf, type Renderable, type SiteFile } from '../model/page.js';
import type { KeyShape } from '../reuse/read-keys.js';
import type { MemberPrints } from './member-prints.js';
import { isOfFile } from './shape-keys.js';
import type { KnownFiles } from './unchanged.js';

/** Attributes that records do not tell: an excerpt is made of a text, and when a file was modified depends on who is asked. */
const UNRECORDED: ReadonlySet<string> = new Set(['excerpt', 'modified_time']);

/** Says of which turns that is so. */
export class LaterOthers {
  private readonly shapes = new WeakMap<KeyShape, boolean>();
  private readonly groups = new Map<MemberGroup, boolean>();

  constructor(
    private readonly members: MemberPrints,
    private readonly known: KnownFiles,
  ) {}

  /** Whether all that a turn read of others can be told later. */
  areFor(file: Renderable, shape: KeyShape): boolean {
    if (!shape.own.every((attribute) => this.isOwnRecorded(file, attribute))) return false;
    let isSo = this.shapes.get(shape);
    if (isSo === undefined) {
      isSo = shape.members.every(
        ({ group, attribute, count }) =>
          // Pages come up while others are rendered: which there were at a turn is not known later.
          (count !== null || group !== 'pages') &&
          isOfFile(attribute) &&
          !UNRECORDED.has(attribute) &&
          this.isRecorded(group),
      );
      this.shapes.set(shape, isSo);
    }
    return isSo;
  }

  /** An excerpt of its own is that of its text, which has a fingerprint. */
  private isOwnRecorded(file: Renderable, attribute: string): boolean {
    if (attribute === 'excerpt') return true;
    const isNeighbour = attribute === 'previous' || attribute === 'next';
    return isNeighbour && file.kind === 'document' && this.isRecorded(groupOf(file));
  }

  /** Whether all members are as their files have them, and documents have the neighbours that they stand between. */
  private isRecorded(group: MemberGroup): boolean {
    let isSo = this.groups.get(group);
    if (isSo === undefined) {
      const members = this.members.membersOf(group);
      // Of others the ids do not say whose they are.
      const isPlain = group === 'pages' || !/:|^collection page$/.test(group);
      isSo = isPlain && members.every((file, index) => this.isAsRead(file, members, index));
      this.groups.set(group, isSo);
    }
    return isSo;
  }

  /** Of static files there are no records. */
  private isAsRead(file: SiteFile, members: readonly SiteFile[], index: number): boolean {
    if (!this.known.isAsRead(file)) return false;
    if (file.kind !== 'document') return true;
    return (
      file.previousId === (members[index - 1]?.id ?? null) && file.nextId === (members[index + 1]?.id ?? null)
    );
  }
}
