/** Turns with their texts in a pack, and records of them. */
import { type HeldText, wholeText } from '../model/output.js';
import type { Effects } from '../model/turn.js';
import { isWritableEffect, textsIn, withPackedTexts } from './effects-codec.js';
import type { StoredRecords } from './stored-records.js';
import { isPacked, type PackedText, type TextPack } from './text-pack.js';
import { TurnColumns } from './turn-columns.js';
import { type StoredTurn, type TurnStore, withTexts } from './turn-store.js';

/** Turns that were written. */
export interface EncodedTurns {
  /** The records. */
  readonly stored: StoredRecords;
  /** Whether all of them could be written. */
  readonly isWhole: boolean;
  /** Name of the pack that their texts are in. */
  readonly pack: string;
  /** The same turns with their texts in the pack, and those that cannot be written. */
  readonly turns: () => TurnStore['turns'];
}

/**
 * Records of all turns that can be written.
 *
 * @param root   what may stand in none of them
 * @param packFor the pack to add to, given the bytes of each pack that are referred to
 */
export function encodeTurns(
  store: TurnStore,
  root: string,
  packFor: (used: ReadonlyMap<TextPack, number>) => TextPack,
): EncodedTurns {
  const { turns } = store;
  const writable = [...turns].filter(([, turn]) => isWritable(turn, root));
  const left = new Set(writable.map(([, { effects }]) => effects));
  const texts = (): Iterable<string | HeldText> => textsOf(writable, left);
  const pack = packFor(bytesUsed(texts()));
  const packed = packAll(texts(), pack);
  const inPack = (text: string | HeldText): PackedText => packed.get(text)!;
  const columns = new TurnColumns(inPack);
  for (const [id, turn] of writable) columns.add(id, turn);
  const name = pack.path.slice(pack.path.lastIndexOf('/') + 1);
  const used = [...packed.values()].reduce((sum, { size }) => sum + size, 0);
  const stored: StoredRecords = { pack: name, packSize: pack.size, used, ...columns.finish(store) };
  const isWhole = writable.length === turns.size;
  return { stored, isWhole, pack: stored.pack, turns: () => inPackAll(turns, writable, inPack) };
}

function inPackAll(
  turns: TurnStore['turns'],
  writable: readonly (readonly [string, StoredTurn])[],
  inPack: (text: string | HeldText) => PackedText,
): TurnStore['turns'] {
  const kept = new Map(turns);
  const known = new Map<Effects, Effects>();
  for (const [id, turn] of writable) {
    let effects = known.get(turn.effects);
    if (effects === undefined) known.set(turn.effects, (effects = withPackedTexts(turn.effects, inPack)));
    kept.set(id, withTexts(turn, turn.content === null ? null : inPack(turn.content), effects));
  }
  return kept;
}

/** All texts that belong into the pack. */
function* textsOf(
  turns: readonly (readonly [string, StoredTurn])[],
  left: ReadonlySet<Effects>,
): Generator<string | HeldText> {
  for (const [, { content }] of turns) if (content !== null) yield content;
  for (const effects of left) yield* textsIn(effects);
}

/** Whether a turn is data alone, may be said in UTF-8, and knows no path of this machine. */
function isWritable({ content, output, effects, diagnostics }: StoredTurn, root: string): boolean {
  if (typeof content === 'string' && !content.isWellFormed()) return false;
  if (output.kind === 'text' && !output.text.isWellFormed()) return false;
  if (diagnostics.length > 0 && JSON.stringify(diagnostics).includes(root)) return false;
  let isFine = writable.get(effects);
  if (isFine === undefined) writable.set(effects, (isFine = isWritableEffect(effects, root)));
  return isFine;
}

/** Looked at once for all turns that left the same. */
const writable = new WeakMap<Effects, boolean>();

function bytesUsed(texts: Iterable<string | HeldText>): ReadonlyMap<TextPack, number> {
  const used = new Map<TextPack, number>();
  for (const text of texts) {
    if (isPacked(text)) used.set(text.pack, (used.get(text.pack) ?? 0) + text.size);
  }
  return used;
}

/** Where each text is in the pack, to which those are added that are not in it. */
function packAll(
  texts: Iterable<string | HeldText>,
  pack: TextPack,
): ReadonlyMap<string | HeldText, PackedText> {
  const packed = new Map<string | HeldText, PackedText>();
  const added: (string | HeldText)[] = [];
  for (const text of texts) {
    if (isPacked(text) && text.pack === pack) packed.set(text, text);
    else added.push(text);
  }
  const places = pack.addAll(wholeTexts(added));
  for (const [index, text] of added.entries()) packed.set(text, places[index]!);
  return packed;
}

/** One after the other, so that not all of them are in memory. */
function* wholeTexts(texts: readonly (string | HeldText)[]): Generator<string> {
  for (const text of texts) yield wholeText(text);
}
