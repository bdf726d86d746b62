import { expect, test } from 'vitest';
import { replaceFirst, replaceText } from '../../src/ruby/replace.js';

/** What Ruby makes of `"xayaz".gsub("a", …)`, `"xayaz".sub("a", …)` and `"ab".gsub("", …)`. */
test.each([
  ['b', 'xbybz', 'xbyaz', 'babbb'],
  ['a\\0b', 'xaabyaabz', 'xaabyaz', 'abaabbab'],
  ['\\&\\&', 'xaayaaz', 'xaayaz', 'ab'],
  ["\\`|\\'", 'xx|yazyxay|zz', 'xx|yazyaz', '|abaa|bbab|'],
  ['\\1\\9', 'xyz', 'xyaz', 'ab'],
  ['\\\\', 'x\\y\\z', 'x\\yaz', '\\a\\b\\'],
  ['\\x', 'x\\xy\\xz', 'x\\xyaz', '\\xa\\xb\\x'],
  ['\\', 'x\\y\\z', 'x\\yaz', '\\a\\b\\'],
])('reads the back-references of %j', (replacement, everywhere, first, between) => {
  expect([
    replaceText('xayaz', 'a', replacement),
    replaceFirst('xayaz', 'a', replacement),
    replaceText('ab', '', replacement),
  ]).toEqual([everywhere, first, between]);
});

test('a text without the one looked for stays as it is', () => {
  expect([replaceText('ab', 'c', '\\0'), replaceFirst('ab', 'c', 'd')]).toEqual(['ab', 'ab']);
});

test('the empty text is found between characters, not between the halves of one', () => {
  expect(replaceText('😀', '', '-')).toBe('-😀-');
});
