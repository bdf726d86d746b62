const STRINGS = /"[^"]*"|'[^']*'/g;
const NUMBERS = /(?<![\w.])-?\d[\d.]*/g;
/** Names of filters, behind their bar. `sample` gives another result each time. */
const FILTERS = /\|\s*(?!sample\b)[\w-]+/g;
const WORDS = /(?<![\w.-])(?:and|or|contains|true|false|nil|null|empty|blank)(?![\w.-])/g;

/**
 * Whether an expression over one item reads nothing else of the template, so that its result over the same list is always the
 * same. Answers `false` when in doubt.
 */
export function isSelfContained(expression: string, variable: string): boolean {
  if (!/^\w+$/.test(variable)) return false;
  const item = new RegExp(`(?<![\\w.-])${variable}(?:\\.[\\w-]+\\??)*(?![\\w-])`, 'g');
  const rest = expression.replace(STRINGS, ' ').replace(FILTERS, ' ').replace(WORDS, ' ').replace(item, ' ');
  return !/[\w[\]]/.test(rest.replace(NUMBERS, ' '));
}
