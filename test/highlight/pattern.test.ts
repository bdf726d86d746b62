import { expect, test } from 'vitest';
import { beyondAscii, firstCharacters } from '../../src/highlight/first-characters.js';
import { asciiMembers, compilePattern } from '../../src/highlight/pattern.js';

const ascii = Array.from({ length: beyondAscii }, (_, code) => String.fromCharCode(code));

test.each(Object.entries(asciiMembers))('%s has %s of ASCII', (unicodeClass, members) => {
  const listed = new RegExp(`[${members}]`);
  const actual = new RegExp(unicodeClass, 'u');
  expect(ascii.filter((character) => listed.test(character))).toEqual(
    ascii.filter((character) => actual.test(character)),
  );
});

test.each(['\\p{Lu}\\w*', '[\\p{Ll}_]x', '\\p{Mn}', '(?:\\d|\\p{Pc})+', '[^\\s\\p{L}]'])(
  '%s is asked for at the characters it can start with and no others',
  (source) => {
    const whole = new RegExp(`^${source}$`, 'u');
    const possible = ascii.filter((character) => whole.test(character) || whole.test(`${character}x`));
    const first = firstCharacters(source, false)!;
    expect(ascii.filter((_, code) => first[code])).toEqual(possible);
    expect(first[beyondAscii]).toBe(1);
  },
);

test('a class that is not listed may start with anything', () => {
  expect(firstCharacters('\\p{XID_Start}', false)?.every((flag) => flag === 1)).toBe(true);
});

test('letters that are numbers belong to words, as in Ruby', () => {
  expect(compilePattern(/a\b/, 'unicode').test('aⅧ')).toBe(false);
  expect(compilePattern(/a\b/, 'unicode').test('a²')).toBe(true);
});
