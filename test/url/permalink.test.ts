import { describe, expect, test } from 'vitest';
import {
  escapePath,
  fillTemplate,
  permalinkTemplate,
  replacePlaceholders,
  UnknownPlaceholderError,
  withPermalinkSuffix,
} from '../../src/url/permalink.js';

const placeholders = new Map([
  ['title', 'a b'],
  ['month', '01'],
  ['day', '31'],
  ['categories', ''],
]);
const fill = (template: string): string => fillTemplate(template, (name) => placeholders.get(name));

describe('fillTemplate', () => {
  test('fills placeholders, escapes them and squeezes slashes', () => {
    expect(fill('/:categories/:month/:title/')).toBe('/01/a%20b/');
  });

  test('takes an underscore after a name as text', () => {
    expect(fill(':month_:day')).toBe('/01_31');
  });

  test('names a key that does not exist, twice when it ends in an underscore', () => {
    expect(() => fill('/:nosuch/')).toThrow(new UnknownPlaceholderError(['nosuch']));
    expect(() => fill('/:nosuch_/')).toThrow(new UnknownPlaceholderError(['nosuch', 'nosuch']));
  });

  test('leaves no way up', () => {
    expect(fill('/../a/./b')).toBe('/a/b');
  });
});

describe('replacePlaceholders', () => {
  test('keeps names it does not know', () => {
    expect(replacePlaceholders('/:year/:basename', [['basename', 'about']])).toBe('/:year/about');
  });

  test('replaces a name inside a longer one, as Jekyll does', () => {
    expect(replacePlaceholders('/:pathology', [['path', 'x']])).toBe('/xology');
  });
});

test('escapes everything that is not plain, and the first number sign', () => {
  expect(escapePath('C# ü.md')).toBe('C%23%20%C3%BC.md');
});

test('a style is a template, and anything else stands for itself', () => {
  expect(permalinkTemplate('pretty')).toBe('/:categories/:year/:month/:day/:title/');
  expect(permalinkTemplate('/:title')).toBe('/:title');
});

test('templates end as the style ends; weekdate ends in nothing', () => {
  expect(withPermalinkSuffix('/:path', 'pretty')).toBe('/:path/');
  expect(withPermalinkSuffix('/:path', 'none')).toBe('/:path:output_ext');
  expect(withPermalinkSuffix('/:path', '/:title:output_ext')).toBe('/:path:output_ext');
  expect(withPermalinkSuffix('/:path', 'weekdate')).toBe('/:path');
});
