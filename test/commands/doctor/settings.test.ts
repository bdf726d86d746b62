import { expect, test } from 'vitest';
import { differingSettings, placeOfKey } from '../../../src/commands/doctor/settings.js';
import type { RubyHash } from '../../../src/ruby/value.js';
import { loadYaml } from '../../../src/ruby/yaml/yaml.js';

const found = (yaml: string): string[] =>
  differingSettings(loadYaml(yaml) as RubyHash).map(({ path }) => path.join('.'));

test('names settings that have another effect here', () => {
  expect(found('lsi: true\nkramdown:\n  math_engine: sskatex\n')).toEqual(['lsi', 'kramdown.math_engine']);
});

test('says nothing about settings that have the same effect', () => {
  expect(
    found('lsi: false\nmarkdown: KramDown\nhighlighter: rouge\nkramdown:\n  math_engine: mathjax\n'),
  ).toEqual([]);
});

test('finds the place of a nested key', () => {
  expect(
    placeOfKey('a: 1\nkramdown:\n  input: GFM\n  math_engine: x\n', ['kramdown', 'math_engine']),
  ).toEqual({
    line: 4,
    column: 3,
  });
  expect(placeOfKey('a: 1\n', ['b'])).toBeNull();
});
