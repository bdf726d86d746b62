/** What turns left to later ones, as JSON. Texts that were rendered first, such as excerpts, stand in the pack. */
import type { CarriedName, DependencyKey } from '../model/dependency.js';
import type { HeldText } from '../model/output.js';
import type { Effects } from '../model/turn.js';
import { fromJson, type Json, toJson, UnwritableValueError } from './json-codec.js';
import { Numbers } from './numbers.js';
import type { Remembered } from './remembered.js';
import type { PackedText, TextPack } from './text-pack.js';

/** A text that was rendered once for all. */
type RenderedFirst = Remembered<string | HeldText>;

/** What was rendered first under a name, if it is a text that may be long. */
export function renderedFirst(name: CarriedName, value: unknown): RenderedFirst | null {
  return name.startsWith('excerpt ') ? (value as RenderedFirst) : null;
}

/** The texts among what turns left. */
export function* textsIn({ carried }: Effects): Generator<string | HeldText> {
  for (const [name, value] of carried) {
    const first = renderedFirst(name, value);
    if (first !== null) yield first.value;
  }
}

/** Writes effects. */
export class EffectsWriter {
  private readonly lists = new Numbers<readonly DependencyKey[]>();

  /** @param packed the text in the pack */
  constructor(private readonly packed: (text: string | HeldText) => PackedText) {}

  /**
   * The effects as JSON.
   *
   * @throws UnwritableValueError for what has code in it
   */
  write({ carried, pages, data }: Effects): Json {
    const written: Json[] = [];
    for (const [name, value] of carried) {
      const first = renderedFirst(name, value);
      written.push(name, first === null ? toJson(value) : this.writeFirst(first));
    }
    return [written, toJson(pages), toJson(data)];
  }

  private writeFirst({ value, keys, diagnostics }: RenderedFirst): Json {
    const { start, size, sum } = this.packed(value);
    const first = ['first', start, size, sum, this.lists.of(keys)];
    return diagnostics.length === 0 ? first : [...first, toJson(diagnostics)];
  }

  /** The lists of keys that were named. */
  get keyLists(): readonly (readonly DependencyKey[])[] {
    return this.lists.all;
  }
}

/** The effects with their texts in the pack. */
export function withPackedTexts(effects: Effects, packed: (text: string | HeldText) => PackedText): Effects {
  const carried = new Map<CarriedName, unknown>();
  let isOther = false;
  for (const [name, value] of effects.carried) {
    const first = renderedFirst(name, value);
    carried.set(name, first === null ? value : { ...first, value: packed(first.value) });
    isOther ||= first !== null;
  }
  return isOther ? { ...effects, carried } : effects;
}

/** Whether effects can be written, and hold no text. @param forbidden what may stand in none of them */
export function isWritableEffect({ carried, pages, data }: Effects, forbidden: string): boolean {
  try {
    const rest = [...carried].filter(([name, value]) => renderedFirst(name, value) === null);
    const told = [...carried].map(([name, value]) => renderedFirst(name, value)?.diagnostics ?? []);
    return !JSON.stringify(toJson([rest, told.flat(), pages, data])).includes(forbidden);
  } catch (error) {
    if (!(error instanceof UnwritableValueError)) throw error;
    return false;
  }
}

const NOTHING: RenderedFirst['diagnostics'] = [];

/** The effects that were written. */
export function readEffects(
  json: Json,
  lists: readonly (readonly DependencyKey[])[],
  pack: TextPack,
): Effects {
  const [written, pages, data] = json as readonly [readonly Json[], Json, Json];
  const carried = new Map<CarriedName, unknown>();
  const readFirst = ([, start, size, sum, list, told]: readonly Json[]): RenderedFirst => ({
    value: pack.at(Number(start), Number(size), Number(sum)),
    keys: lists[Number(list)]!,
    diagnostics: told === undefined ? NOTHING : (fromJson(told) as RenderedFirst['diagnostics']),
  });
  for (let index = 0; index < written.length; index += 2) {
    const value = written[index + 1]!;
    carried.set(written[index] as CarriedName, isFirst(value) ? readFirst(value) : fromJson(value));
  }
  return { carried, pages: fromJson(pages), data: fromJson(data) } as Effects;
}

function isFirst(json: Json): json is readonly Json[] {
  return Array.isArray(json) && json[0] === 'first';
}
