/** Turns as records of JSON: what many of them share, such as keys, fingerprints and effects, stands once and is named by its number. */
import type { DependencyKey } from '../model/dependency.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { wholeText } from '../model/output.js';
import type { Effects } from '../model/turn.js';
import { fromJson, type Json, toJson, UnwritableValueError } from './json-codec.js';
import { isPacked, type PackedText, type TextPack } from './text-pack.js';
import type { StoredOutput, StoredTurn, TurnStore } from './turn-store.js';

/** What stands on the disk. */
export interface StoredRecords {
  readonly variant: string;
  /** Name of the pack beside it, and how many of its bytes count. */
  readonly pack: string;
  readonly packSize: number;
  readonly keys: readonly DependencyKey[];
  readonly prints: readonly string[];
  /** Lists of numbers of keys. */
  readonly lists: readonly (readonly number[])[];
  readonly effects: readonly Json[];
  readonly turns: readonly TurnRecord[];
}

/** Number of the list of keys, numbers of their fingerprints, of the turn's own, and of its effects. */
type TurnRecord = readonly [
  id: string,
  list: number,
  prints: readonly number[],
  print: number,
  effects: number,
  content: readonly [start: number, size: number, sum: number] | null,
  output: StoredOutput,
  encoding: string,
  diagnostics: readonly Diagnostic[],
];

/** Turns that were written. */
export interface EncodedTurns {
  /** The records. */
  readonly text: string;
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
  { variant, turns }: TurnStore,
  root: string,
  packFor: (used: ReadonlyMap<TextPack, number>) => TextPack,
): EncodedTurns {
  const writable = [...turns].filter(([, turn]) => isWritable(turn, root));
  const pack = packFor(bytesUsed(writable.map(([, { content }]) => content)));
  const packed = packAll(
    writable.map(([, { content }]) => content),
    pack,
  );
  const [keys, prints, lists] = [new Numbers<DependencyKey>(), new Numbers<string>(), new Numbers<string>()];
  const effects = new Numbers<Effects>();
  const records = writable.map(([id, turn], index): TurnRecord => {
    const place = packed[index]!;
    return [
      id,
      lists.of(turn.keys.map((key) => keys.of(key)).join()),
      turn.prints.map((print) => prints.of(print)),
      prints.of(turn.print),
      effects.of(turn.effects),
      place && [place.start, place.size, place.sum],
      turn.output,
      turn.encoding,
      turn.diagnostics,
    ];
  });
  const stored: StoredRecords = {
    variant,
    pack: pack.path.slice(pack.path.lastIndexOf('/') + 1),
    packSize: pack.size,
    keys: keys.all,
    prints: prints.all,
    lists: lists.all.map((list) => list.split(',').map(Number)),
    effects: effects.all.map(effectsToJson),
    turns: records,
  };
  const kept = new Map(turns);
  for (const [index, [id, turn]] of writable.entries()) kept.set(id, { ...turn, content: packed[index]! });
  return { text: JSON.stringify(stored), pack: stored.pack, turns: kept };
}

/** The turns in records. */
export function decodeTurns(stored: StoredRecords, pack: TextPack): ReadonlyMap<string, StoredTurn> {
  const { keys, prints, effects } = stored;
  const lists = stored.lists.map((list) => list.map((key) => keys[key]!));
  const decoded: (Effects | undefined)[] = [];
  return new Map(
    stored.turns.map(([id, list, printed, print, effect, content, output, encoding, diagnostics]) => {
      const turn: StoredTurn = {
        keys: lists[list]!,
        prints: printed.map((number) => prints[number]!),
        print: prints[print]!,
        effects: (decoded[effect] ??= effectsFromJson(effects[effect]!)),
        content: content && pack.at(...content),
        output,
        encoding,
        diagnostics,
      };
      return [id, turn];
    }),
  );
}

/** Numbers in the order in which values first come. */
class Numbers<T> {
  readonly all: T[] = [];
  private readonly known = new Map<T, number>();

  of(value: T): number {
    let number = this.known.get(value);
    if (number === undefined) {
      number = this.all.length;
      this.known.set(value, number);
      this.all.push(value);
    }
    return number;
  }
}

/** Whether a turn is data alone, may be said in UTF-8, and knows no path of this machine. */
function isWritable({ content, output, effects, diagnostics }: StoredTurn, root: string): boolean {
  if (typeof content === 'string' && !content.isWellFormed()) return false;
  if (output.kind === 'text' && !output.text.isWellFormed()) return false;
  if (diagnostics.length > 0 && JSON.stringify(diagnostics).includes(root)) return false;
  try {
    return !writtenEffects(effects).includes(root);
  } catch (error) {
    if (!(error instanceof UnwritableValueError)) throw error;
    return false;
  }
}

/** As text, once for all turns that left the same. */
const written = new WeakMap<Effects, string>();

function writtenEffects(effects: Effects): string {
  let text = written.get(effects);
  if (text === undefined) written.set(effects, (text = JSON.stringify(effectsToJson(effects))));
  return text;
}

function effectsToJson({ carried, pages, data }: Effects): Json {
  return [toJson(carried), toJson(pages), toJson(data)];
}

function effectsFromJson(json: Json): Effects {
  const [carried, pages, data] = (json as readonly Json[]).map(fromJson);
  return { carried, pages, data } as Effects;
}

function bytesUsed(contents: readonly StoredTurn['content'][]): ReadonlyMap<TextPack, number> {
  const used = new Map<TextPack, number>();
  for (const content of contents) {
    if (content === null || !isPacked(content)) continue;
    used.set(content.pack, (used.get(content.pack) ?? 0) + content.size);
  }
  return used;
}

/** Where each text is in the pack, to which those are added that are not in it. */
function packAll(contents: readonly StoredTurn['content'][], pack: TextPack): (PackedText | null)[] {
  const isThere = (content: StoredTurn['content']): boolean =>
    content === null || (isPacked(content) && content.pack === pack);
  const added = pack.add(wholeTexts(contents.filter((content) => !isThere(content))));
  let next = 0;
  return contents.map((content) => {
    if (content === null) return null;
    return isThere(content) ? (content as PackedText) : added[next++]!;
  });
}

/** One after the other, so that not all of them are in memory. */
function* wholeTexts(contents: readonly StoredTurn['content'][]): Generator<string> {
  for (const content of contents) yield wholeText(content!);
}
