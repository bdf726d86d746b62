/** Turns as records of JSON: what many of them share, such as keys, fingerprints and effects, stands once and is named by its number. */
import type { DependencyKey } from '../model/dependency.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { type HeldText, wholeText } from '../model/output.js';
import type { Effects } from '../model/turn.js';
import { EffectsWriter, isWritableEffect, readEffects, textsIn, withPackedTexts } from './effects-codec.js';
import type { Json } from './json-codec.js';
import { Numbers } from './numbers.js';
import { DIGEST_LENGTH, TurnPrints } from './print.js';
import type { KeyShape } from './read-keys.js';
import { isPacked, type PackedText, type TextPack } from './text-pack.js';
import { type StoredOutput, type StoredTurn, type TurnStore, withTexts } from './turn-store.js';

/** What stands on the disk: columns, in which each turn has a place. */
export interface StoredRecords {
  readonly variant: string;
  /** Name of the pack beside it, and how many of its bytes count. */
  readonly pack: string;
  readonly packSize: number;
  readonly keys: readonly (readonly [DependencyKey, string])[];
  readonly sums: readonly (readonly [string, string])[];
  readonly shapes: readonly KeyShape[];
  /** Ids of pages and documents. */
  readonly ids: readonly string[];
  /** Numbers of the ids of all that had a turn, in their order. */
  readonly order: readonly number[];
  /** What many turns have in common: fingerprints of steady and of moving keys, encodings. */
  readonly texts: readonly string[];
  readonly effects: readonly Json[];
  /** Lists of keys that effects name. */
  readonly lists: readonly (readonly DependencyKey[])[];
  /** For each turn, one after the other, what stands in `FACT`. */
  readonly facts: readonly number[];
  /** Numbers of the ids of members, those of each turn one after the other. */
  readonly members: readonly number[];
  /** For each turn fingerprints of itself and of others, each as long as a digest. */
  readonly prints: string;
  /** For each turn the SHA-1 of its output; spaces where that is a text. */
  readonly hashes: string;
  /** Of turns by their places: outputs that are not written, what they reported, and what stands for the outcome of those that read chance. */
  readonly outputs: readonly (readonly [number, string])[];
  readonly diagnostics: readonly (readonly [number, readonly Diagnostic[]])[];
  readonly chances: readonly (readonly [number, string])[];
}

/** Places of a turn's numbers among `facts`. */
const FACT = {
  id: 0,
  shape: 1,
  effects: 2,
  encoding: 3,
  steady: 4,
  moving: 5,
  isAsRead: 6,
  /** Where its members begin; they end where those of the next turn begin. */
  members: 7,
  /** Where its content is in the pack, -1 for its own text. */
  start: 8,
  size: 9,
  sum: 10,
} as const;
const FACTS = 11;

/** Length of a SHA-1 in hex. */
const HASH_LENGTH = 40;

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
    keys: [...keys],
    sums: [...sums],
    ...columns.finish(order),
  };
  const kept = new Map(turns);
  const effects = new Map([...left].map((one) => [one, withPackedTexts(one, inPack)]));
  for (const [id, turn] of writable) {
    const content = turn.content === null ? null : inPack(turn.content);
    kept.set(id, withTexts(turn, content, effects.get(turn.effects)!));
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
  private readonly hashes: string[] = [];
  private readonly outputs: [number, string][] = [];
  private readonly diagnostics: [number, readonly Diagnostic[]][] = [];
  private readonly chances: [number, string][] = [];

  constructor(private readonly inPack: (text: string | HeldText) => PackedText) {}

  add(id: string, turn: StoredTurn): void {
    const { shape, members, prints, output } = turn;
    const content = turn.content === null ? OWN_TEXT : this.inPack(turn.content);
    const index = this.hashes.length;
    this.facts.push(
      this.ids.of(id),
      this.shapes.of(shape),
      this.effects.of(turn.effects),
      this.texts.of(turn.encoding),
      this.texts.of(prints.steady),
      this.texts.of(prints.moving),
      turn.isAsRead ? 1 : 0,
      this.members.length,
      content.start,
      content.size,
      content.sum,
    );
    for (const member of members) this.members.push(this.ids.of(member));
    this.prints.push(prints.own, prints.others.padEnd(DIGEST_LENGTH));
    this.hashes.push(output.kind === 'text' ? ' '.repeat(HASH_LENGTH) : output.hash);
    if (output.kind === 'text') this.outputs.push([index, output.text]);
    if (turn.diagnostics.length > 0) this.diagnostics.push([index, turn.diagnostics]);
    if (prints.chance !== null) this.chances.push([index, prints.chance]);
  }

  finish(order: readonly string[]): Omit<StoredRecords, 'variant' | 'pack' | 'packSize' | 'keys' | 'sums'> {
    const { facts, members, outputs, diagnostics, chances } = this;
    const writer = new EffectsWriter(this.inPack);
    const effects = this.effects.all.map((one) => writer.write(one));
    return {
      order: order.map((id) => this.ids.of(id)),
      ids: this.ids.all,
      texts: this.texts.all,
      shapes: this.shapes.all,
      effects,
      lists: writer.keyLists,
      facts,
      members,
      prints: this.prints.join(''),
      hashes: this.hashes.join(''),
      outputs,
      diagnostics,
      chances,
    };
  }
}

