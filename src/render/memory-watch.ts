/** Ends a rendering for which memory runs short, and says what holds it. */
import { type DependencyKey, kindOf, splitKey } from '../model/dependency.js';
import { StopError } from '../model/diagnostic.js';
import type { Renderable } from '../model/page.js';
import { FULL, MemoryGauge } from '../report/memory-gauge.js';
import * as messages from '../report/messages.js';
import { placeInMessages } from '../site/site-files.js';
import type { RenderState } from './render-state.js';

/** Looks once in so many turns. */
const TURNS_BETWEEN = 32;
/** So many of the largest files, and of the templates that made most, are named. */
const NAMED = 3;

/** Looks after the memory of one rendering. */
export class MemoryWatch {
  private turns = 0;

  constructor(
    private readonly state: RenderState,
    private readonly gauge = new MemoryGauge(FULL.rendering),
  ) {}

  /**
   * Called after each turn.
   *
   * @param file  whose turn it was
   * @param files all there are
   * @throws StopError when hardly anything is left
   */
  afterTurn(file: Renderable, files: () => readonly Renderable[]): void {
    if (++this.turns % TURNS_BETWEEN !== 0 || !this.gauge.isShort()) return;
    const holders = [this.largestTexts(files()), this.largestTemplates(files())];
    const told = holders.filter((sentence) => sentence !== null);
    throw new StopError(messages.memoryShort(this.gauge.limit, placeInMessages(file), told));
  }

  private largestTexts(files: readonly Renderable[]): string {
    const largest = files
      .map((file) => ({ name: placeInMessages(file), units: this.state.unitsInMemory(file) }))
      .sort((a, b) => b.units - a.units)
      .slice(0, NAMED);
    return `The largest texts: ${largest.map(({ name, units }) => `${name} (${units} characters)`).join(', ')}.`;
  }

  /** What was rendered counts for each template that took part in it, as the turn recorded; `null` when there is none. */
  private largestTemplates(files: readonly Renderable[]): string | null {
    const templates = new Map<string, { units: number; files: number }>();
    for (const file of files) {
      const units = this.state.renderedUnitsInMemory(file);
      if (units === 0) continue;
      for (const name of templatesOf(this.state.turns.get(file.id)?.keys.all() ?? [])) {
        const sum = templates.get(name) ?? { units: 0, files: 0 };
        templates.set(name, { units: sum.units + units, files: sum.files + 1 });
      }
    }
    const largest = [...templates].sort(([, a], [, b]) => b.units - a.units).slice(0, NAMED);
    if (largest.length === 0) return null;
    const named = largest.map(([name, held]) => `${name} (${held.units} characters, files: ${held.files})`);
    return `The templates that made most: ${named.join(', ')}.`;
  }
}

/** Layouts and included files by what templates call them, each once. */
function templatesOf(keys: readonly DependencyKey[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const key of keys) {
    const kind = kindOf(key);
    if (kind === 'layout' || kind === 'include') names.add(`${kind} ${splitKey(key).of}`);
  }
  return names;
}
