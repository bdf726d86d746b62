/** libyaml's words for YAML that cannot be read, which users search for, in words that say what to look for. */

/** What is wrong, to follow a colon, and what to do; both from the line that is shown. */
export interface YamlWords {
  readonly sentence: string;
  readonly hint: string | null;
}

interface Rule {
  readonly pattern: RegExp;
  readonly sentence: string;
  /** @param line the line that is shown, without its number */
  readonly hint: (line: string) => string | null;
}

const RULES: readonly Rule[] = [
  {
    pattern: /tab character/,
    sentence: 'a tab indents a line, where YAML wants spaces',
    hint: () => 'Write spaces: two for each level.',
  },
  {
    pattern: /mapping values are not allowed/,
    sentence: 'a colon stands in a value, or a line is indented as if it belonged to the one before',
    hint: quotedValue,
  },
  {
    pattern: /did not find expected key while parsing a block mapping/,
    sentence: 'a line stands neither in the column of the keys before it nor below one of them',
    hint: (line) =>
      /:\s*["']/.test(line)
        ? 'Behind a closing quotation mark nothing may follow: put the whole value in quotes of the other kind.'
        : 'Let the keys of one mapping begin in the same column.',
  },
  {
    pattern: /end of stream while scanning a quoted scalar|document indicator while scanning a quoted scalar/,
    sentence: 'a quotation mark is not closed',
    hint: () => 'Close it. A quotation mark within a text in single quotes is written twice.',
  },
  {
    pattern: /while parsing a flow (?:sequence|mapping|node)|did not find expected ',' or/,
    sentence: 'a bracket or a brace is not closed',
    hint: () => 'Close `[` with `]` and `{` with `}`, or quote a text that begins with one.',
  },
  {
    pattern: /could not find expected ':'/,
    sentence: 'a line has no colon behind its key',
    hint: () => 'Write `key: value`, with a space behind the colon.',
  },
  {
    pattern: /while scanning an? (?:alias|anchor)/,
    sentence: 'a value begins with `*` or `&`, which mean something to YAML',
    hint: quotedValue,
  },
  {
    pattern: /unknown escape character/,
    sentence: 'a backslash in double quotes is followed by what it cannot be followed by',
    hint: () => 'Use single quotes, in which a backslash is one.',
  },
  {
    pattern: /block sequence entries are not allowed/,
    sentence: 'a list begins on the line of its key',
    hint: () => 'Write each `- entry` on a line of its own below the key.',
  },
  {
    pattern: /undefined tag handle|while scanning a tag/,
    sentence: 'a value begins with `!`, which means something to YAML',
    hint: quotedValue,
  },
];

/** @param problem libyaml's words, with or without their place */
export function yamlWords(problem: string, shownLine: string): YamlWords {
  const bare = problem.replace(/ at line \d+ column \d+$/, '');
  if (/cannot start any token/.test(problem)) return unstartable(shownLine);
  const rule = RULES.find(({ pattern }) => pattern.test(problem));
  if (rule === undefined) return { sentence: bare, hint: null };
  return { sentence: rule.sentence, hint: rule.hint(shownLine) };
}

function unstartable(line: string): YamlWords {
  if (/^ *\t/.test(line)) return yamlWords('tab character', line);
  const character = /:\s+([@`%])/.exec(line)?.[1];
  const what =
    character === undefined
      ? 'a value begins with what it cannot begin with'
      : `a value begins with \`${character}\``;
  return { sentence: what, hint: quotedValue(line) };
}

/** E.g. `Quote the value: title: "About: us"`. */
function quotedValue(line: string): string {
  const match = /^\s*((?:- )?[^\s:#][^:]*):\s+([^"'[{|>].*)$/.exec(line);
  if (match === null) return 'Put the value in quotes, or indent it as its neighbours.';
  const value = match[2]!.trimEnd();
  const quoted = value.includes('"')
    ? `'${value.replaceAll("'", "''")}'`
    : `"${value.replaceAll('\\', '\\\\')}"`;
  return `Quote the value: ${match[1]}: ${quoted}`;
}
