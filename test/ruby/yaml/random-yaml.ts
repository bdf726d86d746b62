import fastCheck, { type Arbitrary } from 'fast-check';

/** A node as it is written: its first line goes behind a key or a hyphen, or, for a block collection, on a line of its own. */
interface Written {
  readonly lines: readonly string[];
  readonly kind: 'inline' | 'mapping' | 'list';
}

const SCALARS = [
  '',
  'plain',
  'two  words',
  "it's",
  'http://x.y/z#a',
  'a, b',
  'x # c',
  'x #c: d',
  '-x',
  '<b>bold</b>',
  '=',
  '~',
  '12',
  '-1',
  '0',
  '007',
  '1_000',
  '1._5',
  '2020_report',
  '1.0',
  '-0.0',
  '1.50',
  '1e3',
  '1.5e+3',
  '12:30',
  '9007199254740993',
  '.inf',
  'yes',
  'Off',
  'null',
  '2024-01-02',
  '2024-01-02 10:00:00 +0100',
  '"quoted"',
  '"a\\n\\u00e9 \\"b\\""',
  '"\\x41\\U0001F600\\/"',
  '"\\ud83d\\ude00"',
  '"\\q"',
  "'a''b'",
  '"a: b" # c',
  '[]',
  '{}',
  '[a, b c, 3]',
  '[a, "b, c", {d: e}]',
  '{a: 1, "b":[2,], c: {d: 1.0}}',
  '[a:b, http://x.y]',
  '[a: b]',
  '[a, ]',
  'é 😀',
  'a\tb',
  'x:',
  'a: b',
  '- x',
  '*x',
  '*y # c',
  '[*x, {a: *y}]',
  '&x y',
  '&y [1]',
  '!!str 1',
  '@x',
  '%x',
  '? x',
  ':x',
  '?x',
  '[--x]',
  '|',
];

const SEVERAL_LINES = [
  ['|', 'x', '  y', '', 'z'],
  ['>-', 'x', 'y', '', '', 'z', '  more', 'end'],
  ['>+', '', 'x', ''],
  ['|+', 'x', '', ''],
  ['| # c', 'x'],
  ['|', '\tx'],
  ['&x |', 'x'],
  ['|2', '  x'],
  ['first', 'second', '', 'third # c'],
  ['first', '- second'],
  ['first', '# c', 'second'],
  ['"a', ' b', '', 'c\\', '', '\\  d \\ ', 'e"'],
  ["'a", 'b ', '', "''c'"],
  ['[a,', '# c', ' b, {c: d,', 'e: f}', ']'],
  ['{', '\t"a": 1,', '"b" : 2', '}'],
];

const KEYS = [
  'a',
  'b',
  'a b',
  'a/b.c',
  'yes',
  '12',
  '1.5',
  '1.0',
  '2024-01-02',
  'null',
  '"q"',
  "'q r'",
  '"q\\n"',
  '<<',
  '-x',
  'é',
];

/** Documents of all that the fast way reads and some of what it does not, mostly valid. */
export const randomYaml: Arbitrary<string> = fastCheck
  .letrec<{ node: Written }>((tie) => ({
    node: fastCheck.oneof(
      { maxDepth: 4 },
      { weight: 4, arbitrary: fastCheck.constantFrom(...SCALARS).map(inline) },
      { weight: 1, arbitrary: fastCheck.constantFrom(...SEVERAL_LINES).map(severalLines) },
      {
        weight: 3,
        arbitrary: fastCheck.array(entry(tie('node')), { minLength: 1, maxLength: 4 }).map(mapping),
      },
      { weight: 2, arbitrary: fastCheck.array(item(tie('node')), { minLength: 1, maxLength: 4 }).map(list) },
    ),
  }))
  .node.map(({ lines }) => `${lines.join('\n')}\n`);

/** The same, and JSON, with some characters and lines taken away, doubled, or put in. */
export const damagedYaml: Arbitrary<string> = fastCheck
  .tuple(
    fastCheck.oneof(
      randomYaml,
      fastCheck
        .tuple(fastCheck.jsonValue({ maxDepth: 4 }), fastCheck.constantFrom('', ' ', '\t'))
        .map(([value, space]) => JSON.stringify(value, null, space)),
    ),
    fastCheck.array(fastCheck.tuple(fastCheck.nat(), fastCheck.nat()), { maxLength: 3 }),
  )
  .map(([text, edits]) => edits.reduce(damage, text));

function inline(text: string): Written {
  return { lines: [text], kind: 'inline' };
}

/** Lines behind the first are indented by one: further in than the collection around. */
function severalLines([first = '', ...lines]: readonly string[]): Written {
  return { lines: [first, ...lines.map((line) => (line === '' ? '' : ` ${line}`))], kind: 'inline' };
}

function entry(node: Arbitrary<Written>): Arbitrary<string[]> {
  return fastCheck
    .tuple(
      fastCheck.constantFrom(...KEYS),
      node,
      fastCheck.constantFrom(...['  ', ' ', '    ', '']),
      fastCheck.constantFrom(...['', '', '', ' # c', '\n# c', ' &x', ' &y # c', ' &x z']),
    )
    .map(([key, { lines, kind }, indent, behind]) => {
      if (kind === 'inline') return [`${key}: ${lines[0]}`, ...lines.slice(1)];
      return [`${key}:${behind}`, ...indented(lines, indent || (kind === 'list' ? '' : ' '))];
    });
}

function item(node: Arbitrary<Written>): Arbitrary<string[]> {
  return fastCheck
    .tuple(node, fastCheck.constantFrom('- ', '-   ', '- &x '))
    .map(([{ lines, kind }, hyphen]) => {
      const inner = kind === 'inline' ? lines.slice(1) : indented(lines.slice(1), ' '.repeat(hyphen.length));
      return [`${hyphen}${lines[0]}`, ...inner];
    });
}

function mapping(entries: string[][]): Written {
  return { lines: entries.flat(), kind: 'mapping' };
}

function list(items: string[][]): Written {
  return { lines: items.flat(), kind: 'list' };
}

function indented(lines: readonly string[], indent: string): string[] {
  return lines.map((line) => (line === '' ? '' : indent + line));
}

const INSERTED = [
  ' ',
  '\xa0',
  '\n',
  ':',
  ': ',
  '- ',
  ' #',
  '"',
  "'",
  '[',
  ']',
  '{',
  '}',
  ',',
  '|',
  '>',
  '\\',
  '\t',
  '.0',
  '---\n',
  '...\n',
  '\n\n',
  '&a ',
  '*a',
];

function damage(text: string, [where, how]: [number, number]): string {
  const at = where % (text.length + 1);
  const lines = text.split('\n');
  const line = where % lines.length;
  switch (how % 6) {
    case 0:
      return text.slice(0, at) + text.slice(at + 1);
    case 1:
      return lines.toSpliced(line, 1).join('\n');
    case 2:
      return lines.toSpliced(line, 0, lines[how % lines.length]!).join('\n');
    case 3:
      return lines.with(line, ` ${lines[line]}`).join('\n');
    default:
      return text.slice(0, at) + INSERTED[how % INSERTED.length] + text.slice(at);
  }
}
