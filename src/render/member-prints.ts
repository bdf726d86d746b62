import { type DependencyKey, groupKey, type MemberGroup, splitKey } from '../model/dependency.js';
import { groupOf, type Page, type Renderable, type SiteFile } from '../model/page.js';
import type { Site } from '../model/site.js';
import { type KeptSum, MemberSum } from '../reuse/member-sum.js';
import { digestOf, printOf } from '../reuse/print.js';
import { allDocuments, allStaticFiles } from '../site/site-files.js';
import { attributeOf, identityOf } from './file-attributes.js';
import { isOfFile, isTurned } from './shape-keys.js';
import { printMade, type ReadTurn } from './turn-prints.js';

/** What the prints are taken of. */
export interface MemberParts {
  readonly site: Site;
  /** All pages so far. */
  readonly pages: () => readonly SiteFile[];
  /** What stands for the text of a page's or document's excerpt before it is rendered; `null` for none. */
  readonly excerptOf: (file: Renderable) => string | null;
}

/** What is known of files from the last build. */
export interface KnownPrints {
  /** The print of a file by itself that is as it was then; `null` for any other. */
  ownOf(file: SiteFile): string | null;
  /** A digest of the file that a page or document is as it was read from; `null` for any other. */
  readonly digestOf: (file: SiteFile) => string | null;
  /** What a sum was then, over a group whose members are the same and as they were; `null` for any other. */
  sumOf(group: MemberGroup, attribute: string): KeptSum | null;
  /** The same whatever the group has become. */
  lastSumOf(group: MemberGroup, attribute: string): KeptSum | null;
  /** Whether a file is as it was then by itself. */
  isSame(file: SiteFile): boolean;
}

/** Nothing. */
export const NOTHING_KNOWN: KnownPrints = {
  ownOf: () => null,
  sumOf: () => null,
  lastSumOf: () => null,
  digestOf: () => null,
  isSame: () => false,
};

/**
 * Pages, documents and static files as texts to compare. Over an attribute of all members of a group stands a sum, which is corrected
 * when one of them changes: made anew at each turn, it would cost in proportion to the square of their number.
 */
export class MemberPrints {
  known = NOTHING_KNOWN;
  private readonly sums = new Map<string, MemberSum>();
  /** Those of the last build that count. */
  private readonly keptSums = new Map<string, KeptSum>();
  /** Of groups, which members they have. */
  private readonly lists = new Map<MemberGroup, string>();
  /** Of files by themselves, by id. */
  private readonly own = new Map<string, string>();
  /** Of single attributes, by attribute and id. */
  private readonly attributes = new Map<string, Map<string, string>>();
  /** What came of a turn, by the id of its page or document. */
  private readonly turns = new Map<string, ReadTurn>();
  /** Ids of files that somebody wrote into. */
  private readonly written = new Set<string>();
  private readonly writtenGroups = new Set<string>();
  /** Told before the first write of all. */
  onFirstWrite: (() => void) | null = null;
  /** Whether anybody writes into files while they are rendered. */
  isWritten = false;
  /** Another number when members or their attributes are others. */
  epoch = 0;
  private files: Map<string, SiteFile> | null = null;

  constructor(private readonly parts: MemberParts) {}

  /** A file by itself. */
  ownOf(file: SiteFile): string {
    let print = this.own.get(file.id);
    if (print === undefined) {
      const isWritten = this.written.has(file.id);
      const known = isWritten ? null : this.known.ownOf(file);
      print = known ?? digestOf(identityOf(file, isWritten ? () => null : this.known.digestOf));
      this.own.set(file.id, print);
    }
    return print;
  }

  /** Those of files by themselves that were asked for, by id. */
  get ownPrints(): ReadonlyMap<string, string> {
    return this.own;
  }

  /** One attribute of a file, or with `null` the file by itself; '' where there is no such file. */
  valueOf(id: string, attribute: string | null): string {
    const file = this.find(id);
    if (file === undefined) return '';
    return attribute === null ? this.ownOf(file) : this.attributeOf(file, attribute);
  }

  /** Which members a group has, in whatever order, and what the attribute of each is. */
  sumOf(group: MemberGroup, attribute: string): string {
    const key = groupKey(group, attribute);
    const sum = this.sums.get(key);
    if (sum !== undefined) return sum.text;
    const kept = isTurned(attribute) ? null : this.known.sumOf(group, attribute);
    if (kept === null) return this.add(group, attribute).text;
    this.keptSums.set(key, kept);
    return kept.text;
  }

