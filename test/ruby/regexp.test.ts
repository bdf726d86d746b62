import { expect, test } from 'vitest';
import { RegexpSyntaxError } from '../../src/ruby/regexp/reader.js';
import { replaceMatches } from '../../src/ruby/regexp/replace-matches.js';

/** Expected texts are those of Ruby 3.1's `gsub`. */
test.each([
  ['a\nb\n', '^', '>', '>a\n>b\n'],
  ['a\nb\n', '$', '<', 'a<\nb<\n<'],
  ['ab\n', '\\Z', '!', 'ab!\n!'],
  ['😀é', '', '.', '.😀.é.'],
  ['😀', '$', '<', '😀<'],
  ['日本 a_1', '\\w+', 'x', '日本 x'],
  ['日本 a_1', '[[:word:]]+', 'x', 'x x'],
  ['日本 a', '\\b', '|', '|日本| |a|'],
  ['aab', '(?>a+)ab', 'x', 'aab'],
  ['aaab', 'a*+b', 'x', 'x'],
  ['hhah', '\\Gh', 'x', 'xxah'],
  ['A-b', '(?i)a-B', 'x', 'x'],
  ['ab', '(?<one>a)(b)', '\\k<one>\\1', 'a'],
  ['a{,2}', 'a{,2}', 'x', 'xx{x,x2x}x'],
])('%j with %j in the place of %j', (text, pattern, replacement, expected) => {
  expect(replaceMatches(text, pattern, replacement)).toBe(expected);
});

test('what Ruby refuses is refused in its words', () => {
  const read = (pattern: string) => () => replaceMatches('', pattern, '');
  expect(read('[a')).toThrow('premature end of char-class: /[a/');
  expect(read('*a')).toThrow('target of repeat operator is not specified: /*a/');
  expect(read('a)')).toThrow('unmatched close parenthesis: /a)/');
  expect(read('[z-a]')).toThrow('empty range in char class: /[z-a]/');
});

test('what JavaScript cannot do is refused', () => {
  for (const pattern of ['a(?i:b)', 'a\\Gb', '(?<a>x)\\g<a>', '\\p{Nope}']) {
    expect(() => replaceMatches('ab', pattern, ''), pattern).toThrow(RegexpSyntaxError);
  }
});
