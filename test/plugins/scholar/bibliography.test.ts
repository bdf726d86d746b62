import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import {
  Bibliography,
  BibtexError,
  type BibtexOptions,
} from '../../../src/plugins/scholar/bibtex/bibliography.js';
import { bibtexFilter } from '../../../src/plugins/scholar/bibtex/filters.js';
import { toCsl } from '../../../src/plugins/scholar/to-csl.js';

/** A text, and what bibtex-ruby 6.2.0 makes of it. */
interface Case {
  readonly text: string;
  /** Objects at line starts only, keys may be missing, names and months as they are written; values between `<`. */
  readonly isLoose?: boolean;
  readonly isError?: boolean;
  readonly entries?: readonly {
    readonly bibtex: string;
    /** Values by jekyll-scholar's own filters. */
    readonly filtered: Readonly<Record<string, string>>;
    /** What becomes of them in CSL. */
    readonly csl?: object;
  }[];
}

const cases: readonly Case[] = parse(
  readFileSync(join(process.cwd(), 'test/plugins/scholar/bibtex-ruby.yml'), 'utf8'),
);
const STRICT: BibtexOptions = {
  isStrict: true,
  stripsLines: false,
  allowsMissingKeys: false,
  parsesNames: true,
  parsesMonths: true,
  filters: [],
};
const LOOSE: BibtexOptions = {
  ...STRICT,
  isStrict: false,
  allowsMissingKeys: true,
  parsesNames: false,
  parsesMonths: false,
};
const FILTERS = 'smallcaps superscript italics textit lowercase textregistered tiny latex'
  .split(' ')
  .map((name) => bibtexFilter(name)!);

function read(text: string, options: BibtexOptions): Bibliography {
  const bibliography = new Bibliography(text, options);
  bibliography.replaceMacros();
  bibliography.join();
  return bibliography;
}

describe('texts as bibtex-ruby reads them', () => {
  test.each(cases.map((one, index) => [index, one] as const))('%i', (_index, one) => {
    const { text, isLoose = false, isError = false, entries = [] } = one;
    const options = isLoose ? LOOSE : STRICT;
    if (isError) {
      expect(() => read(text, options)).toThrow(BibtexError);
      return;
    }
    const quotes = isLoose ? ['<'] : ['{', '}'];
    const found = read(text, options).entries.map((entry) => {
      const filtered = entry.converted(FILTERS);
      return {
        bibtex: entry.toBibtex(quotes),
        filtered: Object.fromEntries([...filtered.fields].map(([name, value]) => [name, value.text])),
        ...(!isLoose && { csl: toCsl(filtered, null) }),
      };
    });
    expect(found).toEqual(entries);
  });
});

test('an error tells where it is', () => {
  const text = '@misc{a,}\n@misc{b, title = }';
  try {
    read(text, STRICT);
    expect.unreachable();
  } catch (error) {
    expect(error).toBeInstanceOf(BibtexError);
    expect((error as BibtexError).offset).toBe(text.lastIndexOf('}'));
  }
});

test('what is passed over is told with its place', () => {
  const text = '@misc{a,}\n@misc(b, title={x})\n@misc{c,}';
  const { problems, entries } = read(text, STRICT);
  expect(entries.map(({ key }) => key)).toEqual(['a', 'c']);
  expect(problems).toEqual([{ reason: 'unexpected token', offset: 10 }]);
});
