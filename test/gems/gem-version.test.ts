import { expect, test } from 'vitest';
import { compareGemVersions, isPrerelease, meetsRequirements } from '../../src/gems/gem-version.js';

test('versions are in order by their numbers, and letters come before them', () => {
  const ordered = [
    '0.9',
    '1.0.0.a',
    '1.0.0.b2',
    '1.0.0.b10',
    '1.0.0-rc1',
    '1.0',
    '1.0.1',
    '1.2',
    '1.10',
    '2',
  ];
  expect([...ordered].reverse().sort(compareGemVersions)).toEqual(ordered);
  expect(compareGemVersions('1.0', '1.0.0')).toBe(0);
});

test.each<[string, string[], string[], string[]]>([
  ['nothing', [], ['1.0', '9'], ['1.0.0.rc1']],
  ['~> with three numbers', ['~> 2.5.1'], ['2.5.1', '2.5.10', '2.5.1.1'], ['2.5.0', '2.6', '3']],
  ['~> with two numbers', ['~> 2.5'], ['2.5', '2.9.9'], ['2.4', '3.0']],
  ['~> with one number', ['~> 2'], ['2.0', '2.9'], ['1.9', '3.0']],
  ['~> before a release', ['~> 1.0.0.rc1'], ['1.0.0.rc1', '1.0.0.rc2', '1.0.5'], ['1.1', '1.0.0.beta']],
  ['several', ['>= 1.0', '< 2', '!= 1.5'], ['1.0', '1.9'], ['0.9', '2.0', '1.5.0']],
  ['a version alone', ['1.2'], ['1.2', '1.2.0'], ['1.2.1']],
  ['> and <=', ['> 1', '<= 2'], ['1.0.1', '2.0'], ['1.0', '2.0.1']],
  ['what is none', ['anything'], [], ['1.0']],
])('%s asks for the right versions', (_, requirements, good, bad) => {
  expect(good.filter((version) => !meetsRequirements(version, requirements))).toEqual([]);
  expect(bad.filter((version) => meetsRequirements(version, requirements))).toEqual([]);
});

test('letters make a version one before a release', () => {
  expect([isPrerelease('1.0.0.pre'), isPrerelease('1.0')]).toEqual([true, false]);
});
