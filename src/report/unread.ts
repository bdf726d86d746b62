/** Files of which Jekyll takes what it can read. */
import type { Diagnostic } from '../model/diagnostic.js';

const CODES = new Set([
  'front-matter-in-document',
  'front-matter-in-page',
  'layout-unreadable',
  'unreadable-file',
]);

/** Whether a file could not be read as it was meant, though Jekyll goes on with what is left of it: nothing for anybody to look at. */
export function isUnread({ code }: Diagnostic): boolean {
  return CODES.has(code);
}
