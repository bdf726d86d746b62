/** Turns as records of JSON: what many of them share, such as keys, fingerprints and effects, stands once and is named by its number. */
import type { DependencyKey } from '../model/dependency.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { type HeldText, wholeText } from '../model/output.js';
import type { Effects } from '../model/turn.js';
import { EffectsWriter, isWritableEffect, readEffects, textsIn, withPackedTexts } from './effects-codec.js';
import type { Json } from './json-codec.js';
import { Numbers } from './numbers.js';
import { TurnPrints } from './print.js';
import type { KeyShape } from './read-keys.js';
import { isPacked, type PackedText, type TextPack } from './text-pack.js';
import type { StoredTurn, TurnStore } from './turn-store.js';

/** What stands on the disk: columns, in which each turn has a place. */
export interface StoredRecords {
  readonly variant: string;
  /** Name of the pack beside it, and how many of its bytes count. */
  readonly pack: string;
  readonly packSize: number;
  readonly order: readonly string[];
  readonly keys: readonly (readonly [DependencyKey, string])[];
  readonly sums: readonly (readonly [string, string])[];
  readonly shapes: readonly KeyShape[];
  /** Ids of members, and of the turns. */
  readonly ids: readonly string[];
  /** What many turns have in common: fingerprints of steady and of moving keys, encodings. */
  readonly texts: readonly string[];
  readonly effects: readonly Json[];
  /** Lists of keys that effects name. */
  readonly lists: readonly (readonly DependencyKey[])[];
  /** For each turn, one after the other: its id, shape, effects, encoding and flags; see `Facts`. */
  readonly facts: readonly number[];
  /** For each turn: numbers of its members' ids, behind how many there are. */
  readonly members: readonly number[];
  /** For each turn: fingerprints of itself and of others. */
  readonly prints: readonly string[];
  /** For each turn: where its content is in the pack, -1 for its own text. */
  readonly contents: readonly number[];
  /** For each turn: the SHA-1 of its output, or a text that is not written. */
  readonly outputs: readonly string[];
  /** Of turns by their places: what they reported; and what stands for the outcome of those that read chance. */
  readonly diagnostics: readonly (readonly [number, readonly Diagnostic[]])[];
  readonly chances: readonly (readonly [number, string])[];
}

/** Numbers of each turn among `facts`. */
const FACTS = 7;

const FLAG = { asRead: 1, text: 2 } as const;

/** Turns that were written. */
export interface EncodedTurns {
  /** The records. */
  readonly stored: StoredRecords;
  /** Name of the pack that their texts are in. */
  readonly pack: string;
  /** The same turns with their texts in the pack, and those that cannot be written. */
  readonly turns: TurnStore['turns'];
}

/**
 * Records of all turns that can be written.
 *
 * @param root   what may stand in none of them
 * @param packFor the pack to add to, given the bytes of each pack that are referred to
 */
export function encodeTurns(
  { variant, order, turns, keys, sums }: TurnStore,
  root: string,
  packFor: (used: ReadonlyMap<TextPack, number>) => TextPack,
): EncodedTurns {
  const writable = [...turns].filter(([, turn]) => isWritable(turn, root));
  const left = new Set(writable.map(([, { effects }]) => effects));
  const texts = (): Iterable<string | HeldText> => textsOf(writable, left);
  const pack = packFor(bytesUsed(texts()));
  const packed = packAll(texts(), pack);
  const inPack = (text: string | HeldText): PackedText => packed.get(text)!;
  const columns = new Columns(inPack);
  for (const [id, turn] of writable) columns.add(id, turn);
  const stored: StoredRecords = {
    variant,
    pack: pack.path.slice(pack.path.lastIndexOf('/') + 1),
    packSize: pack.size,
    order,
    keys: [...keys],
    sums: [...sums],
    ...columns.all,
  };
  const kept = new Map(turns);
  const effects = new Map([...left].map((one) => [one, withPackedTexts(one, inPack)]));
  for (const [id, turn] of writable) {
    const content = turn.content === null ? null : inPack(turn.content);
    kept.set(id, { ...turn, content, effects: effects.get(turn.effects)! });
  }
  return { stored, pack: stored.pack, turns: kept };
}

/** All texts that belong into the pack. */
function* textsOf(
  turns: readonly (readonly [string, StoredTurn])[],
  left: ReadonlySet<Effects>,
): Generator<string | HeldText> {
  for (const [, { content }] of turns) if (content !== null) yield content;
  for (const effects of left) yield* textsIn(effects);
}

