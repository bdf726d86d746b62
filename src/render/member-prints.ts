import { hash } from 'node:crypto';
import { groupKey, type MemberGroup } from '../model/dependency.js';
import { groupOf, type Page, type Renderable, type SiteFile } from '../model/page.js';
import type { Site } from '../model/site.js';
import { allDocuments, allStaticFiles } from '../site/site-files.js';
import { attributeOf, identityOf } from './file-attributes.js';
import type { RenderState } from './render-state.js';

/** What the prints are taken of. */
export interface MemberParts {
  readonly site: Site;
  readonly state: RenderState;
  /** All pages so far. */
  readonly pages: () => readonly SiteFile[];
}

/** Attributes that a turn changes. */
const TURNED = ['content', 'output'] as const;

/**
 * Pages, documents and static files as texts to compare. Over an attribute of all members of a group stands a sum, which is corrected
 * when one of them changes: made anew at each turn, it would cost in proportion to the square of their number.
 */
export class MemberPrints {
  private readonly sums = new Map<string, MemberSum>();
  /** What came of a turn, by the id of its page or document. */
  private readonly turns = new Map<string, string>();
  private files: Map<string, SiteFile> | null = null;

  constructor(private readonly parts: MemberParts) {}

  /** One attribute of a file, or with `null` the file by itself; `null` where there is no such file. */
  valueOf(id: string, attribute: string | null): string | null {
    const file = this.find(id);
    if (file === undefined) return null;
    return attribute === null ? identityOf(file) : this.attributeOf(file, attribute);
  }

  /** Which members a group has, in whatever order, and what the attribute of each is. */
  sumOf(group: MemberGroup, attribute: string): string {
    const key = groupKey(group, attribute);
    let sum = this.sums.get(key);
    if (sum === undefined) {
      sum = new MemberSum();
      for (const file of membersOf(group, this.parts)) sum.set(file.id, this.attributeOf(file, attribute));
      this.sums.set(key, sum);
    }
    return sum.text;
  }

  /** Notes that a page or document has had its turn. @param print stands for what came of it */
  turned(file: Renderable, print: string): void {
    this.turns.set(file.id, print);
    const group = groupOf(file);
    for (const attribute of TURNED) {
      this.sums.get(groupKey(group, attribute))?.set(file.id, this.attributeOf(file, attribute));
    }
  }

  /** Notes that an attribute of a member is another one. */
  wrote(group: MemberGroup, id: string, attribute: string): void {
    const file = this.find(id);
    const sum = this.sums.get(groupKey(group, attribute));
    if (file !== undefined && sum !== undefined) sum.set(id, this.attributeOf(file, attribute));
  }

  /** Notes that a page came up. */
  added(page: Page): void {
    this.files?.set(page.id, page);
    for (const key of this.sums.keys()) if (key.startsWith(PAGES)) this.sums.delete(key);
  }

  private attributeOf(file: SiteFile, attribute: string): string {
    const turn = attribute === 'content' || attribute === 'output' ? this.turns.get(file.id) : undefined;
    return turn === undefined ? attributeOf(file, attribute, this.parts.state) : `turn ${turn}`;
  }

  private find(id: string): SiteFile | undefined {
    if (this.files === null) {
      const { site, pages } = this.parts;
      const all = [...pages(), ...allDocuments(site), ...allStaticFiles(site)];
      this.files = new Map(all.map((file) => [file.id, file]));
    }
    return this.files.get(id);
  }
}

const PAGES = groupKey('pages', '');

function membersOf(group: MemberGroup, { site, pages }: MemberParts): readonly SiteFile[] {
  if (group === 'pages') return pages();
  if (group === 'static files') return allStaticFiles(site);
  return site.collections.get(group.slice('collection '.length))?.documents ?? [];
}

/** Parts of a sum are numbers below this: of two of them JavaScript still has the exact sum. */
const MODULUS = 2 ** 48;

/** A sum over members, in which each can be exchanged. */
class MemberSum {
  private readonly parts = new Map<string, readonly [number, number]>();
  private first = 0;
  private second = 0;

  get text(): string {
    return `${this.parts.size} ${this.first} ${this.second}`;
  }

  set(id: string, value: string): void {
    const digest = hash('sha256', `${id}\0${value}`, 'buffer');
    const part = [digest.readUIntBE(0, 6), digest.readUIntBE(6, 6)] as const;
    const [first, second] = this.parts.get(id) ?? [0, 0];
    this.first = (this.first - first + MODULUS + part[0]) % MODULUS;
    this.second = (this.second - second + MODULUS + part[1]) % MODULUS;
    this.parts.set(id, part);
  }
}
