/** Taking over turns of the last build: each is decided on when its own turn comes, since what it read may have changed just before. */
import { type CarriedName, type DependencyKey, kindOf } from '../model/dependency.js';
import { type StagedText, wholeText } from '../model/output.js';
import { groupOf, type Renderable } from '../model/page.js';
import type { Effects, Turn } from '../model/turn.js';
import type { RecordedTurn } from '../reuse/recorder.js';
import type { StoredTurn, TurnStore } from '../reuse/turn-store.js';
import type { RubyHash, Value } from '../ruby/value.js';
import { allDocuments } from '../site/site-files.js';
import type { Rendering } from './create-rendering.js';
import { printOf } from './fingerprints.js';
import { rendersLiquid, templateKey } from './page-template.js';

/** Where outputs of earlier builds are. */
export interface KeptOutputs {
  /** The output that an earlier build left at a path; `null` when it is not there, or another one. */
  find(path: string, hash: string): StagedText | null;
}

/** A turn with what the next build compares. */
export interface ComparableTurn {
  readonly turn: Turn;
  readonly keys: readonly DependencyKey[];
  readonly prints: readonly string[];
  readonly print: string;
}

/** Why a page or document was rendered again. */
export type Reason = DependencyKey | 'new' | 'output';

/** The turns of a build that knows those of the one before. */
export class TurnReuse {
  /** What came of each turn, by the id of its page or document, reused or not. */
  readonly comparable = new Map<string, ComparableTurn>();
  /** Why outputs were rendered, by the same ids. */
  readonly reasons = new Map<string, Reason>();
  /**
   * Stands for what the turns so far left in the payload's `content`: which of them it comes from only who took them knows, so that it is
   * another one when any of them is.
   */
  private leftContent = '';
  private files: ReadonlyMap<string, Renderable> | null = null;

  constructor(
    private readonly last: TurnStore | null,
    private readonly rendering: Rendering,
    private readonly outputs: KeptOutputs,
  ) {}

  /** The turns of the last build, when all of them were taken over and there are no others; else `null`. */
  get unchanged(): TurnStore | null {
    const isSame = this.reasons.size === 0 && this.comparable.size === this.last?.turns.size;
    return isSame ? this.last : null;
  }

  /** Runs a turn again only if anything that it read is another one. @param run renders it; `null` when that fails */
  take(file: Renderable, run: () => RanTurn | null): Turn | null {
    const stored = this.last?.turns.get(file.id);
    const reason = stored === undefined ? 'new' : this.reasonAgainst(stored);
    const output = reason === null ? this.outputOf(file, stored!) : null;
    if (output !== null) return this.reuse(file, stored!, output);
    this.reasons.set(file.id, reason ?? 'output');
    // Before the turn: hooks may write into what the file is by itself.
    const identity = this.rendering.fingerprints.of(`page:${file.id}`);
    const ran = run();
    return ran === null ? null : this.note(file, ran, identity);
  }

  private reasonAgainst({ keys, prints }: StoredTurn): DependencyKey | null {
    const index = keys.findIndex((key, at) => this.printNow(key) !== prints[at]);
    return index < 0 ? null : keys[index]!;
  }

  private printNow(key: DependencyKey): string {
    return key === LEFT_CONTENT ? this.leftContent : this.rendering.fingerprints.of(key);
  }

  private outputOf({ outputPath }: Renderable, { output }: StoredTurn): string | StagedText | null {
    if (output.kind === 'text') return output.text;
    return output.path === outputPath ? this.outputs.find(output.path, output.hash) : null;
  }

  private reuse(file: Renderable, stored: StoredTurn, output: string | StagedText): Turn {
    const { payload, recorder, liquid, state } = this.rendering;
    const { keys, prints, print, effects, encoding, diagnostics } = stored;
    const text = state.contentOf(file);
    if (rendersLiquid(file, text)) liquid.noteText({ ...placeOf(file), text, key: templateKey(file) });
    payload.skip(() => recorder.restore(effects));
    this.restoreData(effects);
    const content = stored.content ?? file.body;
    const turn: Turn = {
      id: file.id,
      keys: { all: () => [...keys] },
      effects,
      content,
      output,
      encoding,
      diagnostics,
    };
    state.touch(file);
    for (const diagnostic of diagnostics) recorder.report(diagnostic);
    return this.finish(file, { turn, keys, prints, print });
  }

  private finish(file: Renderable, comparable: ComparableTurn): Turn {
    const { turn, print } = comparable;
    this.rendering.state.finish(turn);
    this.rendering.fingerprints.turned(file, print);
    this.leftContent = printOf(`${this.leftContent} ${print}`);
    this.comparable.set(file.id, comparable);
    return turn;
  }

  /** Front matter that hooks wrote. */
  private restoreData({ data }: Effects): void {
    for (const [id, written] of data) {
      const file = this.find(id);
      for (const [key, value] of written) {
        writeTo(file.data, key, value);
        if (file.kind === 'page') writeTo(file.frontMatter, key, value);
        this.rendering.memo.forget(groupOf(file), id, String(key));
        this.rendering.fingerprints.wrote(file, groupOf(file), String(key));
      }
    }
  }

  private find(id: string): Renderable {
    if (this.files === null) {
      const { site } = this.rendering;
      this.files = new Map([...site.pages, ...allDocuments(site)].map((file) => [file.id, file]));
    }
    return this.files.get(id)!;
  }

  private note(file: Renderable, { recorded, turn }: RanTurn, identity: string): Turn {
    const { fingerprints } = this.rendering;
    const all = recorded.keys.all();
    const keys = all.filter((key) => kindOf(key) !== 'carried' || recorded.entry.has(nameOf(key)));
    const prints = keys.map((key) => this.printBefore(key, file, recorded, identity));
    const isRepeatable = !keys.some((key) => kindOf(key) === 'random');
    const made = isRepeatable ? prints.join(' ') : `${wholeText(turn.content)}\0${wholeText(turn.output)}`;
    const print = printOf(made);
    for (const key of changedBy(file, recorded)) fingerprints.wrote(file, groupOf(file), key);
    return this.finish(file, { turn, keys, prints, print });
  }

  /** What stood behind a key before the turn. */
  private printBefore(
    key: DependencyKey,
    file: Renderable,
    { entry }: RecordedTurn,
    identity: string,
  ): string {
    if (key === `page:${file.id}`) return identity;
    if (key === LEFT_CONTENT) return this.leftContent;
    if (kindOf(key) === 'carried') return printOf(entry.get(nameOf(key))!);
    return this.rendering.fingerprints.of(key);
  }
}

const LEFT_CONTENT = 'carried:payload content';

function writeTo(data: RubyHash, key: Value, value: Value | undefined): void {
  if (value === undefined) data.delete(key);
  else data.set(key, value);
}

/** A turn that was run. */
export interface RanTurn {
  readonly recorded: RecordedTurn;
  readonly turn: Turn;
}

function nameOf(key: DependencyKey): CarriedName {
  return key.slice('carried:'.length) as CarriedName;
}

/** Front matter that hooks wrote in the turn. */
function changedBy({ id }: Renderable, { effects }: RecordedTurn): string[] {
  return [...(effects.data.get(id)?.keys() ?? [])].map(String);
}

function placeOf({ path, bodyLine }: Renderable): { readonly path: string; readonly line: number } {
  return { path, line: bodyLine };
}
