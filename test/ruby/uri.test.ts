import { describe, expect, test } from 'vitest';
import { escapeForm, unescapeForm } from '../../src/ruby/percent.js';
import { encodeUri, normalizeComponent, UriError, unencodeUri } from '../../src/ruby/uri.js';
import { normalizeUri } from '../../src/ruby/uri-normalize.js';

describe('normalizeUri', () => {
  test.each([
    ['HTTP://Example.COM:80/a b/é?q=1&r=c d#x y', 'http://example.com/a%20b/%C3%A9?q=1&r=c%20d#x%20y'],
    ['http://example.com', 'http://example.com/'],
    ['http://日本.jp/', 'http://xn--wgv71a.jp/'],
    ['/blog/../a/./b', '/a/b'],
    ['/../../x', '/x'],
    ['/a%2fb/%7Ec', '/a%2Fb/~c'],
    ['?a=1%2B1', '?a=1%2B1'],
    ['', ''],
  ])('makes %s into %s', (text, expected) => {
    expect(normalizeUri(text)).toBe(expected);
  });

  test.each([
    ['http:', "Absolute URI missing hierarchical segment: 'http:'"],
    ['1a:b', "Invalid scheme format: '1a'"],
    ['http://a b/', "Invalid character in host: 'a b'"],
    ['http://a:x/', 'Invalid port number: "x"'],
  ])('refuses %s', (text, message) => {
    expect(() => normalizeUri(text)).toThrow(new UriError(message));
  });
});

test('encodeUri escapes a percent sign again, normalizeComponent does not', () => {
  expect(encodeUri('/a b%20c?d#é')).toBe('/a%20b%2520c?d#%C3%A9');
  expect(normalizeComponent('salt, 1/2%20\\tsp?')).toBe('salt,%201/2%20%5Ctsp?');
  expect(unencodeUri('/%e6%97%a5%20b')).toBe('/日 b');
});

test('forms write a space as a plus sign, and refuse bytes that are no text', () => {
  expect(escapeForm("a b~*'日")).toBe('a+b~%2A%27%E6%97%A5');
  expect([unescapeForm('a+b%E6%97%A5'), unescapeForm('%ff')]).toEqual(['a b日', null]);
});
