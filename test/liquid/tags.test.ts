import { expect, test } from 'vitest';
import { jekyllTags, liquidTags } from '../../src/liquid/tags/index.js';
import { engineWith } from './support.js';

/** Markup that each tag takes. */
const MARKUP: Readonly<Record<string, string>> = {
  assign: 'a = 1',
  capture: 'a',
  case: 'a',
  cycle: '1, 2',
  decrement: 'a',
  for: 'a in b',
  highlight: 'ruby',
  if: 'a',
  include: 'a.html',
  include_relative: 'a.html',
  increment: 'a',
  link: 'a.md',
  post_url: '2024-01-01-a',
  tablerow: 'a in b',
  unless: 'a',
};

const tags = [...liquidTags, ...jekyllTags].map((tag) => [tag.name, tag] as const);

test.each(tags)('%s says whether it has a body', (name, { hasBody = false, innerTags = [] }) => {
  const parse = (text: string) => () => engineWith().parse(text, 'a.html');
  const open = `{% ${name} ${MARKUP[name] ?? ''} %}`;
  if (!hasBody) {
    expect(parse(open)).not.toThrow();
    return;
  }
  expect(parse(open)).toThrow(`'${name}' tag was never closed`);
  const inner = innerTags.map((tag) => `{% ${tag}${tag === 'else' ? '' : ' a'} %}`).join('');
  expect(parse(`${open}${inner}{% end${name} %}`)).not.toThrow();
});

test('an inner tag means something in the body of its tag alone', () => {
  for (const [name, { innerTags = [] }] of tags) {
    for (const inner of innerTags) {
      expect(() => engineWith().parse(`{% ${inner} a %}`, 'a.html'), `${inner} of ${name}`).toThrow();
    }
  }
});
