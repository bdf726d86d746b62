import picocolors from 'picocolors';
import { type Palette, PLAIN } from './logger.js';

/** Of a stream what decides over colours. */
export type ColorStream = Pick<Partial<NodeJS.WriteStream>, 'isTTY' | 'getColorDepth'>;

/** How many colours a stream shows. */
export type ColorDepth = 'none' | '256' | 'all';

/** Colours for a stream: only on a terminal, and never with `NO_COLOR` (https://no-color.org). */
export function paletteFor(stream: ColorStream, environment: NodeJS.ProcessEnv): Palette {
  if (colorDepthOf(stream, environment) === 'none') return PLAIN;
  const { red, yellow, cyan, dim, bold } = picocolors.createColors(true);
  return { red, yellow, cyan, dim, bold };
}

/** How many colours a stream shows, under the same conditions; any terminal is taken to know the 256 of xterm. */
export function colorDepthOf(stream: ColorStream, environment: NodeJS.ProcessEnv): ColorDepth {
  if (!stream.isTTY || environment['NO_COLOR'] || environment['TERM'] === 'dumb') return 'none';
  return stream.getColorDepth?.(environment) === 24 ? 'all' : '256';
}
