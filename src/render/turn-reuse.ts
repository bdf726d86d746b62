/** Taking over turns of the last build: each is decided on when its own turn comes, since what it read may have changed just before. */
import type { DependencyKey } from '../model/dependency.js';
import { type HeldText, type StagedText, wholeText } from '../model/output.js';
import { groupOf, type Renderable } from '../model/page.js';
import type { Effects, Turn } from '../model/turn.js';
import { printOf, TurnPrints } from '../reuse/print.js';
import { allKeys } from '../reuse/read-keys.js';
import type { RecordedTurn } from '../reuse/recorder.js';
import type { Remembered } from '../reuse/remembered.js';
import type { Reason, StoredTurn, TurnStore } from '../reuse/turn-store.js';
import type { RubyHash, Value } from '../ruby/value.js';
import { allDocuments } from '../site/site-files.js';
import type { Rendering } from './create-rendering.js';
import { EarlierOthers } from './earlier-others.js';
import { LaterOthers } from './later-others.js';
import { NOTHING_KNOWN } from './member-prints.js';
import { rendersLiquid, templateKey } from './page-template.js';
import { shapeKeys, withoutOwn } from './shape-keys.js';
import { printMade, printMoving, printOthers, type ReadTurn } from './turn-prints.js';
import { type KnownFiles, Unchanged } from './unchanged.js';

/** Where outputs of earlier builds are. */
export interface KeptOutputs {
  /** The output that an earlier build left at a path; `null` when it is not there, or another one. */
  find(path: string, hash: string): StagedText | null;
}

/** A turn with what the next build compares. */
export interface ComparableTurn {
  readonly turn: Turn;
  readonly read: Pick<StoredTurn, 'shape' | 'members' | 'prints' | 'isAsRead'>;
  /** As it was kept, if it was taken over; else `null`. */
  readonly stored: StoredTurn | null;
}

/** What a build that compares turns is given. */
export interface ReuseParts {
  readonly last: TurnStore | null;
  readonly known: KnownFiles;
  readonly outputs: KeptOutputs;
}

/** The turns of a build that knows those of the one before. */
export class TurnReuse {
  /** What came of each turn, by the id of its page or document, reused or not. */
  readonly comparable = new Map<string, ComparableTurn>();
  /** Why outputs were rendered, by the same ids. */
  readonly reasons = new Map<string, Reason>();
  private readonly unchanged: Unchanged | null;
  private readonly later: LaterOthers;
  private readonly earlier: EarlierOthers | null;
  /** The turns so far, of which `leftContent` takes account to this place. */
  private readonly turned: (readonly [Renderable, ReadTurn])[] = [];
  private counted = 0;
  private left = '';
  /** Turns that were run for their outputs alone, as they were kept. */
  private readonly again: (readonly [Renderable, StoredTurn])[] = [];
  private files: ReadonlyMap<string, Renderable> | null = null;
  private readonly constant = new Map<readonly DependencyKey[], { epoch: number; isSo: boolean }>();

  constructor(
    private readonly parts: ReuseParts,
    private readonly rendering: Rendering,
  ) {
    const { members } = rendering.fingerprints;
    this.unchanged = parts.last && new Unchanged(parts.last, rendering, members, parts.known);
    members.known = this.unchanged ?? { ...NOTHING_KNOWN, digestOf: (file) => parts.known.digestOf(file) };
    members.onFirstWrite = () => {
      for (const [file, read] of this.turned) this.settle(file, read);
    };
    this.later = new LaterOthers(members, parts.known);
    this.earlier = this.unchanged && new EarlierOthers(parts.last!, this.unchanged, members, parts.known);
  }

  /**
   * The turns of the last build, when all of them count for this one and there are no others; else `null`.
   *
   * @param hashOf the SHA-1 of what stands at a path of the destination
   */
  allTakenOver(hashOf: (path: string) => string | undefined): TurnStore | null {
    const { last } = this.parts;
    if (this.comparable.size !== last?.order.length) return null;
    for (const { stored } of this.comparable.values()) if (stored === null) return null;
    return this.again.every(([file, stored]) => isOutputSame(file, stored, hashOf)) ? last : null;
  }

  /** When the build began that ran a turn last, in milliseconds since 1970, and why; `null` where nothing is known of that. */
  lastRunOf(id: string): { readonly at: number; readonly reason: Reason } | null {
    const run = this.parts.last?.turns.get(id)?.lastRun;
    if (run === undefined) return null;
    const end = run.indexOf(' ');
    return { at: Number(run.slice(0, end)), reason: run.slice(end + 1) as Reason };
  }

