const STRINGS = /"[^"]*"|'[^']*'/g;
const NUMBERS = /(?<![\w.])-?\d[\d.]*/g;
/** Names of filters, behind their bar. `sample` gives another result each time. */
const FILTERS = /\|\s*(?!sample\b)[\w-]+\s*:?/g;
const WORDS = /(?<![\w.-])(?:and|or|contains|true|false|nil|null|empty|blank)(?![\w.-])/g;
/** What stands for a value of the template. */
const LOOKUPS = /[A-Za-z_][\w-]*\??(?:\.[\w-]+\??)*/g;
/** Whatever else stands between them: nothing that names the ends of a range, arguments or keys. */
const BETWEEN = /^[\s,=!<>]*$/;

/**
 * What an expression over one item reads of the template besides the item, e.g. `page.kind` in `item.kind == page.kind`: with the same values
 * it gives the same result over the same list. Answers `null` when in doubt.
 */
export function outsideNames(expression: string, variable: string): readonly string[] | null {
  if (!/^\w+$/.test(variable)) return null;
  const item = new RegExp(`(?<![\\w.-])${variable}(?:\\.[\\w-]+\\??)*(?![\\w-])`, 'g');
  const rest = [STRINGS, FILTERS, WORDS, item, NUMBERS].reduce(blankOut, expression);
  if (!/[\w[\]|]/.test(rest)) return [];
  const names = [...new Set(rest.match(LOOKUPS))];
  if (names.length === 0 || !BETWEEN.test(blankOut(rest, LOOKUPS))) return null;
  if (names.some((name) => names.some((other) => other.startsWith(`${name}.`)))) return null;
  // A filter may look at the page, which is not there as a whole while the names stand for their values.
  return expression.includes('|') && names.some((name) => !/^\w+$/.test(name) || name === 'page')
    ? null
    : names;
}

function blankOut(text: string, pattern: RegExp): string {
  return text.replace(pattern, ' ');
}
