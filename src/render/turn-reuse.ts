/** Taking over turns of the last build: each is decided on when its own turn comes, since what it read may have changed just before. */
import type { CarriedName } from '../model/dependency.js';
import { type StagedText, wholeText } from '../model/output.js';
import type { Renderable } from '../model/page.js';
import type { Effects, Turn } from '../model/turn.js';
import { printOf, TurnPrints } from '../reuse/print.js';
import { allKeys } from '../reuse/read-keys.js';
import type { RecordedTurn } from '../reuse/recorder.js';
import type { Reason, StoredTurn, TurnStore } from '../reuse/turn-store.js';
import type { Rendering } from './create-rendering.js';
import { type KnownContent, KnownParts } from './known-parts.js';
import { LaterOthers, laterGroups, NOTHING_LATER } from './later-others.js';
import { NOTHING_KNOWN } from './member-prints.js';
import { rendersLiquid, templateKey } from './page-template.js';
import { RestoredData } from './restored-data.js';
import { shapeKeys, withoutOwn } from './shape-keys.js';
import { TurnDifferences } from './turn-differences.js';
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
  private readonly differences: TurnDifferences | null;
  private readonly knownParts: KnownParts | null;
  private readonly restoredData: RestoredData;
  /** Whose turns were so far, of which `leftContent` takes account to this place. */
  private readonly turned: Renderable[] = [];
  private counted = 0;
  private left = '';
  /** What turns left that were taken over since the last one that was run. */
  private readonly skipped: Effects[] = [];
  /** Turns that were run for their outputs alone, as they were kept. */
  private readonly again: (readonly [Renderable, StoredTurn])[] = [];

  constructor(
    private readonly parts: ReuseParts,
    private readonly rendering: Rendering,
  ) {
    const { members } = rendering.fingerprints;
    this.unchanged = parts.last && new Unchanged(parts.last, rendering, members, parts.known);
    members.known = this.unchanged ?? { ...NOTHING_KNOWN, digestOf: (file) => parts.known.digestOf(file) };
    members.onFirstWrite = () => {
      for (const file of this.turned) this.settle(file, this.readBy(file));
    };
    this.later = new LaterOthers(members, parts.known);
    this.knownParts = this.unchanged && new KnownParts(parts.last!, this.unchanged, rendering);
    this.differences =
      this.unchanged &&
      new TurnDifferences(parts.last!, parts.known, rendering, this.unchanged, {
        catchUp: () => this.catchUp(),
        content: () => this.leftContent,
      });
    this.restoredData = new RestoredData(rendering, (file, key) => this.wrote(file, key));
  }

  /**
   * The turns of the last build, when all of them count for this one and there are no others; else `null`.
   *
   * @param hashOf the SHA-1 of the output of a page or document; `undefined` where it does not stand in the destination
   */
  allTakenOver(hashOf: (file: Renderable) => string | undefined): TurnStore | null {
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
    const reason = stored === undefined ? 'new' : this.differences!.reasonAgainst(file, stored);
    const output = reason === null ? this.outputOf(file, stored!) : null;
    if (output !== null) return this.reuse(file, stored!, output);
    this.reasons.set(file.id, reason ?? 'output');
    this.catchUp();
    const own = this.ownBefore(file);
    const parts = this.knownParts;
    const ran =
      parts === null || stored === undefined
        ? run(null)
        : parts.during(stored, () => run(parts.contentOf(file, stored)));
    if (ran === null) return null;
    return reason === null ? this.noteAgain(file, ran, stored!) : this.note(file, ran, own);
  }

  /** Before a turn, since hooks may write into what a file is by itself. Without them its record will tell, if it has one. */
  private ownBefore(file: Renderable): string {
    const { hooks, fingerprints } = this.rendering;
    return !hooks.hasItemHooks && this.parts.known.isAsRead(file) ? '' : fingerprints.members.ownOf(file);
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

  /**
   * Stands for what the turns so far left in the payload's `content`: which of them it comes from only who took them knows, so that it is
   * another one when any of them is.
   */
  private get leftContent(): string {
    const { members } = this.rendering.fingerprints;
    while (this.counted < this.turned.length) {
      const file = this.turned[this.counted++]!;
      this.left = printOf(`${this.left} ${printMade(file, this.readBy(file), members)}`);
    }
    return this.left;
  }

  private outputOf({ outputPath }: Renderable, { output }: StoredTurn): string | StagedText | null {
    return output.kind === 'text' ? output.text : this.parts.outputs.find(outputPath, output.hash);
  }

  private reuse(file: Renderable, stored: StoredTurn, output: string | StagedText): Turn {
    const { recorder, state } = this.rendering;
    const { effects, encoding, diagnostics } = stored;
    this.noteText(file);
    this.skipped.push(effects);
    this.restoredData.restore(effects);
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

  /** Leaves what turns left that were taken over: of what several of them left under one name, what the last did. */
  catchUp(): void {
    if (this.skipped.length === 0) return;
    const { payload, recorder } = this.rendering;
    const last = new Map<CarriedName, unknown>();
    for (const { carried } of new Set(this.skipped.reverse()))
      for (const [name, value] of carried) if (!last.has(name)) last.set(name, value);
    this.skipped.length = 0;
    payload.skip(() => recorder.restore(last));
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
    this.turned.push(file);
    this.comparable.set(file.id, comparable);
    return turn;
  }

  private readBy({ id }: Renderable): ReadTurn {
    return this.comparable.get(id)!.read;
  }

  /** What is written into is no longer what a turn before has read, and nothing of it can be told later. */
  private settle(file: Renderable, read: ReadTurn): void {
    const { members } = this.rendering.fingerprints;
    read.prints.settle(() => printOthers(file, read, members, NOTHING_LATER));
  }

  private wrote(file: Renderable, key: string): void {
    this.unchanged?.wrote(file);
    this.rendering.fingerprints.wrote(file, key);
  }

  private note(file: Renderable, { recorded, turn }: RanTurn, own: string): Turn {
    const { fingerprints } = this.rendering;
    const shape = withoutOwn(recorded.keys.shape, recorded.entry);
    const { members } = recorded.keys;
    const found = { carried: recorded.entry, content: () => this.leftContent };
    const { moving } = shapeKeys(shape);
    // Once somebody writes, records tell nothing.
    const later = fingerprints.members.isWritten ? '' : this.later.at(file, shape);
    const isChance = moving.includes('random') || moving.includes('unseen');
    const prints = new TurnPrints(
      own,
      printOthers(file, { shape, members }, fingerprints.members, laterGroups(later)),
      later,
      fingerprints.ofShape(shape),
      printMoving(shape, fingerprints, found),
      isChance ? printOf(`${wholeText(turn.content)}\0${wholeText(turn.output)}`) : null,
    );
    this.noteData(file, recorded);
    const last = this.parts.last?.turns.get(file.id)?.prints;
    this.unchanged?.ran(file, recorded.effects, last !== undefined && isMadeSame(last, prints));
    const read = { shape, members, prints, isAsRead: this.parts.known.isAsRead(file) };
    return this.finish(file, { turn, read, stored: null });
  }
}

/** Whether a page was written as it was at the last build. */
function isOutputSame(
  file: Renderable,
  { output }: StoredTurn,
  hashOf: (file: Renderable) => string | undefined,
): boolean {
  return output.kind === 'text' || hashOf(file) === output.hash;
}

/** Whether the same came of a turn as of one before, as far as fingerprints alone say. */
function isMadeSame(before: TurnPrints, now: TurnPrints): boolean {
  if ([before, now].some(({ own, later }) => own === '' || later !== '')) return false;
  const [then, made] = [before, now].map((prints) =>
    prints.made(
      () => prints.own,
      () => prints.others,
    ),
  );
  return then === made;
}

/** A turn that was run. */
export interface RanTurn {
  readonly recorded: RecordedTurn;
  readonly turn: Turn;
}
