import { expect, test } from 'vitest';
import { pluginGemsIn } from '../../../src/commands/doctor/gems.js';
import { differingSettings, placeOfKey } from '../../../src/commands/doctor/settings.js';
import type { RubyHash } from '../../../src/ruby/value.js';
import { loadYaml } from '../../../src/ruby/yaml/yaml.js';

const found = (yaml: string): string[] =>
  differingSettings(loadYaml(yaml) as RubyHash).map(({ path }) => path.join('.'));

test('names settings that have another effect here', () => {
  expect(found('lsi: true\nkramdown:\n  math_engine: katex\n')).toEqual(['lsi', 'kramdown.math_engine']);
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

test('reads plugin gems of a Gemfile, in a group or with a group of their own', () => {
  const gemfile = [
    'gem "rake"',
    'group :jekyll_plugins do',
    '  gem "jekyll-feed", "~> 0.12"',
    'end',
    "gem 'jekyll-toc', group: :jekyll_plugins",
    'gem "jekyll"',
  ].join('\n');
  expect(pluginGemsIn(gemfile)).toEqual([
    { name: 'jekyll-feed', line: 3 },
    { name: 'jekyll-toc', line: 5 },
  ]);
});
