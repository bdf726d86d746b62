import { describe, expect, test } from 'vitest';
import { loadConfig } from '../../src/config/load.js';
import type { Config } from '../../src/model/config.js';
import { inspect } from '../../src/ruby/inspect.js';
import type { Value } from '../../src/ruby/value.js';
import { recordingReporter } from '../helpers/recording-reporter.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

/** The configuration of a site with this file and these variables. */
function load(
  yaml: string,
  flags: Readonly<Record<string, Value>> = {},
  environment: Readonly<Record<string, string>> = {},
): Config {
  const directory = temporaryFolder({ '_config.yml': yaml });
  return loadConfig({ directory, flags, environment, reporter: recordingReporter().reporter });
}

describe('the typed record', () => {
  test('has the environment’s name, and knows whether it was given', () => {
    expect(load('')).toMatchObject({ environment: 'development', isEnvironmentSet: false });
    expect(load('', {}, { JEKYLL_ENV: 'production' })).toMatchObject({
      environment: 'production',
      isEnvironmentSet: true,
    });
  });

  test.each([
    ['strict', 'strict'],
    ['lax', 'lax'],
    ['warn', 'warn'],
  ])('reads error_mode %s as %s', (mode, expected) => {
    expect(load(`liquid: {error_mode: ${mode}}`).liquid.errorMode).toBe(expected);
  });

  test('knows two versions of Liquid', () => {
    expect([4, 5, '"5"'].map((version) => load(`liquid: {version: ${version}}`).liquid.version)).toEqual([
      4, 5, 4,
    ]);
  });

  test.each([
    ['profile: true', true],
    ['profile: json', 'json'],
    ['profile: ~', false],
  ])('reads %s', (yaml, expected) => {
    expect(load(yaml).profile).toBe(expected);
  });

  test('counts posts in whole numbers', () => {
    expect(['2.5', '~'].map((limit) => load(`limit_posts: ${limit}`).limitPosts)).toEqual([2, 0]);
  });

  test('takes only text for patterns', () => {
    expect(load('exclude: [5, ~, b]\n').exclude[0]).toBe('b');
  });

  test.each([
    ['1718000000', 1_718_000_000],
    ['', null],
  ])('holds the clock at SOURCE_DATE_EPOCH=%s', (seconds, expected) => {
    expect(load('', {}, { SOURCE_DATE_EPOCH: seconds }).sourceDate).toBe(expected);
  });

  test('refuses a SOURCE_DATE_EPOCH that is no second', () => {
    expect(() => load('', {}, { SOURCE_DATE_EPOCH: 'soon' })).toThrow("no second since 1970: 'soon'");
  });

  test('has the time of the configuration beside a clock that is held', () => {
    const { time, sourceDate } = load('time: 2024-01-02', {}, { SOURCE_DATE_EPOCH: '0' });
    expect([inspect(time), sourceDate]).toEqual([expect.stringContaining('2024-01-02'), 0]);
  });

  test('brings defaults to one form, old names of types included', () => {
    const { defaults } = load(
      [
        'defaults:',
        '- {scope: {path: a, type: page}, values: {x: 1}}',
        '- {scope: {path: 5, type: posts}, values: {x: 1}}',
        '- {values: {x: 1}}',
        '- {values: x}',
        '- 5',
      ].join('\n'),
    );
    expect(defaults.map(({ path, type }) => [path, type])).toEqual([
      ['a', 'pages'],
      ['', 'posts'],
      ['', null],
    ]);
  });

  test('cannot be changed', () => {
    expect(Object.isFrozen(load(''))).toBe(true);
  });
});

describe('collections', () => {
  const shown = (yaml: string): string => inspect(load(yaml).settings.get('collections') ?? null);
  const DATE = '"/:categories/:year/:month/:day/:title:output_ext"';

  test.each([
    ['', `{"posts"=>{"output"=>true, "permalink"=>${DATE}}}`],
    ['collections: [b, a]', `{"posts"=>{"output"=>true, "permalink"=>${DATE}}, "b"=>{}, "a"=>{}}`],
    ['collections: {a: ~, posts: ~}', `{"posts"=>{"output"=>true, "permalink"=>${DATE}}, "a"=>nil}`],
    [
      'collections: {posts: {output: false, permalink: /x}}',
      '{"posts"=>{"output"=>true, "permalink"=>"/x"}}',
    ],
  ])('have posts first, always written: %s', (yaml, expected) => {
    expect(shown(yaml)).toBe(expected);
  });

  test('have labels of plain characters, and settings only under such a name', () => {
    const { collections } = load(
      'collections: {č x: {output: true}, a: {output: "no", sort_by: 5, order: x}, b: ~}',
    );
    expect(collections.map(({ label, output, sortBy, order }) => [label, output, sortBy, order])).toEqual([
      ['posts', true, null, null],
      ['x', false, null, null],
      ['a', true, null, null],
      ['b', false, null, null],
    ]);
  });
});
