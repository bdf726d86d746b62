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
import type { BlockRule } from './parser.js';
import { table } from './table.js';
import { unclaimedLine } from './unclaimed-line.js';

/**
 * kramdown's block rules in the order in which they are tried, each with the CommonMark rule (switched off) it stands before, so
 * that a plugin's rule put before or after one of those finds its place. Origin: kramdown 2.5.2, `@block_parsers`.
 */
export const blockRules: readonly (readonly [name: string, rule: BlockRule, before: string])[] = [
  ['blank_line', blankLine, 'table'],
  ['codeblock', codeblock, 'table'],
  ['codeblock_fenced', codeblockFenced, 'blockquote'],
  ['blockquote', blockquote, 'hr'],
  ['atx_header', atxHeader, 'hr'],
  ['horizontal_rule', horizontalRule, 'list'],
  ['list', list, 'reference'],
  ['definition_list', definitionList, 'reference'],
  ['block_html', blockHtml, 'heading'],
  ['setext_header', setextHeader, 'paragraph'],
  ['block_math', blockMath, 'paragraph'],
  ['table', table, 'paragraph'],
  ['footnote_definition', footnoteDefinition, 'paragraph'],
  ['link_definition', linkDefinition, 'paragraph'],
  ['abbrev_definition', abbrevDefinition, 'paragraph'],
  ['block_extensions', blockExtensions, 'paragraph'],
  ['eob_marker', eobMarker, 'paragraph'],
  ['paragraph', paragraph, 'paragraph'],
  ['unclaimed_line', unclaimedLine, 'paragraph'],
];
