/** Cutting the excerpt out of a text (Jekyll 4.4.1 and 3.10.0, `Excerpt#extract_excerpt`). */

/** An excerpt before Liquid. */
export interface Excerpt {
  readonly text: string;
  /** Whether a Liquid block was cut in two, so that its end had to be added. */
  readonly isRepaired: boolean;
}

/** What it takes to cut excerpts. */
export interface ExcerptRules {
  /** Whether a Liquid tag of that name has an end tag. */
  readonly isBlock: (tag: string) => boolean;
  /** See `Generation`. */
  readonly excerptsGetUsedDefinitions: boolean;
}

/**
 * All before the first separator, with the link definitions it uses from the rest; the whole text when there is no separator, or
 * nothing after it.
 */
export function extractExcerpt(
  text: string,
  separator: string,
  { isBlock, excerptsGetUsedDefinitions }: ExcerptRules,
): Excerpt {
  const cut = text.indexOf(separator);
  const head = cut === -1 ? text : text.slice(0, cut);
  const tail = cut === -1 ? '' : text.slice(cut + separator.length);
  if (tail === '') return { text: head, isRepaired: false };
  const closed = head.includes('{%') ? closeBlocks(head, isBlock) : head;
  const isRepaired = closed !== head;
  if (!excerptsGetUsedDefinitions) return { text: `${closed}\n\n${allDefinitions(tail)}`, isRepaired };
  const definitions = usedDefinitions(closed, tail);
  return { text: definitions.length === 0 ? closed : `${closed}\n\n${definitions.join('\n')}`, isRepaired };
}

/** Adds the end tags of blocks that have none in the head, innermost first. */
function closeBlocks(head: string, isBlock: (tag: string) => boolean): string {
  const names = [...head.matchAll(/\{%-?\s*(\w+)\s*.*?-?%\}/gs)].map(([, name]) => name!);
  let closed = head;
  for (const name of names.reverse()) {
    if (isBlock(name) && !new RegExp(`\\{%-?\\s*end${name}.*?\\s*-?%\\}`, 's').test(closed)) {
      closed += `\n{% end${name} %}`;
    }
  }
  return closed;
}

/** A Markdown link definition at the start of a line: its label with brackets, then the rest from the colon on. */
const LINK_DEFINITION = /(?<![^\n]) {0,3}(\[[^\]]+\])(:[^\n]+)/g;

/** As they stand there, their indentation included. */
function allDefinitions(tail: string): string {
  return [...tail.matchAll(LINK_DEFINITION)].map(([line]) => line).join('\n');
}

function usedDefinitions(head: string, tail: string): string[] {
  if (!tail.includes(']:')) return [];
  return [...tail.matchAll(LINK_DEFINITION)]
    .filter(([, label]) => head.includes(label!))
    .map(([, label, rest]) => label! + rest!);
}