  private add(group: MemberGroup, attribute: string): MemberSum {
    const kept = isOfFile(attribute) ? this.known.lastSumOf(group, attribute) : null;
    const sum = new MemberSum(kept ?? undefined);
    const members = membersOf(group, this.parts);
    const hasAll = kept !== null && sum.isOf(members);
    if (kept !== null && !hasAll) sum.keepOnly(new Set(members.map(({ id }) => id)));
    const isKnown = (file: SiteFile): boolean =>
      kept !== null && this.known.isSame(file) && (hasAll || sum.has(file.id));
    for (const file of members) if (!isKnown(file)) sum.set(file.id, this.attributeOf(file, attribute));
    this.sums.set(groupKey(group, attribute), sum);
    return sum;
  }

  /** The members of a group, in their order. */
  membersOf(group: MemberGroup): readonly SiteFile[] {
    return membersOf(group, this.parts);
  }

  /** Which members a group has, in their order. */
  listOf(group: MemberGroup): string {
    let list = this.lists.get(group);
    if (list === undefined) {
      const ids = membersOf(group, this.parts).map(({ id }) => id);
      this.lists.set(group, (list = printOf(ids.join('\0'))));
    }
    return list;
  }

  /** Notes that a page or document has had its turn, and what that read. */
  turned(file: Renderable, read: ReadTurn): void {
    this.turns.set(file.id, read);
    if (this.sums.size === 0) return;
    const group = groupOf(file);
    for (const attribute of ['content', 'output']) {
      this.sums.get(groupKey(group, attribute))?.set(file.id, this.attributeOf(file, attribute));
    }
  }

  /** Notes that somebody is about to write into a file. */
  beforeWrite(): void {
    if (this.isWritten) return;
    this.onFirstWrite?.();
    this.isWritten = true;
  }

  /** Notes that attributes of a file are others. */
  wrote(file: Renderable, attributes: readonly string[]): void {
    this.epoch++;
    this.written.add(file.id);
    this.writtenGroups.add(groupOf(file));
    this.forget(file);
    for (const attribute of attributes) {
      const key = groupKey(groupOf(file), attribute);
      // What is known of the last build no longer counts.
      const sum = this.sums.get(key) ?? this.add(groupOf(file), attribute);
      sum.set(file.id, this.attributeOf(file, attribute));
    }
  }

  /** Notes that a page came up. */
  added(page: Page): void {
    this.epoch++;
    this.files?.set(page.id, page);
    this.forget(page);
    this.lists.delete('pages');
    for (const key of this.sums.keys()) if (key.startsWith(PAGES)) this.sums.delete(key);
  }

  /** The sums that were asked for, by their keys; of groups that nobody wrote into. */
  get settled(): ReadonlyMap<string, KeptSum> {
    const made = [...this.sums].map(([key, sum]): [string, KeptSum] => [key, keptOf(key, sum)]);
    return new Map([...this.keptSums, ...made].filter(([key]) => !this.writtenGroups.has(groupIn(key))));
  }

  /** Whether anybody wrote into a member of a group. */
  isWrittenTo(group: string): boolean {
    return this.writtenGroups.has(group);
  }

  private attributeOf(file: SiteFile, attribute: string): string {
    if (isTurned(attribute)) {
      const turn = this.turns.get(file.id);
      if (turn !== undefined) return `turn ${printMade(file as Renderable, turn, this)}`;
      return attribute === 'content' ? this.ownOf(file) : '';
    }
    let byId = this.attributes.get(attribute);
    if (byId === undefined) this.attributes.set(attribute, (byId = new Map()));
    let print = byId.get(file.id);
    if (print === undefined)
      byId.set(file.id, (print = printOf(attributeOf(file, attribute, this.parts.excerptOf))));
    return print;
  }

  private forget({ id }: SiteFile): void {
    this.own.delete(id);
    for (const byId of this.attributes.values()) byId.delete(id);
  }

  /** The page, document or static file of an id. */
  find(id: string): SiteFile | undefined {
    if (this.files === null) {
      const { site, pages } = this.parts;
      const all = [...pages(), ...allDocuments(site), ...allStaticFiles(site)];
      this.files = new Map(all.map((file) => [file.id, file]));
    }
    return this.files.get(id);
  }
}

/** The group of a sum's key. */
export function groupIn(key: string): string {
  return splitKey(key as DependencyKey).of;
}

/** What turns change and what comes from others is made anew by each build. */
function keptOf(key: string, sum: MemberSum): KeptSum {
  return isOfFile(splitKey(key as DependencyKey).attribute!)
    ? sum.kept
    : { text: sum.text, ids: [], parts: '' };
}

const PAGES = groupKey('pages', '');

function membersOf(group: MemberGroup, { site, pages }: MemberParts): readonly SiteFile[] {
  if (group === 'pages') return pages();
  if (group === 'static files') return allStaticFiles(site);
  return site.collections.get(group.slice('collection '.length))?.documents ?? [];
}
