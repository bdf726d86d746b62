/** More templates than that are a circle, or as good as one. */
const LONGEST = 8;
/** Shown of the outer end of a longer chain: where it began. */
const OUTER = 2;

/** The lines that tell how a template was reached, innermost first; of a long chain both ends. */
export function includeChain(stack: readonly string[]): readonly string[] {
  const lines = stack.map((template) => `included from ${template}`);
  if (stack.length <= LONGEST) return lines;
  const inner = LONGEST - OUTER;
  const leftOut = stack.length - LONGEST;
  return [...lines.slice(0, inner), `… ${leftOut} more …`, ...lines.slice(-OUTER)];
}
