import { describe, expect, test } from 'vitest';
import { defaultConfigFile, readConfigFile } from '../../src/config/read-file.js';
import { SiteError } from '../../src/model/diagnostic.js';
import { inspect } from '../../src/ruby/inspect.js';
import { withTimeZone } from '../../src/ruby/time/time-zone.js';
import { recordingReporter } from '../helpers/recording-reporter.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

/** What a configuration file holds, in New York's zone. */
function read(name: string, text: string): string {
  const folder = temporaryFolder({ [name]: text });
  const { reporter } = recordingReporter();
  return withTimeZone('America/New_York', () =>
    inspect(readConfigFile(`${folder}/${name}`, folder, reporter)),
  );
}

test('the site’s own file is the first there is', () => {
  const names = ['_config.toml', '_config.yaml', '_config.yml'];
  const folders = names.map((_, index) =>
    temporaryFolder(Object.fromEntries(names.slice(0, index + 1).map((name) => [name, '']))),
  );
  expect(folders.map((folder) => defaultConfigFile(folder)?.slice(folder.length + 1))).toEqual(names);
  expect(defaultConfigFile(temporaryFolder())).toBeNull();
});

describe('a file of YAML', () => {
  test.each([
    ['', '{}'],
    ['~', '{}'],
    ['\ufeffa: 1', '{"a"=>1}'],
  ])('with the text %j is %s', (text, expected) => {
    expect(read('c.yml', text)).toBe(expected);
  });

  test.each(['- a', '5', 'text', 'true'])('is a mapping and not %j', (text) => {
    expect(() => read('c.yml', text)).toThrow(
      expect.objectContaining({
        message: expect.stringMatching(/^Configuration file: \(INVALID\) .*\/c\.yml$/),
        diagnostic: expect.objectContaining({ severity: 'error', file: 'c.yml', line: 1 }),
      }),
    );
  });

  test('has a name that says so', () => {
    expect(() => read('c.conf', 'a: 1')).toThrow(/No parser for '.*c\.conf' is available/);
  });

  test('ends the reading with its place when it is wrong', () => {
    expect(() => read('c.yml', 'a: 1\nb: "x\n')).toThrow(
      expect.objectContaining({ diagnostic: expect.objectContaining({ file: 'c.yml', line: 2, column: 4 }) }),
    );
  });
});

describe('a file of TOML', () => {
  test.each([
    ['text', 'x = "a"', '"a"'],
    ['a boolean', 'x = true', 'true'],
    ['an Integer', 'x = 3', '3'],
    ['an Integer past 2^53', 'x = 9007199254740993', '9007199254740993'],
    ['a whole Float', 'x = 1.0', '1.0'],
    ['a Float', 'x = 2.5', '2.5'],
    ['a list', 'x = [1, "a"]', '[1, "a"]'],
    ['a table', 'x = {a = {b = 1}}', '{"a"=>{"b"=>1}}'],
    ['a day', 'x = 2024-01-02', '#<Date: 2024-01-02 ((2460312j,0s,0n),+0s,2299161j)>'],
    ['a time in UTC', 'x = 2024-01-02T03:04:05Z', '2024-01-02 03:04:05 UTC'],
    ['a time with an offset', 'x = 2024-01-02T03:04:05.5+01:30', '2024-01-02 03:04:05.5 +0130'],
    ['a time west of it', 'x = 2024-01-02T03:04:05-08:00', '2024-01-02 03:04:05 -0800'],
    ['a time without one', 'x = 2024-01-02T03:04:05', '2024-01-02 03:04:05 -0500'],
    ['a time of day', 'x = 03:04:05', '"03:04:05.000"'],
  ])('keeps %s', (_, line, expected) => {
    expect(read('c.TOML', line)).toBe(`{"x"=>${expected}}`);
  });

  test('may be empty', () => {
    expect(read('c.toml', '')).toBe('{}');
  });

  test('ends the reading with its place when it is wrong', () => {
    expect(() => read('c.toml', 'a = 1\nb = \n')).toThrow(SiteError);
    expect(() => read('c.toml', 'a = 1\nb = \n')).toThrow(
      expect.objectContaining({
        message: expect.stringMatching(/c\.toml\): Invalid TOML document: [^\n]+$/),
        diagnostic: expect.objectContaining({ file: 'c.toml', line: 2 }),
      }),
    );
  });
});
