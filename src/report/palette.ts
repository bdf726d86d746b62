import picocolors from 'picocolors';
import { type Palette, PLAIN } from './logger.js';

/** Colours for a stream: only on a terminal, and never with `NO_COLOR` (https://no-color.org). */
export function paletteFor(stream: { isTTY?: boolean }, environment: NodeJS.ProcessEnv): Palette {
  if (!stream.isTTY || environment['NO_COLOR'] || environment['TERM'] === 'dumb') return PLAIN;
  const { red, yellow, cyan, dim, bold } = picocolors.createColors(true);
  return { red, yellow, cyan, dim, bold };
}
