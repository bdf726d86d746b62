/** Whether a turn would read what it read at the last build. */
import type { DependencyKey } from '../model/dependency.js';
import type { Renderable } from '../model/page.js';
import type { Reason, StoredTurn, TurnStore } from '../reuse/turn-store.js';
import type { Rendering } from './create-rendering.js';
import { EarlierOthers } from './earlier-others.js';
import { laterGroups } from './later-others.js';
import { shapeKeys } from './shape-keys.js';
import { printMoving, printOthers } from './turn-prints.js';
import type { KnownFiles, Unchanged } from './unchanged.js';

/** What the turns so far left. */
export interface LeftSoFar {
  /** Puts it where it is looked for. */
  readonly catchUp: () => void;
  /** Stands for what they left in the payload's `content`. */
  readonly content: () => string;
}

/** Compares turns at the moment that they have come to. */
export class TurnDifferences {
  private readonly earlier: EarlierOthers;

  constructor(
    private readonly last: TurnStore,
    private readonly known: KnownFiles,
    private readonly rendering: Rendering,
    private readonly unchanged: Unchanged,
    private readonly left: LeftSoFar,
  ) {
    this.earlier = new EarlierOthers(last, unchanged, rendering.fingerprints.members, known);
  }

  /** Why a turn is to be run again; `null` where nothing that it read is another one. */
  reasonAgainst(file: Renderable, stored: StoredTurn): Reason | null {
    const { prints, shape } = stored;
    const { unchanged } = this;
    const { fingerprints } = this.rendering;
    if (!unchanged.isSame(file) && !this.isItself(file, stored)) return `page:${file.id}`;
    if (fingerprints.ofShape(shape) !== prints.steady) return this.changedSteady(stored);
    const other = unchanged.areOthersSame(file, stored) ? null : this.changedOther(file, stored);
    if (other !== null) return other;
    if (!unchanged.areMovingSame(shape) && this.printMoving(stored) !== prints.moving)
      return unchanged.changedMoving(shape);
    return null;
  }

  private isItself(file: Renderable, { prints: { own }, isAsRead }: StoredTurn): boolean {
    if (own !== '') return this.rendering.fingerprints.members.ownOf(file) === own;
    return isAsRead && this.known.isItself(file);
  }

  private changedSteady({ shape }: StoredTurn): DependencyKey {
    const { steady } = shapeKeys(shape);
    return (
      steady.find((key) => this.last.keys.get(key) !== this.rendering.fingerprints.of(key)) ?? steady[0]!
    );
  }

  private changedOther(file: Renderable, stored: StoredTurn): DependencyKey | null {
    const { others, later: text } = stored.prints;
    const later = laterGroups(text);
    const told = later.size === 0 ? null : this.earlier.changedFor(file, stored, later);
    if (told !== null || others === '') return told;
    const isSame = printOthers(file, stored, this.rendering.fingerprints.members, later) === others;
    return isSame ? null : this.unchanged.changedOther(file, stored, later);
  }

  private printMoving({ shape }: StoredTurn): string {
    this.left.catchUp();
    return printMoving(shape, this.rendering.fingerprints, { content: this.left.content });
  }
}
