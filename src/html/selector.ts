/** CSS selectors, as far as gems' settings use them: Nokogiri 1.13's reading of them, over the elements of a page. */

import { descendants, type HtmlElement, type HtmlParent } from './node.js';
import { compileSimple } from './simple-selector.js';

/** Whether an element is one that a selector means. */
export type ElementTest = (element: HtmlElement) => boolean;

/** One compound selector, and how it stands to what is left of it. */
interface Step {
  readonly combinator: ' ' | '>' | '+' | '~';
  readonly matches: ElementTest;
}

const COMBINATOR = /[ \t\r\n\f]*([>+~])[ \t\r\n\f]*|[ \t\r\n\f]+/y;
const COMPOUND = /(?:[^\s"'()[\]>+~,]|\[(?:"[^"]*"|'[^']*'|[^\]"'])*\]|\((?:"[^"]*"|'[^']*'|[^)"'])*\))+/y;

/** The elements below a parent that a selector means, in their order. */
export function selectAll(parent: HtmlParent, test: ElementTest): HtmlElement[] {
  return descendants(parent)
    .filter((node) => node.kind === 'element')
    .filter(test);
}

/** Compiles a selector, e.g. `main a[href^=http], .more`; `null` for one that cannot be read. */
export function compileSelector(text: string): ElementTest | null {
  const tests = splitList(text).map(compileComplex);
  const known = tests.filter((test) => test !== null);
  return known.length === tests.length ? (element) => known.some((test) => test(element)) : null;
}

/** At commas outside of brackets and quotation marks. */
function splitList(text: string): string[] {
  const pieces = text.match(/"[^"]*"|'[^']*'|\[[^\]]*\]|\([^)]*\)|,|[^,"'[(]+|["'[(]/g) ?? [];
  const parts = [''];
  for (const piece of pieces) {
    if (piece === ',') parts.push('');
    else parts.push(parts.pop()! + piece);
  }
  return parts.map((part) => part.trim());
}

function compileComplex(text: string): ElementTest | null {
  const steps: Step[] = [];
  let combinator: Step['combinator'] = ' ';
  for (let at = 0; ; ) {
    COMPOUND.lastIndex = at;
    const compound = COMPOUND.exec(text)?.[0];
    const matches = compound === undefined ? null : compileSimple(compound);
    if (matches === null) return null;
    steps.push({ combinator, matches });
    at += compound!.length;
    if (at >= text.length) break;
    COMBINATOR.lastIndex = at;
    const found = COMBINATOR.exec(text);
    if (found === null) return null;
    combinator = (found[1] as Step['combinator'] | undefined) ?? ' ';
    at += found[0].length;
  }
  return (element) => matchesSteps(element, steps, steps.length - 1);
}

function matchesSteps(element: HtmlElement, steps: readonly Step[], at: number): boolean {
  const { combinator, matches } = steps[at]!;
  if (!matches(element)) return false;
  if (at === 0) return true;
  return candidates(element, combinator).some((candidate) => matchesSteps(candidate, steps, at - 1));
}

function candidates(element: HtmlElement, combinator: Step['combinator']): readonly HtmlElement[] {
  const parent = element.parent;
  if (combinator === '>') return parent?.kind === 'element' ? [parent] : [];
  if (combinator === ' ') {
    const found: HtmlElement[] = [];
    for (let outer = parent; outer?.kind === 'element'; outer = outer.parent) found.push(outer);
    return found;
  }
  const siblings = (parent?.children ?? []).filter((child) => child.kind === 'element');
  const before = siblings.slice(0, siblings.indexOf(element));
  return combinator === '+' ? before.slice(-1) : before;
}
