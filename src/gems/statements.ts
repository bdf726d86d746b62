/** The statements of a Gemfile: Ruby cut into pieces by its lines, quotes and brackets, for whoever looks for a few known calls. */

/** One statement, or the beginning or end of a block. */
export interface Statement {
  /** Without comments, on one line, e.g. `gem "jekyll-feed", group: :jekyll_plugins`. */
  readonly text: string;
  /** The same with a space for each character between quotes, so that what is found in it is Ruby. */
  readonly masked: string;
  /** 1-based line on which it begins. */
  readonly line: number;
}

/** Cuts a Gemfile. `do` ends a statement, as a line end or `;` does; a brace that a line ends with counts as `do`, one alone as `end`. */
export function statementsIn(text: string): Statement[] {
  const found: Statement[] = [];
  let open: Statement | null = null;
  for (const { code, line } of codeLines(text)) {
    const joined: string = open === null ? code : `${open.text} ${code}`;
    const statement: Statement = { text: joined, masked: maskStrings(joined), line: open?.line ?? line };
    open = isOpen(statement.masked) ? statement : null;
    if (open === null) found.push(...split(statement));
  }
  return open === null ? found : [...found, ...split(open)];
}

/** Lines with code, without comments; nothing of `=begin … =end` and behind `__END__`. */
function codeLines(text: string): { code: string; line: number }[] {
  const lines: { code: string; line: number }[] = [];
  let isComment = false;
  for (const [index, content] of text.split(/\r?\n/).entries()) {
    if (content === '__END__') break;
    if (content.startsWith('=begin')) isComment = true;
    const comment = maskStrings(content).search(/(?:^|\s)#/);
    const code = (comment === -1 ? content : content.slice(0, comment)).trim();
    if (!isComment && code !== '') lines.push({ code, line: index + 1 });
    if (content.startsWith('=end')) isComment = false;
  }
  return lines;
}

function maskStrings(text: string): string {
  return text.replace(
    /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g,
    (quoted) => quoted[0]! + ' '.repeat(quoted.length - 2) + quoted[0]!,
  );
}

/** Whether the next line belongs to the same statement. */
function isOpen(masked: string): boolean {
  if (/[,\\]$|=>$|&&$|\|\|$/.test(masked)) return true;
  const count = (pattern: RegExp): number => masked.match(pattern)?.length ?? 0;
  return count(/[([]/g) > count(/[)\]]/g);
}

/** Blocks of Bundler's, whose brace is not that of a `-> { }` before it. */
const BRACE_BLOCK =
  /^(?:group|platforms?|source|git|path|github|install_if|env)\b(?:[^{]|(?<=->\s?|lambda\s?|proc\s?|new\s?)\{[^}]*\})*?(?<!->\s?|lambda\s?|proc\s?|new\s?)\{/;

function split(statement: Statement): Statement[] {
  const { masked, line } = statement;
  if (masked === '}') return [{ text: 'end', masked: 'end', line }];
  const brace = BRACE_BLOCK.exec(masked)?.[0].length;
  if (brace === undefined)
    return cut(statement, [...masked.matchAll(/;|\bdo\b(?:\s*\|[^|]*\|)?|\s(?=end$)/g)].map(endOf));
  const head = part(statement, 0, brace - 1);
  const isClosed = masked.endsWith('}');
  const inner = part(statement, brace, isClosed ? masked.length - 1 : masked.length);
  const opening = { text: `${head.text} do`, masked: `${head.masked} do`, line };
  const closing = isClosed ? [{ text: 'end', masked: 'end', line }] : [];
  return [opening, ...(inner.text === '' ? [] : split(inner)), ...closing];
}

/** `do` belongs to what it ends; `;` and white space to nothing. */
function endOf({ index, 0: found }: RegExpMatchArray): number {
  return found.startsWith('do') ? index! + found.length : index!;
}

function cut(statement: Statement, ends: readonly number[]): Statement[] {
  const starts = [0, ...ends];
  const pieces = starts.map((start, number) => part(statement, start, ends[number] ?? statement.text.length));
  return pieces.filter(({ text }) => text !== '');
}

function part({ text, masked, line }: Statement, start: number, end: number): Statement {
  const lead = /^[;\s]*/.exec(masked.slice(start, end))![0].length;
  return { text: text.slice(start + lead, end).trim(), masked: masked.slice(start + lead, end).trim(), line };
}
