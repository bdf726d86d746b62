/**
 * A hint naming the known name nearest to a mistyped one, `null` when none is near: at most a third of it differs.
 *
 * Not Ruby's: it is here, on the lowest level, because Liquid, rendering and the command line all ask it.
 */
export function suggest(name: string, known: Iterable<string>): string | null {
  let best: string | null = null;
  let bestDistance = Math.max(1, Math.floor(name.length / 3)) + 1;
  for (const candidate of known) {
    const distance = editDistance(name, candidate, bestDistance);
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best === null ? null : `Did you mean '${best}'?`;
}

/** The known names that differ from a name in at most a third of it, the nearest first; at most so many. */
export function nearest(name: string, known: Iterable<string>, count: number): string[] {
  const limit = Math.max(1, Math.floor(name.length / 3)) + 1;
  return [...known]
    .map((candidate) => ({ candidate, distance: editDistance(name, candidate, limit) }))
    .filter(({ distance }) => distance < limit)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, count)
    .map(({ candidate }) => candidate);
}

/** The known name from which a mistyped one differs by one letter put in, left out, changed or swapped; `null` when there is none. */
export function oneLetterFrom(name: string, known: Iterable<string>): string | null {
  for (const candidate of known) if (editDistance(name, candidate, 2) === 1) return candidate;
  return null;
}

/** Letters to put in, take out, replace or swap with their neighbour; `limit` when it is no less than that. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const isSame = a[row - 1] === b[column - 1];
      let distance = Math.min(
        previous[column]! + 1,
        current[column - 1]! + 1,
        previous[column - 1]! + (isSame ? 0 : 1),
      );
      const isSwapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (isSwapped) distance = Math.min(distance, beforePrevious[column - 2]! + 1);
      current.push(distance);
    }
    beforePrevious = previous;
    previous = current;
  }
  return Math.min(previous[b.length]!, limit);
}