  /** Runs a turn again only if anything that it read is another one. @param run renders it, given its content where that is known; `null` when that fails */
  take(file: Renderable, run: (known: KnownContent | null) => RanTurn | null): Turn | null {
    const stored = this.parts.last?.turns.get(file.id);
    const reason = stored === undefined ? 'new' : this.reasonAgainst(file, stored);
    const output = reason === null ? this.outputOf(file, stored!) : null;
    if (output !== null) return this.reuse(file, stored!, output);
    this.reasons.set(file.id, reason ?? 'output');
    // Before the turn: hooks may write into what the file is by itself.
    const own = this.rendering.fingerprints.members.ownOf(file);
    const ran = this.knowing(stored, () =>
      run(stored === undefined ? null : this.knownContent(file, stored)),
    );
    if (ran === null) return null;
    return reason === null ? this.noteAgain(file, ran, stored!) : this.note(file, ran, own);
  }

  /** What is kept of a turn stays as it was where it was run for its output alone. */
  private noteAgain(file: Renderable, { recorded, turn }: RanTurn, stored: StoredTurn): Turn {
    this.again.push([file, stored]);
    this.noteData(file, recorded);
    this.unchanged!.tookOver(file, stored.effects);
    const content = stored.content ?? file.body;
    return this.finish(file, { turn: { ...turn, content }, read: stored, stored });
  }

  private noteData(file: Renderable, { effects }: RecordedTurn): void {
    for (const key of effects.data.get(file.id)?.keys() ?? []) this.wrote(file, String(key));
  }

  /** Runs a turn so that excerpts which it made first at the last build are not made anew. */
  private knowing<T>(stored: StoredTurn | undefined, run: () => T): T {
    if (stored === undefined) return run();
    const { firsts } = this.rendering;
    const before = firsts.known;
    firsts.known = (name) => {
      const id = name.startsWith(EXCERPT) ? name.slice(EXCERPT.length) : null;
      if (id === null || !this.unchanged!.isSame({ id })) return null;
      const made = stored.effects.carried.get(name) as Remembered<unknown> | undefined;
      if (made === undefined || !this.areConstant(made.keys)) return null;
      if (made.keys.includes('config:kramdown')) this.rendering.chains.noteMarkdown();
      return made;
    };
    try {
      return run();
    } finally {
      firsts.known = before;
    }
  }

  /** Whether all of some keys are as they were in the whole of the last build. */
  private areConstant(keys: readonly DependencyKey[]): boolean {
    const { fingerprints } = this.rendering;
    const known = this.constant.get(keys);
    if (known?.epoch === fingerprints.epoch) return known.isSo;
    const isSo = keys.every((key) => this.parts.last!.keys.get(key) === fingerprints.of(key));
    this.constant.set(keys, { epoch: fingerprints.epoch, isSo });
    return isSo;
  }

  /** What the body of a Markdown file without Liquid becomes, which goes by its text and settings alone. */
  private knownContent(file: Renderable, { content, diagnostics }: StoredTurn): KnownContent | null {
    const { chains, hooks } = this.rendering;
    const isPlain = typeof file.body !== 'string' && file.body.mayHoldLiquid === false;
    if (!isPlain || content === null || diagnostics.length > 0 || hooks.hasItemHooks) return null;
    if (!this.unchanged!.isSame(file)) return null;
    const keys = chains.markdownKeys(file);
    return keys !== null && this.areConstant(keys) ? { text: wholeText(content), held: content } : null;
  }

  private reasonAgainst(file: Renderable, stored: StoredTurn): Reason | null {
    const { prints, shape } = stored;
    const { fingerprints } = this.rendering;
    const unchanged = this.unchanged!;
    if (!unchanged.isSame(file) && fingerprints.members.ownOf(file) !== prints.own) return `page:${file.id}`;
    if (fingerprints.ofShape(shape) !== prints.steady) return this.changedSteady(stored);
    const other = unchanged.areOthersSame(file, stored) ? null : this.changedOther(file, stored);
    if (other !== null) return other;
    if (!unchanged.areMovingSame(shape) && this.printMoving(stored) !== prints.moving)
      return unchanged.changedMoving(shape);
    return null;
  }

  private changedOther(file: Renderable, stored: StoredTurn): DependencyKey | null {
    const { others } = stored.prints;
    if (others === null) return this.earlier!.changedFor(file, stored);
    const isSame = printOthers(file, stored, this.rendering.fingerprints.members) === others;
    return isSame ? null : this.unchanged!.changedOther(file, stored);
  }

  private printMoving({ shape }: StoredTurn): string {
    return printMoving(shape, this.rendering.fingerprints, { content: () => this.leftContent });
  }

  private changedSteady({ shape }: StoredTurn): DependencyKey {
    const { steady } = shapeKeys(shape);
    const { last } = this.parts;
    return steady.find((key) => last!.keys.get(key) !== this.rendering.fingerprints.of(key)) ?? steady[0]!;
  }

  /**
   * Stands for what the turns so far left in the payload's `content`: which of them it comes from only who took them knows, so that it is
   * another one when any of them is.
   */
  private get leftContent(): string {
    const { members } = this.rendering.fingerprints;
    while (this.counted < this.turned.length) {
      const [file, read] = this.turned[this.counted++]!;
      this.left = printOf(`${this.left} ${printMade(file, read, members)}`);
    }
    return this.left;
  }

