import type { MarkdownIt, StateBlock } from 'markdown-it';

type BlockRule = (state: StateBlock, startLine: number, endLine: number, silent: boolean) => boolean;

/** Columns from which a line is code. */
const CODE_INDENTATION = 4;

/** For cmark a definition of a link begins a paragraph, so that an indented line right behind it goes on with that, and is no code. */
export function useLinkDefinitions(md: MarkdownIt): void {
  const reference = ruleOf(md, 'reference');
  const paragraph = ruleOf(md, 'paragraph');
  md.block.ruler.at('reference', (state, startLine, endLine, silent) => {
    if (!reference(state, startLine, endLine, silent)) return false;
    const next = state.line;
    const isIndented =
      next < endLine && !state.isEmpty(next) && state.sCount[next]! - state.blkIndent >= CODE_INDENTATION;
    if (!silent && isIndented) paragraph(state, next, endLine, false);
    return true;
  });
}

/** A rule of markdown-it's own, found by what is missing without it. */
function ruleOf({ block: { ruler } }: MarkdownIt, name: string): BlockRule {
  const rules = ruler.getRules('');
  ruler.disable(name);
  const others = new Set(ruler.getRules(''));
  ruler.enable(name);
  const rule = rules.find((one) => !others.has(one));
  if (rule === undefined) throw new Error(`markdown-it has no rule ${name}.`);
  return rule;
}