/** Takes turns apart. */
class Columns {
  private readonly ids = new Numbers<string>();
  private readonly texts = new Numbers<string>();
  private readonly shapes = new Numbers<KeyShape>();
  private readonly effects = new Numbers<Effects>();
  private readonly facts: number[] = [];
  private readonly members: number[] = [];
  private readonly prints: string[] = [];
  private readonly contents: number[] = [];
  private readonly outputs: string[] = [];
  private readonly diagnostics: [number, readonly Diagnostic[]][] = [];
  private readonly chances: [number, string][] = [];
  private count = 0;

  constructor(private readonly inPack: (text: string | HeldText) => PackedText) {}

  add(id: string, turn: StoredTurn): void {
    const { shape, members, prints, output } = turn;
    const content = turn.content === null ? null : this.inPack(turn.content);
    const index = this.count++;
    const flags = (turn.isAsRead ? FLAG.asRead : 0) | (output.kind === 'text' ? FLAG.text : 0);
    this.facts.push(
      this.ids.of(id),
      this.shapes.of(shape),
      this.effects.of(turn.effects),
      this.texts.of(turn.encoding),
      this.texts.of(prints.steady),
      this.texts.of(prints.moving),
      flags,
    );
    this.members.push(members.length);
    for (const member of members) this.members.push(this.ids.of(member));
    this.prints.push(prints.own, prints.others);
    if (content === null) this.contents.push(-1);
    else this.contents.push(content.start, content.size, content.sum);
    this.outputs.push(output.kind === 'text' ? output.text : output.hash);
    if (turn.diagnostics.length > 0) this.diagnostics.push([index, turn.diagnostics]);
    if (prints.chance !== null) this.chances.push([index, prints.chance]);
  }

  get all(): Omit<StoredRecords, 'variant' | 'pack' | 'packSize' | 'order' | 'keys' | 'sums'> {
    const { facts, members, prints, contents, outputs, diagnostics, chances } = this;
    const writer = new EffectsWriter(this.inPack);
    const effects = this.effects.all.map((one) => writer.write(one));
    return {
      lists: writer.keyLists,
      ids: this.ids.all,
      texts: this.texts.all,
      shapes: this.shapes.all,
      effects,
      facts,
      members,
      prints,
      contents,
      outputs,
      diagnostics,
      chances,
    };
  }
}

/** The turns in records. */
export function decodeTurns(stored: StoredRecords, pack: TextPack): TurnStore {
  const { variant, order, ids, texts, shapes, facts, prints, contents, outputs } = stored;
  const diagnostics = new Map(stored.diagnostics);
  const chances = new Map(stored.chances);
  const decoded: (Effects | undefined)[] = [];
  const turns = new Map<string, StoredTurn>();
  let member = 0;
  let content = 0;
  for (let index = 0; index < outputs.length; index++) {
    const [id, shape, effect, encoding, steady, moving, flags] = facts.slice(
      FACTS * index,
      FACTS * (index + 1),
    );
    const count = stored.members[member++]!;
    const own = new TurnPrints(
      prints[2 * index]!,
      prints[2 * index + 1]!,
      texts[steady!]!,
      texts[moving!]!,
      chances.get(index),
    );
    const members = stored.members.slice(member, member + count).map((number) => ids[number]!);
    member += count;
    const isOwnText = contents[content] === -1;
    turns.set(ids[id!]!, {
      shape: shapes[shape!]!,
      members,
      prints: own,
      isAsRead: (flags! & FLAG.asRead) !== 0,
      effects: (decoded[effect!] ??= readEffects(stored.effects[effect!]!, stored.lists, pack)),
      content: isOwnText ? null : pack.at(contents[content]!, contents[content + 1]!, contents[content + 2]!),
      output:
        flags! & FLAG.text
          ? { kind: 'text', text: outputs[index]! }
          : { kind: 'file', hash: outputs[index]! },
      encoding: texts[encoding!]!,
      diagnostics: diagnostics.get(index) ?? NOTHING,
    });
    content += isOwnText ? 1 : 3;
  }
  return { variant, order, turns, keys: new Map(stored.keys), sums: new Map(stored.sums) };
}

const NOTHING: readonly Diagnostic[] = [];

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
  const places = pack.add(wholeTexts(added));
  for (const [index, text] of added.entries()) packed.set(text, places[index]!);
  return packed;
}

/** One after the other, so that not all of them are in memory. */
function* wholeTexts(texts: readonly (string | HeldText)[]): Generator<string> {
  for (const text of texts) yield wholeText(text);
}
