import { expect, test } from 'vitest';
import type { LeftOut, LeftOutReason } from '../../src/model/left-out.js';
import { leftOutLine, remedyFor, summarizeLeftOut, surprising } from '../../src/report/left-out.js';

const of = (reason: LeftOutReason, path = 'a.md'): LeftOut => ({ path, reason });

test('a summary counts by reason, in one order, with the flag that brings them back', () => {
  const leftOut = [of('no-date'), of('draft'), of('future'), of('draft')];
  expect(summarizeLeftOut(leftOut)).toBe(
    '1 future (--future), 2 drafts (--drafts), 1 post without a date in its name',
  );
  expect(surprising(leftOut).map(({ reason }) => reason)).toEqual(['future', 'draft', 'draft', 'no-date']);
});

test('a summary says nothing of what authors keep out on purpose', () => {
  const leftOut = [
    of('excluded'),
    of('outside'),
    of('special-name', '.git'),
    of('special-name', 'notes.md~'),
    of('special-name', 'css/_parts.scss'),
    of('no-front-matter', 'README.md'),
    of('no-front-matter', 'docs/CODE_OF_CONDUCT.de.md'),
  ];
  expect(summarizeLeftOut(leftOut)).toBe('');
  expect(surprising(leftOut)).toEqual([]);
});

test('a summary tells of names with an underscore, and of Markdown that is no page', () => {
  const leftOut = [of('special-name', '_stuff'), of('special-name', 'a/_redirects'), of('no-front-matter')];
  expect(summarizeLeftOut(leftOut)).toBe(
    '1 Markdown file without front matter, copied as it is, 2 names that begin with _ (include)',
  );
  expect(surprising(leftOut).map(({ path }) => path)).toEqual(['a.md', '_stuff', 'a/_redirects']);
});

test('a line has place and reason, and the remedy is a sentence', () => {
  const unclosed: LeftOut = { path: '_posts/a.md', reason: 'unclosed', line: 1 };
  expect(leftOutLine(unclosed, (path) => `site/${path}`)).toBe(
    'site/_posts/a.md:1: its front matter never ends, and so is text',
  );
  expect(remedyFor(of('no-date', '_posts/hello.md'))).toBe('Rename it to YYYY-MM-DD-hello.md.');
});
