/** Keys of a running server: a letter and Enter, as Vite has them. By line, so that the terminal stays as it is. */
import { createInterface } from 'node:readline';

/** What a key does. */
export interface ServeKey {
  /** As it is typed, e.g. `r`. */
  readonly key: string;
  readonly description: string;
  readonly press: () => void;
}

/**
 * Presses keys as lines come in.
 *
 * @param tell told what there is to press, for `h`
 * @returns ends it
 */
export function listenToKeys(
  input: NodeJS.ReadableStream,
  keys: readonly ServeKey[],
  tell: (line: string) => void,
): () => void {
  const lines = createInterface({ input });
  const help = (): void => {
    for (const { key, description } of keys) tell(`${key} + enter: ${description}`);
    tell('h + enter: show these keys');
  };
  lines.on('line', (line) => {
    const typed = line.trim().toLowerCase();
    const found = keys.find(({ key }) => key === typed);
    if (found) found.press();
    else if (typed === 'h' || typed === '?') help();
  });
  return () => lines.close();
}