const OWN_TEXT = { start: -1, size: 0, sum: 0 };

/** The turns in records. */
export function decodeTurns(stored: StoredRecords, pack: TextPack): TurnStore {
  const { variant, ids, facts } = stored;
  const records = new Records(stored, pack);
  const turns = new Map<string, StoredTurn>();
  const count = facts.length / FACTS;
  for (let index = 0; index < count; index++) {
    turns.set(ids[facts[index * FACTS + FACT.id]!]!, new RecordedTurn(records, index));
  }
  const order = stored.order.map((number) => ids[number]!);
  return { variant, order, turns, keys: new Map(stored.keys), sums: new Map(stored.sums) };
}

/** What records say of a turn, which is looked up when somebody asks. */
class RecordedTurn implements StoredTurn {
  private known: TurnPrints | null = null;
  private text: PackedText | null | undefined;

  constructor(
    private readonly records: Records,
    private readonly index: number,
  ) {}

  get shape(): KeyShape {
    return this.records.stored.shapes[this.records.fact(this.index, FACT.shape)]!;
  }

  get members(): readonly string[] {
    return this.records.membersOf(this.index);
  }

  get prints(): TurnPrints {
    return (this.known ??= this.records.printsOf(this.index));
  }

  get isAsRead(): boolean {
    return this.records.fact(this.index, FACT.isAsRead) === 1;
  }

  get effects(): Effects {
    return this.records.effects(this.records.fact(this.index, FACT.effects));
  }

  get content(): PackedText | null {
    if (this.text === undefined) this.text = this.records.contentOf(this.index);
    return this.text;
  }

  get output(): StoredOutput {
    return this.records.outputOf(this.index);
  }

  get encoding(): string {
    return this.records.stored.texts[this.records.fact(this.index, FACT.encoding)]!;
  }

  get diagnostics(): readonly Diagnostic[] {
    return this.records.diagnostics.get(this.index) ?? NOTHING;
  }
}

const NOTHING: readonly Diagnostic[] = [];

/** The columns of all turns. */
class Records {
  readonly diagnostics: ReadonlyMap<number, readonly Diagnostic[]>;
  private readonly chances: ReadonlyMap<number, string>;
  private readonly outputs: ReadonlyMap<number, string>;
  private readonly decoded: (Effects | undefined)[] = [];

  constructor(
    readonly stored: StoredRecords,
    private readonly pack: TextPack,
  ) {
    this.diagnostics = new Map(stored.diagnostics);
    this.chances = new Map(stored.chances);
    this.outputs = new Map(stored.outputs);
  }

  fact(index: number, place: number): number {
    return this.stored.facts[index * FACTS + place]!;
  }

  membersOf(index: number): readonly string[] {
    const { ids, members, facts } = this.stored;
    const end = facts[(index + 1) * FACTS + FACT.members] ?? members.length;
    return members.slice(this.fact(index, FACT.members), end).map((number) => ids[number]!);
  }

  printsOf(index: number): TurnPrints {
    const { prints, texts } = this.stored;
    const at = 2 * DIGEST_LENGTH * index;
    return new TurnPrints(
      prints.slice(at, at + DIGEST_LENGTH),
      prints.slice(at + DIGEST_LENGTH, at + 2 * DIGEST_LENGTH).trimEnd(),
      texts[this.fact(index, FACT.steady)]!,
      texts[this.fact(index, FACT.moving)]!,
      this.chances.get(index),
    );
  }

  effects(number: number): Effects {
    const { effects, lists } = this.stored;
    return (this.decoded[number] ??= readEffects(effects[number]!, lists, this.pack));
  }

  contentOf(index: number): PackedText | null {
    const start = this.fact(index, FACT.start);
    return start < 0 ? null : this.pack.at(start, this.fact(index, FACT.size), this.fact(index, FACT.sum));
  }

  outputOf(index: number): StoredOutput {
    const text = this.outputs.get(index);
    if (text !== undefined) return { kind: 'text', text };
    const at = HASH_LENGTH * index;
    return { kind: 'file', hash: this.stored.hashes.slice(at, at + HASH_LENGTH) };
  }
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
