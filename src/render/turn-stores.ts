/** The turns of a build as the next one takes them over. */
import { type HeldText, wholeText } from '../model/output.js';
import type { Effects } from '../model/turn.js';
import { isPacked } from '../reuse/text-pack.js';
import type { StoredOutput, StoredTurn, TurnStore } from '../reuse/turn-store.js';
import type { RenderedSite } from './render-site.js';
import type { ComparableTurn } from './turn-reuse.js';

/**
 * The turns of a build whose outputs are in their places, for the next; `null` where nothing was compared.
 *
 * @param variant another one when nothing may be taken over
 * @param hashOf the SHA-1 of what stands at a path of the destination; `undefined` for nothing of ours
 */
export function storeOf(
  { site, pages, reuse }: RenderedSite,
  variant: string,
  hashOf: (path: string) => string | undefined,
): TurnStore | null {
  if (reuse === null) return null;
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
  return { variant, turns };
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

function contentOf({ turn }: ComparableTurn, body: string | HeldText): StoredTurn['content'] {
  return turn.content === body ? null : turn.content;
}

/** The turns without texts in files of the build, which go with it. */
export function inMemory(store: TurnStore): TurnStore {
  const turns = new Map(store.turns);
  for (const [id, turn] of turns) {
    if (turn.content !== null && !isPacked(turn.content))
      turns.set(id, { ...turn, content: wholeText(turn.content) });
  }
  return { ...store, turns };
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
