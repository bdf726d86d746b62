import { describe, expect, test } from 'vitest';
import {
  capitalize,
  codePointLength,
  countWords,
  downcase,
  endOfPlainWords,
  firstWords,
  foldAscii,
  lineNumberAt,
  sliceCodePoints,
  split,
  splitWords,
  strip,
  takeCodePoints,
  upcase,
  withoutByteOrderMark,
} from '../../src/ruby/string.js';

describe('letters', () => {
  test.each([
    ['', '', '', ''],
    ['aBC', 'Abc', 'abc', 'ABC'],
    ['éA', 'Éa', 'éa', 'ÉA'],
    ['ΟΔΟΣ', 'Οδοσ', 'οδοσ', 'ΟΔΟΣ'],
    ['ß', 'Ss', 'ß', 'SS'],
    ['ﬀabC', 'Ffabc', 'ﬀabc', 'FFABC'],
    ['և', 'Եւ', 'և', 'ԵՒ'],
    ['ŉ', 'ʼN', 'ŉ', 'ʼN'],
    ['ǆ', 'ǅ', 'ǆ', 'Ǆ'],
    ['Ǳx', 'ǲx', 'ǳx', 'ǱX'],
    ['ᾳΑ', 'ᾼα', 'ᾳα', 'ΑΙΑ'],
    ['ᾲ', '\u1fba\u0345', 'ᾲ', 'ᾺΙ'],
    ['ᾷ', '\u0391\u0342\u0345', 'ᾷ', 'Α͂Ι'],
    ['\u0345', 'Ι', '\u0345', 'Ι'],
    ['საქართველო', 'საქართველო', 'საქართველო', 'ᲡᲐᲥᲐᲠᲗᲕᲔᲚᲝ'],
    ['ᲡᲐ', 'სა', 'სა', 'ᲡᲐ'],
    ['𐐨x', '𐐀x', '𐐨x', '𐐀X'],
  ])('of %j in Ruby’s title, lower and upper case', (text, title, lower, upper) => {
    expect([capitalize(text), downcase(text), upcase(text)]).toEqual([title, lower, upper]);
  });

  test('A to Z alone are folded', () => {
    expect([foldAscii('AbÉ'), foldAscii('aé')]).toEqual(['abÉ', 'aé']);
  });
});

describe('blanks', () => {
  test('are ASCII white space, and NUL at the ends', () => {
    expect([strip('\0 \v a \f\0'), strip('\u00a0a\u00a0'), strip('\0\0')]).toEqual([
      'a',
      '\u00a0a\u00a0',
      '',
    ]);
  });

  test('separate words', () => {
    expect([splitWords(' a\tb\u00a0c '), splitWords(' '), countWords(' a b\nc ')]).toEqual([
      ['a', 'b\u00a0c'],
      [],
      3,
    ]);
    expect([firstWords('  a b  c', 2), firstWords('a ', 2)]).toEqual([['a', 'b'], ['a']]);
  });

  test.each([
    ['one two three', 2, 7],
    ['one two', 2, 7],
    ['one  two', 2, -1],
    ['one\ntwo', 2, -1],
    ['one', 2, -1],
    [' one', 1, -1],
  ])('plain words of %j: the first %i end at %i', (text, count, end) => {
    expect(endOfPlainWords(text, count)).toBe(end);
  });
});

test.each([
  [' a  b ', ' ', ['a', 'b']],
  ['a,b,,', ',', ['a', 'b']],
  [',a', ',', ['', 'a']],
  [',,', ',', []],
  ['', ',', []],
  ['😀a', '', ['😀', 'a']],
])('%j is split at %j', (text, separator, parts) => {
  expect(split(text, separator)).toEqual(parts);
});

describe('code points', () => {
  test('count once, also those of two units', () => {
    expect([codePointLength('abc'), codePointLength('😀b'), codePointLength('\ud83d')]).toEqual([3, 2, 1]);
  });

  test.each([
    ['abc', 2, 'ab'],
    ['abc', 5, 'abc'],
    ['😀bc', 1, '😀'],
    ['😀bc', 3, '😀bc'],
    ['a\ud83d', 1, 'a'],
  ])('of %j the first %i', (text, count, expected) => {
    expect(takeCodePoints(text, count)).toBe(expected);
  });

  test.each([
    ['😀ab', 0, 1, '😀'],
    ['😀ab', -1, 1, 'b'],
    ['abc', 1, 5, 'bc'],
    ['abc', 3, 1, ''],
    ['abc', 4, 1, null],
    ['abc', -4, 1, null],
    ['abc', 0, -1, null],
  ])('of %j from %i, %i of them', (text, offset, length, expected) => {
    expect(sliceCodePoints(text, offset, length)).toBe(expected);
  });
});

test('lines are counted from 1, the mark before UTF-8 is dropped', () => {
  expect([lineNumberAt('a\nb\nc', 0), lineNumberAt('a\nb\nc', 2), lineNumberAt('a\nb\nc', 4)]).toEqual([
    1, 2, 3,
  ]);
  expect([withoutByteOrderMark('\uFEFFa'), withoutByteOrderMark('a')]).toEqual(['a', 'a']);
});
