import { abbrevDefinition } from './abbrev-definition.js';
import { blankLine } from './blank-line.js';
import { blockExtensions } from './block-extensions.js';
import { blockHtml } from './block-html.js';
import { blockMath } from './block-math.js';
import { blockquote } from './blockquote.js';
import { codeblock } from './codeblock.js';
import { codeblockFenced } from './codeblock-fenced.js';
import { definitionList } from './definition-list.js';
import { eobMarker } from './eob-marker.js';
import { footnoteDefinition } from './footnote-definition.js';
import { atxHeader, setextHeader } from './header.js';
import { horizontalRule } from './horizontal-rule.js';
import { linkDefinition } from './link-definition.js';
import { list } from './list.js';
import { paragraph } from './paragraph.js';
import type { BlockRule } from './steps.js';
import { table } from './table.js';
import { unclaimedLine } from './unclaimed-line.js';

/** A rule of kramdown's in its place. */
export interface BlockRuleEntry {
  readonly name: string;
  readonly rule: BlockRule;
  /** The CommonMark rule (switched off) it stands before, so that a plugin's rule put before or after that finds its place. */
  readonly before: string;
  /** Characters it can start with, behind at most three spaces; `null` for any. */
  readonly starts: string | null;
}

const blank = ' \t\n\v\f\r';

/** kramdown's block rules in the order in which they are tried. Origin: kramdown 2.5.2, `@block_parsers`. */
export const blockRules: readonly BlockRuleEntry[] = [
  { name: 'blank_line', rule: blankLine, before: 'table', starts: blank },
  { name: 'codeblock', rule: codeblock, before: 'table', starts: ' \t' },
  { name: 'codeblock_fenced', rule: codeblockFenced, before: 'blockquote', starts: '~`' },
  { name: 'blockquote', rule: blockquote, before: 'hr', starts: '>' },
  { name: 'atx_header', rule: atxHeader, before: 'hr', starts: '#' },
  { name: 'horizontal_rule', rule: horizontalRule, before: 'list', starts: '*-_' },
  { name: 'list', rule: list, before: 'reference', starts: '*+-0123456789' },
  { name: 'definition_list', rule: definitionList, before: 'reference', starts: ':' },
  { name: 'block_html', rule: blockHtml, before: 'heading', starts: '<' },
  { name: 'setext_header', rule: setextHeader, before: 'paragraph', starts: null },
  { name: 'block_math', rule: blockMath, before: 'paragraph', starts: '$\\' },
  { name: 'table', rule: table, before: 'paragraph', starts: null },
  { name: 'footnote_definition', rule: footnoteDefinition, before: 'paragraph', starts: '[' },
  { name: 'link_definition', rule: linkDefinition, before: 'paragraph', starts: '[' },
  { name: 'abbrev_definition', rule: abbrevDefinition, before: 'paragraph', starts: '*' },
  { name: 'block_extensions', rule: blockExtensions, before: 'paragraph', starts: '{' },
  { name: 'eob_marker', rule: eobMarker, before: 'paragraph', starts: '^' },
  { name: 'paragraph', rule: paragraph, before: 'paragraph', starts: null },
  { name: 'unclaimed_line', rule: unclaimedLine, before: 'paragraph', starts: null },
];
