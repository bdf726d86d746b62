import { describe, expect, test } from 'vitest';
import { decodeText, encodingNamed, writtenEncoding } from '../../src/ruby/encoding.js';

describe('an encoding', () => {
  test.each([
    ['iso-8859-1', [0x80, 0xe9], '\x80é'],
    ['ISO8859-15', [0xa4], '€'],
    ['windows-1252', [0x80], '€'],
    ['CP850', [0x82], 'é'],
    ['KOI8-R', [0xc1], 'а'],
    ['Shift_JIS', [0x83, 0x65], 'テ'],
    ['Windows-31J', [0x87, 0x40], '①'],
    ['eucJP', [0xa5, 0xc6], 'テ'],
    ['GB18030', [0x81, 0x30, 0x81, 0x30], '\x80'],
    ['Big5', [0xa4, 0xa4], '中'],
    ['euc-kr', [0xc7, 0xd1], '한'],
    ['bom|utf-8', [0xef, 0xbb, 0xbf, 0xc3, 0xa9], '\ufeffé'],
  ])('of the name %s reads and writes its bytes', (name, bytes, text) => {
    const encoding = encodingNamed(name)!;
    expect(encoding.decode(Buffer.from(bytes))).toBe(text);
    expect([...encoding.encode(text)]).toEqual(bytes);
  });

  test.each(['nonsense', 'latin1', 'utf-16le', 'base64'])(
    'is not known by the name %s, as in Ruby',
    (name) => {
      expect(encodingNamed(name)).toBeNull();
      expect(decodeText(Buffer.from('é'), name)).toBe('é');
    },
  );

  test('keeps bytes that are no text in it', () => {
    const encoding = encodingNamed('shift_jis')!;
    const bytes = Buffer.from([0x83, 0x65, 0xfd, 0x61, 0x83]);
    const text = encoding.decode(bytes);
    expect(text).toBe('テ\udcfda\udc83');
    expect(encoding.encode(text)).toEqual(bytes);
  });

  test('knows which characters it lacks', () => {
    const latin = encodingNamed('iso-8859-1')!;
    expect([latin.firstMissing('aé\udc80'), latin.firstMissing('é€😀')]).toEqual([null, '€']);
  });

  test('is another one in what is written after a colon', () => {
    const names = ['iso-8859-1:utf-8', 'big5-hkscs:2008', 'koi8-r', 'bom|utf-8', 'nonsense'];
    expect(names.map((name) => writtenEncoding(name).name)).toEqual([
      'UTF-8',
      'BIG5-HKSCS:2008',
      'KOI8-R',
      'UTF-8',
      'UTF-8',
    ]);
  });
});

test('a byte order mark goes, but stays in a table that is not told of it', () => {
  const bytes = Buffer.from('\ufeffa');
  expect([decodeText(bytes, 'utf-8'), decodeText(bytes, 'utf-8', false)]).toEqual(['a', '\ufeffa']);
});
