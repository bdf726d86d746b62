/** Reads records of turns. */
import type { Diagnostic } from '../model/diagnostic.js';
import type { Effects } from '../model/turn.js';
import { readEffects } from './effects-codec.js';
import { TurnPrints } from './print.js';
import type { KeyShape } from './read-keys.js';
import { FACT, FACTS, HASH_LENGTH, type StoredRecords } from './stored-records.js';
import { readSums } from './sums-codec.js';
import type { PackedText, TextPack } from './text-pack.js';
import type { LastRun, StoredOutput, StoredTurn, TurnStore } from './turn-store.js';

/** Turns of records. */
export interface DecodedTurns {
  readonly store: TurnStore;
  /** Whether a turn is one of the records. */
  readonly has: (turn: StoredTurn) => boolean;
}

/** The turns in records. */
export function decodeTurns(stored: StoredRecords, pack: TextPack): DecodedTurns {
  const { variant, ids, facts } = stored;
  const records = new Records(stored, pack);
  const turns = new Map<string, StoredTurn>();
  const count = facts.length / FACTS;
  for (let index = 0; index < count; index++) {
    turns.set(ids[facts[index * FACTS + FACT.id]!]!, new RecordedTurn(records, index));
  }
  const order = stored.order.map((number) => ids[number]!);
  const store = {
    variant,
    order,
    turns,
    keys: new Map(stored.keys),
    lists: new Map(stored.lists),
    sums: readSums(stored, ids),
  };
  return { store, has: (turn) => turn instanceof RecordedTurn && turn.records === records };
}

/** What records say of a turn, which is looked up when somebody asks. */
class RecordedTurn implements StoredTurn {
  private known: TurnPrints | null = null;
  private text: PackedText | null | undefined;

  constructor(
    readonly records: Records,
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

  get lastRun(): LastRun {
    return this.records.stored.texts[this.records.fact(this.index, FACT.lastRun)]! as LastRun;
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
  private readonly owns: ReadonlyMap<number, string>;
  private readonly others: ReadonlyMap<number, string>;
  private readonly outputs: ReadonlyMap<number, string>;
  private readonly decoded: (Effects | undefined)[] = [];

  constructor(
    readonly stored: StoredRecords,
    private readonly pack: TextPack,
  ) {
    this.diagnostics = new Map(stored.diagnostics);
    this.chances = new Map(stored.chances);
    this.owns = new Map(stored.owns);
    this.others = new Map(stored.others);
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
    const { texts } = this.stored;
    return new TurnPrints(
      this.owns.get(index) ?? '',
      this.others.get(index) ?? '',
      texts[this.fact(index, FACT.later)]!,
      texts[this.fact(index, FACT.steady)]!,
      texts[this.fact(index, FACT.moving)]!,
      this.chances.get(index),
    );
  }

  effects(number: number): Effects {
    const { effects, keyLists } = this.stored;
    return (this.decoded[number] ??= readEffects(effects[number]!, keyLists, this.pack));
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
