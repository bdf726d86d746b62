import type { Token } from 'markdown-it';

/** An item of a list: its opening token, and its first paragraph's inline token if it starts with one. */
export interface ListItemTokens {
  readonly open: Token;
  readonly text: Token | null;
}

const checkbox = '<input type="checkbox" class="task-list-item-checkbox" disabled="disabled" />';
const checkedBox =
  '<input type="checkbox" class="task-list-item-checkbox" disabled="disabled" checked="checked" />';

/**
 * GFM's task lists: boxes at the start of items become HTML. From the first task on, every item that starts with a paragraph is
 * marked. Origin: kramdown-parser-gfm 1.1, `parse_list`.
 */
export function markTasks(list: Token, items: readonly ListItemTokens[]): void {
  let isTaskList = false;
  for (const { open, text } of items) {
    if (!text) continue;
    if (replaceBox(text)) isTaskList = true;
    if (isTaskList) open.attrSet('class', 'task-list-item');
  }
  if (isTaskList) list.attrSet('class', 'task-list');
}

const box = /^[ \t\r\n\f\v]*\[([ xX])\][ \t\r\n\f\v]+/;

function replaceBox(text: Token): boolean {
  const match = box.exec(text.content);
  if (!match) return false;
  text.content = (match[1] === ' ' ? checkbox : checkedBox) + text.content.slice(match[0].length);
  return true;
}
