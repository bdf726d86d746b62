/** The turns of a build as the next one in the same process takes them over. */
import type { Config } from '../model/config.js';
import { type HeldText, wholeText } from '../model/output.js';
import type { Effects } from '../model/turn.js';
import type { StoredOutput, StoredTurn, TurnStore } from '../reuse/turn-store.js';
import type { RenderedSite } from './render-site.js';
import type { ComparableTurn } from './turn-reuse.js';
import { variantOf } from './variant.js';

/** Turns of builds by destination and pass. */
export type TurnStores = Map<string, TurnStore>;

/** What a build may take over; `null` where the last one went by something else that nothing records. */
export function lastTurns(stores: ReadonlyMap<string, TurnStore>, config: Config): TurnStore | null {
  const store = stores.get(nameOf(config));
  return store?.variant === variantOf(config) ? store : null;
}

/**
 * Keeps the turns of a build whose outputs are in their places.
 *
 * @param hashOf the SHA-1 of what stands at a path of the destination; `undefined` for nothing of ours
 */
export function keepTurns(
  stores: TurnStores,
  { site, pages, reuse }: RenderedSite,
  hashOf: (path: string) => string | undefined,
): void {
  if (reuse === null) return;
  const files = new Map(
    [...pages, ...[...site.collections.values()].flatMap(({ documents }) => documents)].map((file) => [
      file.id,
      file,
    ]),
  );
  const turns = new Map<string, StoredTurn>();
  for (const [id, comparable] of reuse.comparable) {
    const file = files.get(id)!;
    const output = outputOf(comparable, file.outputPath, hashOf);
    if (output !== null)
      turns.set(id, { ...stored(comparable), content: contentOf(comparable, file.body), output });
  }
  stores.set(nameOf(site.config), { variant: variantOf(site.config), turns });
}

/** A text that is not written, or not in UTF-8, stays in memory; the loser of a conflict has its bytes nowhere. */
function outputOf(
  { turn: { output } }: ComparableTurn,
  path: string,
  hashOf: (path: string) => string | undefined,
): StoredOutput | null {
  if (typeof output === 'string') return { kind: 'text', text: output };
  const hash = hashOf(path);
  return hash === undefined ? null : { kind: 'file', path, hash };
}

function nameOf({ directories, pass }: Config): string {
  return `${directories.destination}\0${pass?.folder ?? ''}`;
}

function contentOf({ turn }: ComparableTurn, body: string | HeldText): string | null {
  return turn.content === body ? null : wholeText(turn.content);
}

function stored({ turn, keys, prints, print }: ComparableTurn): Omit<StoredTurn, 'content' | 'output'> {
  const { encoding, diagnostics } = turn;
  return { keys, prints, print, effects: withWholeTexts(turn.effects), encoding, diagnostics };
}

/** Texts that wait in files of the build do not outlive it. */
function withWholeTexts(effects: Effects): Effects {
  const isHeld = [...effects.carried.values()].some(hasHeldText);
  if (!isHeld) return effects;
  const carried = new Map(
    [...effects.carried].map(([name, value]) => [
      name,
      hasHeldText(value) ? { ...value, value: wholeText(value.value) } : value,
    ]),
  );
  return { ...effects, carried };
}

function hasHeldText(value: unknown): value is { readonly value: HeldText } {
  if (typeof value !== 'object' || value === null || !('value' in value)) return false;
  return typeof value.value === 'object' && value.value !== null && 'read' in value.value;
}
