import type { Test } from '../compile/condition.js';
import type { TagParser } from '../parse/tag-parser.js';
import type { TagDefinition, TagNode, Write } from '../tag.js';

/** A condition and what it guards; `else` always holds. */
interface Branch {
  readonly test: Test;
  readonly write: Write;
}

/** `{% if %}…{% elsif %}…{% else %}…{% endif %}` (Liquid 4.0.4, `If`). */
export const ifTag: TagDefinition = {
  name: 'if',
  hasBody: true,
  innerTags: ['elsif', 'else'],
  parse(markup, parser) {
    return node(parseBranches(parser.condition(markup), parser), parser);
  },
};

/** `{% unless %}` (Liquid 4.0.4, `Unless`): only its first condition is turned around. */
export const unless: TagDefinition = {
  name: 'unless',
  hasBody: true,
  innerTags: ['elsif', 'else'],
  parse(markup, parser) {
    const test = parser.condition(markup);
    return node(
      parseBranches((frame) => !test(frame), parser),
      parser,
    );
  },
};

function parseBranches(first: Test, parser: TagParser): Branch[] {
  const branches: Branch[] = [];
  let test = first;
  for (;;) {
    const { write, end } = parser.body(['elsif', 'else']);
    branches.push({ test, write });
    if (end === null) return branches;
    test = end.name === 'else' ? () => true : parser.condition(end.markup);
  }
}

function node(branches: readonly Branch[], { isBlank }: TagParser): TagNode {
  const [first, second] = branches as [Branch, Branch?];
  if (second === undefined) {
    const { test, write } = first;
    return {
      isBlank,
      encoding: 'told',
      write: (frame) => {
        if (test(frame)) write(frame);
        else frame.isAscii = false;
      },
    };
  }
  return {
    isBlank,
    encoding: 'told',
    write: (frame) => {
      for (const branch of branches) {
        if (branch.test(frame)) {
          branch.write(frame);
          return;
        }
      }
      frame.isAscii = false;
    },
  };
}
