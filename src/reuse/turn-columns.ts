/** Writes records of turns. */
import type { Diagnostic } from '../model/diagnostic.js';
import type { HeldText } from '../model/output.js';
import type { Effects } from '../model/turn.js';
import { EffectsWriter } from './effects-codec.js';
import { Numbers } from './numbers.js';
import type { KeyShape } from './read-keys.js';
import { HASH_LENGTH, type StoredRecords } from './stored-records.js';
import { writeSums } from './sums-codec.js';
import type { PackedText } from './text-pack.js';
import type { StoredTurn, TurnStore } from './turn-store.js';

const OWN_TEXT = { start: -1, size: 0, sum: 0 };

/** Takes turns apart. */
export class TurnColumns {
  private readonly ids = new Numbers<string>();
  private readonly texts = new Numbers<string>();
  private readonly shapes = new Numbers<KeyShape>();
  private readonly effects = new Numbers<Effects>();
  private readonly facts: number[] = [];
  private readonly members: number[] = [];
  private readonly owns: [number, string][] = [];
  private readonly hashes: string[] = [];
  private readonly others: [number, string][] = [];
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
      this.texts.of(turn.lastRun),
      this.texts.of(prints.later),
    );
    for (const member of members) this.members.push(this.ids.of(member));
    if (prints.own !== '') this.owns.push([index, prints.own]);
    if (prints.others !== '') this.others.push([index, prints.others]);
    this.hashes.push(output.kind === 'text' ? ' '.repeat(HASH_LENGTH) : output.hash);
    if (output.kind === 'text') this.outputs.push([index, output.text]);
    if (turn.diagnostics.length > 0) this.diagnostics.push([index, turn.diagnostics]);
    if (prints.chance !== null) this.chances.push([index, prints.chance]);
  }

  /** All that was added, with what stands beside turns. */
  finish({
    variant,
    order,
    keys,
    lists,
    sums,
  }: TurnStore): Omit<StoredRecords, 'pack' | 'packSize' | 'used'> {
    const { facts, members, owns, others, outputs, diagnostics, chances } = this;
    const writer = new EffectsWriter(this.inPack);
    const effects = this.effects.all.map((one) => writer.write(one));
    return {
      variant,
      keys: [...keys],
      lists: [...lists],
      ...writeSums(sums, (id) => this.ids.of(id)),
      order: order.map((id) => this.ids.of(id)),
      ids: this.ids.all,
      texts: this.texts.all,
      shapes: this.shapes.all,
      effects,
      keyLists: writer.keyLists,
      facts,
      members,
      hashes: this.hashes.join(''),
      owns,
      others,
      outputs,
      diagnostics,
      chances,
    };
  }
}
