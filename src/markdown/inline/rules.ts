import type { StateInline } from 'markdown-it';
import { text } from './text.js';

export type InlineRule = (state: StateInline, silent: boolean) => boolean;

/**
 * kramdown's span rules in the order in which they are tried, each with the CommonMark rule (switched off) it stands before, so
 * that a plugin's rule put before or after one of those finds its place. Origin: kramdown 2.5.2, `@span_parsers`.
 */
export const inlineRules: readonly (readonly [name: string, rule: InlineRule, before: string])[] = [
  ['text', text, 'text'],
];
