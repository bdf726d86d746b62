/** Where in a plugin something was thrown, as far as V8's stack tells. */
import { fileURLToPath } from 'node:url';
import { isWithin, pathWithin, slashed } from '../ruby/file-path.js';
import type { Place } from './messages.js';

/** A line of a stack that stands in a file; Node's own modules have none. */
const FRAME = /^ +at (?:.*? \(|async )?((?:file:\/\/|\/|[A-Za-z]:[\\/]).*?):(\d+):(\d+)\)?$/;

/**
 * The innermost place in the plugin's own files, or in a package it calls when there is none.
 *
 * @param thrown what the plugin threw
 * @param caller an error made in the file that called the plugin, which ends the plugin's part of the stack
 * @param root   the site's folder: files in it are named from there, others in full
 */
export function placeInPlugin(thrown: unknown, caller: Error, root: string): Place | null {
  if (!(thrown instanceof Error)) return null;
  const frames = framesOf(thrown);
  const [called] = framesOf(caller);
  const end = frames.findIndex(({ file }) => file === called?.file);
  const inPlugin = end === -1 ? frames : frames.slice(0, end);
  const place = inPlugin.find(({ file }) => !file.includes('/node_modules/')) ?? inPlugin[0];
  if (place === undefined) return null;
  return isWithin(root, place.file) ? { ...place, file: pathWithin(root, place.file) } : place;
}

interface Frame {
  /** Absolute. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** 1-based. */
  readonly column: number;
}

function framesOf({ stack = '' }: Error): Frame[] {
  const frames: Frame[] = [];
  for (const text of stack.split('\n')) {
    const [, file, line, column] = FRAME.exec(text) ?? [];
    if (file !== undefined) frames.push({ file: pathOf(file), line: Number(line), column: Number(column) });
  }
  return frames;
}

/** A module that was loaded anew has a query behind its name. */
function pathOf(file: string): string {
  if (file.startsWith('file:')) return slashed(fileURLToPath(file.replace(/\?.*$/, '')));
  return slashed(file.replace(/\?utterson=[\d.-]+$/, ''));
}
