import { equals, type Test } from '../compile/condition.js';
import type { Expression } from '../compile/expression.js';
import { syntaxError } from '../errors.js';
import { checkWordCount } from '../parse/markup-limits.js';
import { isBlankText, QUOTED_FRAGMENT, SPACE } from '../parse/syntax.js';
import type { TagParser } from '../parse/tag-parser.js';
import type { TagDefinition, Write } from '../tag.js';

const SYNTAX = new RegExp(QUOTED_FRAGMENT);
/** One value, and what stands between it and the next. Ruby matches all the rest with it and starts anew in there. */
const WHEN = new RegExp(
  `(${QUOTED_FRAGMENT})((?:${SPACE}+or${SPACE}+|${SPACE}*,${SPACE}*)(?=${QUOTED_FRAGMENT}))?`,
  'g',
);

interface Branch {
  /** `null` for `else`. */
  readonly test: Test | null;
  readonly write: Write;
}

/**
 * `{% case %}{% when %}…{% else %}…{% endcase %}` (Liquid 4.0.4, `Case`). Every value of every `when` that matches runs its body:
 * `{% when 5, 5 %}` runs twice. What stands before the first `when` is dropped.
 */
export const caseTag: TagDefinition = {
  name: 'case',
  hasBody: true,
  innerTags: ['when', 'else'],
  parse(markup, parser) {
    const match = SYNTAX.exec(markup);
    if (match === null) throw syntaxError("Syntax Error in 'case' - Valid syntax: case [condition]");
    const branches = parseBranches(parser.expression(match[0]), parser);
    return {
      isBlank: parser.isBlank,
      write: (frame) => {
        let isMatched = false;
        for (const { test, write } of branches) {
          if (test === null) {
            if (isMatched) continue;
            write(frame);
            return;
          }
          if (test(frame)) {
            isMatched = true;
            write(frame);
          }
        }
      },
    };
  },
};

function parseBranches(subject: Expression, parser: TagParser): Branch[] {
  const branches: Branch[] = [];
  let tests: (Test | null)[] = [];
  for (;;) {
    const { write, end } = parser.body(['when', 'else']);
    for (const test of tests) branches.push({ test, write });
    if (end === null) return branches;
    tests = end.name === 'when' ? parseWhen(end.markup, subject, parser) : parseElse(end.markup);
  }
}

function parseWhen(markup: string, subject: Expression, parser: TagParser): Test[] {
  const tests: Test[] = [];
  for (const [, text, separator] of markup.matchAll(WHEN)) {
    const value = parser.expression(text!);
    tests.push((frame) => equals(subject.evaluate(frame), value.evaluate(frame)));
    checkWordCount(tests.length);
    if (separator === undefined) return tests;
  }
  throw syntaxError(
    "Syntax Error in tag 'case' - Valid when condition: {% when [condition] [or condition2...] %}",
  );
}

function parseElse(markup: string): null[] {
  if (isBlankText(markup)) return [null];
  throw syntaxError("Syntax Error in tag 'case' - Valid else condition: {% else %} (no parameters) ");
}
