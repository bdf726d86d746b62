/** The turns of a build as the next one takes them over. */
import type { MemberGroup } from '../model/dependency.js';
import { type HeldText, wholeText } from '../model/output.js';
import { groupOf, type Renderable } from '../model/page.js';
import type { Effects } from '../model/turn.js';
import { isPacked } from '../reuse/text-pack.js';
import {
  type LastRun,
  type Reason,
  type StoredOutput,
  type StoredTurn,
  type TurnStore,
  withTexts,
} from '../reuse/turn-store.js';
import { allDocuments } from '../site/site-files.js';
import { groupIn, type MemberPrints } from './member-prints.js';
import type { RenderedSite } from './render-site.js';
import type { ComparableTurn } from './turn-reuse.js';

/**
 * The turns of a build whose outputs are in their places, for the next; `null` where nothing was compared.
 *
 * @param variant another one when nothing may be taken over
 * @param began when the build began, in milliseconds since 1970
 * @param hashOf the SHA-1 of the output of a page or document; `undefined` where it does not stand in the destination
 */
export function storeOf(
  { site, pages, reuse, fingerprints }: RenderedSite,
  variant: string,
  began: number,
  hashOf: (file: Renderable) => string | undefined,
): TurnStore | null {
  if (reuse === null) return null;
  const files: readonly Renderable[] = [...allDocuments(site), ...pages];
  for (const [id, own] of fingerprints.members.ownPrints) reuse.comparable.get(id)?.read.prints.keepOwn(own);
  const turns = new Map<string, StoredTurn>();
  const runs = new Map<Reason, LastRun>();
  const runNow = (reason: Reason): LastRun => {
    let run = runs.get(reason);
    if (run === undefined) runs.set(reason, (run = `${began} ${reason}`));
    return run;
  };
  for (const file of files) {
    const comparable = reuse.comparable.get(file.id)!;
    const output = outputOf(comparable, hashOf(file));
    if (output === null) continue;
    const reason = reuse.reasons.get(file.id);
    const lastRun = reason === undefined ? comparable.stored!.lastRun : runNow(reason);
    turns.set(file.id, storedOf(comparable, file.body, output, lastRun));
  }
  const order = files.map(({ id }) => id);
  const { constant: keys, members } = fingerprints;
  const sums = members.settled;
  return { variant, order, turns, keys, sums, lists: listsOf(members, sums, files) };
}

/** Which members groups have. */
function listsOf(
  members: MemberPrints,
  sums: TurnStore['sums'],
  files: readonly Renderable[],
): TurnStore['lists'] {
  const groups = new Set([
    ...files.map(groupOf),
    ...[...sums.keys()].map((key) => groupIn(key) as MemberGroup),
  ]);
  const same = [...groups].filter((group) => !members.isWrittenTo(group));
  return new Map(same.map((group) => [group, members.listOf(group)]));
}

/**
 * A text that is not written, or not in UTF-8, stays in memory. The loser of a conflict has its bytes where they waited; `null` where that
 * was its place, in which the winner's stand now.
 */
function outputOf({ turn: { output } }: ComparableTurn, hash: string | undefined): StoredOutput | null {
  if (typeof output === 'string') return { kind: 'text', text: output };
  if (hash !== undefined) return { kind: 'file', hash };
  return output.file?.isInPlace ? null : { kind: 'text', text: output.read() };
}

/** As it was kept, unless another output came of it. */
function storedOf(
  comparable: ComparableTurn,
  body: string | HeldText,
  output: StoredOutput,
  lastRun: LastRun,
): StoredTurn {
  const kept = comparable.stored?.output;
  const isSame =
    output.kind === 'text' ? kept?.kind === 'text' : kept?.kind === 'file' && kept.hash === output.hash;
  return isSame ? comparable.stored! : stored(comparable, body, output, lastRun);
}

function stored(
  { turn, read: { shape, members, prints, isAsRead } }: ComparableTurn,
  body: string | HeldText,
  output: StoredOutput,
  lastRun: LastRun,
): StoredTurn {
  const { encoding, diagnostics, content } = turn;
  return {
    shape,
    members,
    prints,
    isAsRead,
    effects: turn.effects,
    content: content === body ? null : content,
    output,
    encoding,
    diagnostics,
    lastRun,
  };
}

/** The turns without texts in files of the build, which go with it. */
export function inMemory(store: TurnStore): TurnStore {
  const turns = new Map(store.turns);
  const whole = new Map<Effects, Effects>();
  for (const [id, turn] of turns) {
    const { content } = turn;
    let effects = whole.get(turn.effects);
    if (effects === undefined) whole.set(turn.effects, (effects = withWholeTexts(turn.effects)));
    const isHeld = content !== null && typeof content !== 'string' && !isPacked(content);
    turns.set(id, withTexts(turn, isHeld ? content.read() : content, effects));
  }
  return { ...store, turns };
}

/** Texts that wait in files of the build do not outlive it. */
function withWholeTexts(effects: Effects): Effects {
  const isHeld = [...effects.carried.values()].some(hasHeldText);
  if (!isHeld) return effects;
  const carried = new Map(
    [...effects.carried].map(([name, value]) => [
      name,
      hasHeldText(value) ? { ...value, value: wholeText(value.value) } : value,
    ]),
  );
  return { ...effects, carried };
}

function hasHeldText(value: unknown): value is { readonly value: HeldText } {
  if (typeof value !== 'object' || value === null || !('value' in value)) return false;
  const text = value.value;
  return typeof text === 'object' && text !== null && 'read' in text && !isPacked(text as HeldText);
}
