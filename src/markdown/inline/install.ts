import type { MarkdownIt, StateInline } from 'markdown-it';
import type { KramdownOptions } from '../options.js';
import { inlineRenderers } from '../output/spans.js';
import { createAbbreviation } from './abbreviation.js';
import { createHardLineBreak } from './hard-line-break.js';
import { KramdownInlineParser } from './parser.js';
import { type InlineRule, type SpanRule, type SpanRuleEntry, spanRules } from './rules.js';
import type { SpanState } from './state.js';

/** CommonMark's steps behind the rules, but for the one that pairs the delimiters of plugins' rules; kramdown has no delimiters. */
const commonmarkSteps = ['strikethrough', 'emphasis', 'fragments_join'];

/** markdown-it's own inline rules. */
const commonmarkRules =
  'text linkify newline escape backticks strikethrough emphasis link image autolink html_inline entity'.split(
    ' ',
  );

/** Puts kramdown's spans in the place of CommonMark's: parser, rules, steps behind the rules, renderer rules. */
export function installInlineRules(md: MarkdownIt, options: KramdownOptions): void {
  installSpanRules(md, spanRules(options));
  const { ruler2 } = md.inline;
  ruler2.disable(commonmarkSteps);
  ruler2.push('abbreviation', asStep(createAbbreviation()));
  if (options.input === 'GFM') ruler2.push('hard_line_break', asStep(createHardLineBreak(options.hard_wrap)));
  Object.assign(md.renderer.rules, inlineRenderers);
}

/** Makes these the inline rules, each under its name; rules of CommonMark's not among them are switched off. */
export function installSpanRules(md: MarkdownIt, entries: readonly SpanRuleEntry[]): void {
  const { ruler } = md.inline;
  const old = new Set(commonmarkRules);
  const starts = new Map<InlineRule, string | null>();
  const own = new Map<string, InlineRule>();
  for (const [index, entry] of entries.entries()) {
    const rule = asInlineRule(entry.rule);
    starts.set(rule, entry.starts);
    own.set(entry.name, rule);
    if (old.delete(entry.name)) ruler.at(entry.name, rule);
    else {
      const next = entries.slice(index).find(({ name }) => old.has(name));
      if (next) ruler.before(next.name, entry.name, rule);
      else ruler.push(entry.name, rule);
    }
  }
  ruler.disable([...old]);
  const html = own.get('html_inline');
  if (!html) throw new Error('the grammar has no rule html_inline');
  const table = ['backticks', 'html_inline'].flatMap((name) => own.get(name) ?? []);
  md.inline = new KramdownInlineParser(md.inline, { starts, html, table });
}

/** In silent mode a rule only says how far it would go. Every inline state is a `SpanState`: the parser makes them. */
function asInlineRule(rule: SpanRule): InlineRule {
  return (state, silent) => {
    const span = state as SpanState;
    if (!silent) return rule(span);
    const mark = span.mark();
    const matched = rule(span);
    const { pos } = span;
    span.restore(mark);
    if (matched) span.pos = pos;
    return matched;
  };
}

function asStep(step: (state: SpanState) => void): (state: StateInline) => void {
  return (state) => step(state as SpanState);
}
