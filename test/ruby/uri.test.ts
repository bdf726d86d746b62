import { describe, expect, test } from 'vitest';
import { escapeForm, unescapeForm } from '../../src/ruby/percent.js';
import { encodeUri, isAbsoluteUri, normalizeComponent, UriError, unencodeUri } from '../../src/ruby/uri.js';
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
    ['http://h:080/a', 'http://h/a'],
    ['http://h:0/', 'http://h/'],
    ['http://h:/', 'http://h/'],
    ['http://h:123456/', 'http://h:123456/'],
    ['https://u:p@h:444/a', 'https://u:p@h:444/a'],
    ['http://u@h/', 'http://u@h/'],
    ['http://u:@h/', 'http://u:@h/'],
    ['http://:@h/', 'http://h/'],
    ['http://:p@h/', 'http://:p@h/'],
    ['ftp://@h/', 'ftp://@h/'],
    ['feed:http://x.y/a', 'http://x.y/a'],
    ['feed://x.y/a', 'feed://x.y/a'],
    ['SSH+SVN://h', 'svn+ssh://h'],
    ['svn+ssh://h:22/', 'svn+ssh://h/'],
    ['mailto:a@b', 'mailto:a@b'],
    ['a:b', 'a:b'],
    ['//h', '//h'],
    ['//h//a//b', '//h//a//b'],
    ['http://h./', 'http://h/'],
    ['http://H%C3%A9/', 'http://xn--h-bga/'],
    ['http://%ff/', 'http://%FF/'],
    ['http://[::1]:80/a', 'http://[::1]/a'],
    ['x:/a/../b', 'x:/b'],
    ['/a/b/../../c', '/c'],
    ['../../a', 'a'],
    ['a/../b', 'a/../b'],
    ['a/..', 'a/..'],
    ['/a/b/..', '/a/'],
    ['/..', '/'],
    ['/../..', '/'],
    ['/a/./b/../c/.', '/a/c/'],
    ['.', ''],
    ['...', ''],
    ['/a/...', '/a/...'],
    ['a/b:c', 'a/b:c'],
    ['?a=b+c%2b%2Bd', '?a=b+c%2B%2Bd'],
    ['?', ''],
    ['#', ''],
    ['a#%20 x', 'a#%20%20x'],
    ['a%', 'a%25'],
    ['%ff', '%FF'],
    ['ﬁ', 'fi'],
    ['http://u:a b@h/', 'http://u:a%20b@h/'],
    ['data:text/html,<b>', 'data:text/html,%3Cb%3E'],
  ])('makes %s into %s', (text, expected) => {
    expect(normalizeUri(text)).toBe(expected);
  });

  test.each([
    ['http:', "Absolute URI missing hierarchical segment: 'http:'"],
    ['1a:b', "Invalid scheme format: '1a'"],
    ['http://a b/', "Invalid character in host: 'a b'"],
    ['http://a:x/', 'Invalid port number: "x"'],
    [':', "Cannot assemble URI string with ambiguous path: ':'"],
    ['ftp:', "Absolute URI missing hierarchical segment: 'ftp:'"],
    ['http://', "Absolute URI missing hierarchical segment: 'http://'"],
    ['1:2', "Invalid scheme format: '1'"],
    ['/.//a', "Cannot have a path with two leading slashes without an authority set: '//a'"],
    ['./a:b', "Cannot assemble URI string with ambiguous path: 'a:b'"],
    ['http://[x{]/', "Invalid character in host: '[x{]'"],
    ['http://h:8a/', 'Invalid port number: "8a"'],
    ['http://x<y/', "Invalid character in host: 'x<y'"],
    ['http:?q', "Absolute URI missing hierarchical segment: 'http:?q'"],
  ])('refuses %s', (text, message) => {
    expect(() => normalizeUri(text)).toThrow(new UriError(message));
  });
});

test('encodeUri escapes a percent sign again, normalizeComponent does not', () => {
  expect(encodeUri('/a b%20c?d#é')).toBe('/a%20b%2520c?d#%C3%A9');
  expect(normalizeComponent('salt, 1/2%20\\tsp?')).toBe('salt,%201/2%20%5Ctsp?');
  expect(encodeUri('//u s@h:080/é')).toBe('//u%20s@h:80/%C3%A9');
  expect(unencodeUri('/%e6%97%a5%20b')).toBe('/日 b');
});

test('forms write a space as a plus sign, and refuse bytes that are no text', () => {
  expect(escapeForm("a b~*'日")).toBe('a+b~%2A%27%E6%97%A5');
  expect([unescapeForm('a+b%E6%97%A5'), unescapeForm('%ff')]).toEqual(['a b日', null]);
});

test('only a scheme makes a URL absolute', () => {
  expect(['http://h', 'a:b', '/a', '//h/a', ''].map(isAbsoluteUri)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});
