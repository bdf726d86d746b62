import type { StateCore } from 'markdown-it';
import { arrange } from './arrange.js';
import { gfmHeaderIds } from './header-ids.js';
import { spans } from './spans.js';

export type CoreRule = (state: StateCore) => void;

/**
 * The steps between kramdown's block rules and the output, in order. All stand where markdown-it has `inline`, so a plugin's
 * step after `inline` sees the finished tokens.
 */
export const coreRules: readonly (readonly [name: string, rule: CoreRule])[] = [
  ['spans', spans],
  ['gfm_header_ids', gfmHeaderIds],
  ['arrange', arrange],
];
