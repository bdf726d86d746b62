/**
 * kramdown's grammar as a markdown-it plugin: CommonMark's rules are switched off, kramdown's take their places. Options that a
 * document may change live in `env`, so one instance serves any number of documents.
 *
 * @example
 * import MarkdownIt from 'markdown-it';
 * import { kramdown, readOptions } from 'utterson/markdown';
 * new MarkdownIt().use(kramdown, { options: readOptions({ hard_wrap: true }) }).render('*hello*');
 */
import type { MarkdownIt } from 'markdown-it';
import type { Highlighter } from '../highlight/highlighter.js';
import { KramdownBlockParser, type PlainBlockRule } from './block/parser.js';
import { blockRules } from './block/rules.js';
import { coreRules } from './core/rules.js';
import { startStep } from './core/start.js';
import { installInlineRules } from './inline/install.js';
import { defaults, type KramdownOptions } from './options.js';
import { blockRenderers } from './output/blocks.js';

/** What the plugin can be given. */
export interface KramdownPluginOptions {
  /** Made by `readOptions`; default: Jekyll's. */
  readonly options?: KramdownOptions;
  /** Default: none, code is escaped only. */
  readonly highlighter?: Highlighter | null;
}

/** CommonMark's rules that kramdown replaces. They stay in the rulers, switched off, as landmarks for plugins. */
const commonmark = {
  block: 'table code fence blockquote hr list reference html_block heading lheading paragraph'.split(' '),
  core: 'normalize inline strip_references linkify replacements smartquotes text_join'.split(' '),
};

/** The plugin. */
export function kramdown(md: MarkdownIt, given: KramdownPluginOptions = {}): void {
  const { options = defaults, highlighter = null } = given;
  installBlockRules(md);
  installInlineRules(md, options);
  md.core.ruler.disable(commonmark.core);
  md.core.ruler.before('normalize', 'kramdown_start', startStep(options, highlighter));
  for (const [name, rule] of coreRules) md.core.ruler.before('inline', `kramdown_${name}`, rule);
  Object.assign(md.renderer.rules, blockRenderers);
}

function installBlockRules(md: MarkdownIt): void {
  const { ruler } = md.block;
  const starts = new Map<PlainBlockRule, string | null>();
  ruler.disable(commonmark.block);
  for (const entry of blockRules) {
    // every block state is a KramdownBlockState: the parser below makes them
    const rule = entry.rule as PlainBlockRule;
    ruler.before(entry.before, `kramdown_${entry.name}`, rule);
    starts.set(rule, entry.starts);
  }
  md.block = new KramdownBlockParser(ruler, starts);
}
