import { expect, test } from 'vitest';
import { SiteError } from '../../src/model/diagnostic.js';
import { atFile, failureAt } from '../../src/report/at-file.js';
import * as messages from '../../src/report/messages.js';
import { toJson } from '../../src/ruby/json.js';
import { parseUri } from '../../src/ruby/uri.js';

/** What is thrown. */
function thrownBy(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  return undefined;
}

test('an error without a file gets the file that was worked on, one with a file keeps it', () => {
  const without = new SiteError(messages.relativePermalinks());
  expect(failureAt('a.md', without)).toMatchObject({ code: 'relative-permalinks', file: 'a.md' });
  const withFile = new SiteError(messages.emptySlug('?', { file: 'b.md' }));
  expect(failureAt('a.md', withFile)).toMatchObject({ code: 'empty-slug', file: 'b.md' });
});

test('what Ruby or a gem would answer is told in their words', () => {
  expect(
    failureAt(
      'a.md',
      thrownBy(() => parseUri('a b:c')),
    ),
  ).toMatchObject({
    code: 'address-invalid',
    message: "Invalid scheme format: 'a b'",
    file: 'a.md',
  });
  expect(
    failureAt(
      'a.md',
      thrownBy(() => toJson(Number.NaN)),
    ),
  ).toMatchObject({
    code: 'bad-value',
    message: 'NaN not allowed in JSON',
    file: 'a.md',
  });
});

test('an error nobody foresaw has the file and its cause', () => {
  const cause = new TypeError('oops');
  expect(failureAt('a.md', cause)).toMatchObject({
    code: 'unexpected-error',
    message: 'oops',
    file: 'a.md',
    cause,
  });
});

test('what works on a file gives what it gives, and throws only what the user can be told', () => {
  expect(atFile('a.md', () => 1)).toBe(1);
  const failing = (): never => {
    throw new TypeError('oops');
  };
  expect(() => atFile('a.md', failing)).toThrow(SiteError);
});
