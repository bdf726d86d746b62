import { replaceFirst } from '../../ruby/replace.js';

/** White space, as Ruby's expressions know it. */
export const SPACE = '[ \\t\\r\\n\\f\\v]';

/** What processors of Markdown pass over: code and Liquid. The gem means formulas, too, with an expression that finds none. */
const CODE = new RegExp(`(?:(?<!\\\\)(\`+))${SPACE}*\\w*[\\s\\S]*?\\1`, 'g');
const LIQUID = /(?<!\\)(?:\{\{[^\n]*?\}\}|\{%[^\n]*?%\})/g;

/** Lets a text be changed but for code and Liquid in it. */
export function withoutCode(text: string, change: (rest: string) => string): string {
  return without(text, [CODE, LIQUID], change);
}

/** Lets a text be changed but for what the expressions find, which places are held for meanwhile (`pre_exclude`, `post_exclude`). */
export function without(text: string, parts: readonly RegExp[], change: (rest: string) => string): string {
  const kept: string[] = [];
  let rest = text;
  for (const part of parts) {
    for (const [found] of rest.matchAll(part)) {
      rest = replaceFirst(rest, found, placeFor(kept.length));
      kept.push(found);
    }
  }
  let changed = change(rest);
  for (let at = kept.length - 1; at >= 0; at -= 1) changed = changed.replace(placeFor(at), () => kept[at]!);
  return changed;
}

function placeFor(index: number): string {
  return `<!JEKYLL@1@${index}>`;
}
