import { blankLine } from './blank-line.js';
import { paragraph } from './paragraph.js';
import type { BlockRule } from './parser.js';

/**
 * kramdown's block rules in the order in which they are tried, each with the CommonMark rule (switched off) it stands before, so
 * that a plugin's rule put before or after one of those finds its place. Origin: kramdown 2.5.2, `@block_parsers`.
 */
export const blockRules: readonly (readonly [name: string, rule: BlockRule, before: string])[] = [
  ['blank_line', blankLine, 'table'],
  ['paragraph', paragraph, 'paragraph'],
];
