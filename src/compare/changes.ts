/** What two texts differ in, in pieces small enough to be counted over many files. */
import { diffArrays } from 'diff';

/** A piece that was replaced. */
export interface Change {
  readonly old: string;
  readonly now: string;
  /** 1-based line of the new text on which it begins. */
  readonly line: number;
}

/** So many pieces that differ are looked for; texts that have more are other texts. */
const MOST_EDITS = 2000;

/** The changes between two texts; `null` for texts that have little in common. */
export function changesBetween(old: string, now: string): Change[] | null {
  const parts = diffArrays(tokens(old), tokens(now), { maxEditLength: MOST_EDITS });
  if (parts === undefined) return null;
  const changes: Change[] = [];
  let line = 1;
  let pending: { old: string; now: string; line: number } | null = null;
  for (const { value, added, removed } of parts) {
    const text = value.join('');
    if (!added && !removed && pending !== null && text.trim() === '') {
      // Words that were replaced one after another are one change.
      pending.old += text;
      pending.now += text;
    } else if (!added && !removed) {
      if (pending !== null) changes.push(pending);
      pending = null;
    } else {
      pending ??= { old: '', now: '', line };
      if (removed) pending.old += text;
      else pending.now += text;
    }
    if (!removed) line += text.split('\n').length - 1;
  }
  if (pending !== null) changes.push(pending);
  return changes;
}

/** Tags whole, texts by words, white space by itself. */
function tokens(text: string): string[] {
  return text.match(/<[^<>]*>|\s+|[^<\s]+|</g) ?? [];
}
