/** GitHub's tasks. Origin: cmark-gfm 0.29.0.gfm.13, `extensions/tasklist.c`. */
import type { MarkdownIt, StateCore } from 'markdown-it';

/** The line of an item; nothing may stand before its mark, not even another list's. */
const TASK = /^[ \t\v\f]*(?:[-+*]|\d+.)[ \t\v\f]+\[[ xX]\][ \t\v\f]/;
const BOX = /^\[[ xX]\][ \t\v\f]+/;

/** `[ ]` and `[x]` at the start of items become boxes, before the first paragraph even where that has an element of its own. */
export function useTaskList(md: MarkdownIt): void {
  md.core.ruler.before('inline', 'task_list', findTasks);
}

function findTasks(state: StateCore): void {
  let lines: readonly string[] | null = null;
  state.tokens.forEach((token, index) => {
    const item = state.tokens[index - 2];
    if (token.type !== 'inline' || item?.type !== 'list_item_open' || !BOX.test(token.content)) return;
    lines ??= state.src.split('\n');
    const line = lines[item.map![0]]!;
    if (!TASK.test(line)) return;
    token.content = token.content.replace(BOX, '');
    // One that is ticked anywhere in the line is.
    item.meta = { isChecked: /\[[xX]\]/.test(line) };
  });
}