  private outputOf({ outputPath }: Renderable, { output }: StoredTurn): string | StagedText | null {
    return output.kind === 'text' ? output.text : this.parts.outputs.find(outputPath, output.hash);
  }

  private reuse(file: Renderable, stored: StoredTurn, output: string | StagedText): Turn {
    const { payload, recorder, state } = this.rendering;
    const { effects, encoding, diagnostics } = stored;
    this.noteText(file);
    payload.skip(() => recorder.restore(effects));
    this.restoreData(effects);
    const turn: Turn = {
      id: file.id,
      keys: { all: () => allKeys(file.id, stored.shape, stored.members) },
      effects,
      content: stored.content ?? file.body,
      output,
      encoding,
      diagnostics,
    };
    state.touch(file);
    for (const diagnostic of diagnostics) recorder.report(diagnostic);
    this.unchanged!.tookOver(file, effects);
    return this.finish(file, { turn, read: stored, stored });
  }

  /** Later templates of one name have the text of the first. */
  private noteText(file: Renderable): void {
    const { body, path, bodyLine } = file;
    if (typeof body !== 'string' && body.mayHoldLiquid === false) return;
    const text = wholeText(body);
    if (!rendersLiquid(file, text)) return;
    this.rendering.liquid.noteText({ path, line: bodyLine, text, key: templateKey(file) });
  }

  private finish(file: Renderable, comparable: ComparableTurn): Turn {
    const { turn, read } = comparable;
    this.rendering.state.finish(turn);
    this.rendering.fingerprints.turned(file, read);
    if (this.rendering.fingerprints.members.isWritten) this.settle(file, read);
    this.turned.push([file, read]);
    this.comparable.set(file.id, comparable);
    return turn;
  }

  /** What is written into is no longer what a turn before has read, and nothing of it can be told later. */
  private settle(file: Renderable, read: ReadTurn): void {
    read.prints.settle(() => printOthers(file, read, this.rendering.fingerprints.members));
  }

  /** Front matter that hooks wrote. */
  private restoreData({ data }: Effects): void {
    if (data.size > 0) this.rendering.fingerprints.beforeWrite();
    for (const [id, written] of data) {
      const file = this.find(id);
      for (const [key, value] of written) {
        writeTo(file.data, key, value);
        if (file.kind === 'page') writeTo(file.frontMatter, key, value);
        this.rendering.memo.forget(groupOf(file), id, String(key));
        this.wrote(file, String(key));
      }
    }
  }

  private wrote(file: Renderable, key: string): void {
    this.unchanged?.wrote(file);
    this.rendering.fingerprints.wrote(file, key);
  }

  private find(id: string): Renderable {
    if (this.files === null) {
      const { site } = this.rendering;
      this.files = new Map([...site.pages, ...allDocuments(site)].map((file) => [file.id, file]));
    }
    return this.files.get(id)!;
  }

  private note(file: Renderable, { recorded, turn }: RanTurn, own: string): Turn {
    const { fingerprints } = this.rendering;
    const shape = withoutOwn(recorded.keys.shape, recorded.entry);
    const { members } = recorded.keys;
    const found = { carried: recorded.entry, content: () => this.leftContent };
    const { moving } = shapeKeys(shape);
    const isChance = moving.includes('random') || moving.includes('unseen');
    const prints = new TurnPrints(
      own,
      this.later.areFor(file, shape) ? null : printOthers(file, { shape, members }, fingerprints.members),
      fingerprints.ofShape(shape),
      printMoving(shape, fingerprints, found),
      isChance ? printOf(`${wholeText(turn.content)}\0${wholeText(turn.output)}`) : null,
    );
    this.noteData(file, recorded);
    const last = this.parts.last?.turns.get(file.id)?.prints ?? null;
    const isMadeSame = last?.others != null && prints.others !== null && last.made === prints.made;
    this.unchanged?.ran(file, recorded.effects, isMadeSame);
    const read = { shape, members, prints, isAsRead: this.parts.known.isAsRead(file) };
    return this.finish(file, { turn, read, stored: null });
  }
}

/** Whether a page was written as it was at the last build. */
function isOutputSame(
  { outputPath }: Renderable,
  { output }: StoredTurn,
  hashOf: (path: string) => string | undefined,
): boolean {
  return output.kind === 'text' || hashOf(outputPath) === output.hash;
}

/** A page's content from the last build. */
export interface KnownContent {
  readonly text: string;
  /** The same, as it is kept. */
  readonly held: string | HeldText;
}

const EXCERPT = 'excerpt ';

function writeTo(data: RubyHash, key: Value, value: Value | undefined): void {
  if (value === undefined) data.delete(key);
  else data.set(key, value);
}

/** A turn that was run. */
export interface RanTurn {
  readonly recorded: RecordedTurn;
  readonly turn: Turn;
}
