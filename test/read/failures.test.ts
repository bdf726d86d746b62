import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SiteError } from '../../src/model/diagnostic.js';
import { Failures } from '../../src/read/failures.js';
import { unreadable } from '../../src/read/file-reader.js';
import { ReadingMemory } from '../../src/read/reading-memory.js';
import { recordingReporter } from '../helpers/recording-reporter.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';
import { readFolder } from './read-folder.js';

test('reading goes on after a file that stops it: the last is thrown, those before it are reported', () => {
  const { reporter, err } = recordingReporter();
  const failures = new Failures(reporter, new ReadingMemory());
  const fail = (name: string) => () => {
    throw unreadable(name, `/site/${name}`, new Error('no'));
  };
  const read = [fail('a'), () => 1, fail('b')].map((one) => failures.attempt('x', one));
  expect(read).toEqual([null, 1, null]);
  expect(err()).toContain('could not read file /site/a: no');
  expect(err()).not.toContain('/site/b');
  expect(() => failures.finish()).toThrow('could not read file /site/b: no');
});

test('what nobody foresaw is told with the file that was read', () => {
  const failures = new Failures(recordingReporter().reporter, new ReadingMemory());
  const cause = new TypeError('oops');
  const fail = (): never => {
    throw cause;
  };
  expect(failures.attempt('_posts/a.md', fail)).toBeNull();
  expect(() => failures.finish()).toThrow(
    expect.objectContaining({
      diagnostic: expect.objectContaining({ message: 'oops', file: '_posts/a.md', cause }),
    }),
  );
});

describe('what the system does not let us read', () => {
  test.each([
    ['EACCES', 'Permission denied'],
    ['EISDIR', 'Is a directory'],
    ['ELOOP', 'Too many levels of symbolic links'],
    ['ENOENT', 'No such file or directory'],
    ['EPERM', 'Operation not permitted'],
    ['EMFILE', 'in its own words'],
  ])('is told of in Ruby’s words: %s', (code, words) => {
    const error = unreadable('a.md', '/site/a.md', Object.assign(new Error('in its own words'), { code }));
    expect(error.diagnostic).toMatchObject({
      message: `could not read file /site/a.md: ${words}`,
      file: 'a.md',
    });
  });

  test('is told of whatever was thrown', () => {
    expect(unreadable('a', '/a', 'odd').message).toBe('could not read file /a: odd');
  });

  test('is a link to nothing', () => {
    const folder = temporaryFolder();
    symlinkSync(join(folder, 'nowhere'), join(folder, 'a.md'));
    expect(() => readFolder(folder)).toThrow(SiteError);
    expect(() => readFolder(folder)).toThrow('a.md: No such file or directory');
  });
});
