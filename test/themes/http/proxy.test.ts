import { expect, test } from 'vitest';
import { proxyFor } from '../../../src/themes/http/proxy.js';

function hostFor(
  environment: Readonly<Record<string, string>>,
  url = 'https://rubygems.org/',
): string | null {
  return proxyFor(new URL(url), environment)?.href ?? null;
}

test.each([
  [{}, null],
  [{ HTTPS_PROXY: '' }, null],
  [{ HTTPS_PROXY: 'http://proxy:3128' }, 'http://proxy:3128/'],
  [{ https_proxy: 'http://proxy:3128' }, 'http://proxy:3128/'],
  [{ https_proxy: 'http://lower:1', HTTPS_PROXY: 'http://upper:1' }, 'http://lower:1/'],
  [{ https_proxy: '', HTTPS_PROXY: 'http://upper:1' }, 'http://upper:1/'],
  [{ ALL_PROXY: 'http://all:1' }, 'http://all:1/'],
  [{ all_proxy: 'http://all:1' }, 'http://all:1/'],
  [{ HTTPS_PROXY: 'http://proxy:1', ALL_PROXY: 'socks5://all:1' }, 'http://proxy:1/'],
  [{ HTTP_PROXY: 'http://plain:1' }, null],
  [{ HTTPS_PROXY: 'proxy:3128' }, 'http://proxy:3128/'],
  [{ HTTPS_PROXY: ' 10.0.0.1:3128 ' }, 'http://10.0.0.1:3128/'],
  [{ HTTPS_PROXY: 'https://proxy' }, 'https://proxy/'],
  [{ HTTPS_PROXY: 'http://user:pa%40ss@proxy:3128' }, 'http://user:pa%40ss@proxy:3128/'],
])('%j leads through %s', (environment, proxy) => {
  expect(hostFor(environment)).toBe(proxy);
});

test.each([
  ['https://rubygems.org/', '*'],
  ['https://rubygems.org/', 'rubygems.org'],
  ['https://rubygems.org/', 'RubyGems.org'],
  ['https://index.rubygems.org/', 'rubygems.org'],
  ['https://index.rubygems.org/', '.rubygems.org'],
  ['https://index.rubygems.org/', '*.rubygems.org'],
  ['https://rubygems.org/', '.rubygems.org'],
  ['https://rubygems.org./', 'rubygems.org'],
  ['https://rubygems.org/', 'localhost,rubygems.org'],
  ['https://rubygems.org/', 'localhost, rubygems.org'],
  ['https://rubygems.org/', 'localhost rubygems.org'],
  ['https://rubygems.org/', 'rubygems.org:443'],
  ['https://rubygems.org:8443/', 'rubygems.org:8443'],
  ['https://rubygems.org:8443/', 'rubygems.org'],
  ['https://10.1.2.3/', '10.1.2.3'],
  ['https://10.1.2.3/', '10.0.0.0/8'],
  ['https://10.1.2.3:8443/', '10.1.2.3:8443'],
  ['https://[fd00::1]/', 'fd00::1'],
  ['https://[fd00::1]/', '[fd00::1]'],
  ['https://[fd00::1]/', '[fd00:0:0::1]:443'],
  ['https://[fd00::1]/', 'fd00::/8'],
])('%s is asked directly with NO_PROXY=%j', (url, noProxy) => {
  expect(hostFor({ HTTPS_PROXY: 'http://proxy:1', NO_PROXY: noProxy }, url)).toBeNull();
  expect(hostFor({ HTTPS_PROXY: 'http://proxy:1', no_proxy: noProxy }, url)).toBeNull();
});

test.each([
  ['https://rubygems.org/', ''],
  ['https://rubygems.org/', ', ,'],
  ['https://rubygems.org/', '.'],
  ['https://rubygems.org/', 'gems.org'],
  ['https://rubygems.org/', 'index.rubygems.org'],
  ['https://rubygems.org/', 'rubygems.org:8443'],
  ['https://rubygems.org/', '10.0.0.0/8'],
  ['https://11.1.2.3/', '10.0.0.0/8'],
  ['https://10.1.2.3/', '10.1.2'],
  ['https://10.1.2.3/', '0.1.2.3'],
  ['https://10.1.2.3/', '10.0.0.0/80'],
  ['https://10.1.2.3/', '10.0.0.0/x'],
  ['https://10.1.2.3/', '::/0'],
  ['https://[fd00::1]/', '10.0.0.0/8'],
  ['https://[fd00::1]:8443/', '[fd00::1]:443'],
])('%s is asked through the proxy with NO_PROXY=%j', (url, noProxy) => {
  expect(hostFor({ HTTPS_PROXY: 'http://proxy:1', NO_PROXY: noProxy }, url)).toBe('http://proxy:1/');
});

test('does not go around a proxy that cannot be used, nor shows its password', () => {
  expect(() => hostFor({ ALL_PROXY: 'socks5://user:secret@proxy:1080' })).toThrow(
    'HTTPS_PROXY (or ALL_PROXY) names a proxy for socks5:, and only http: and https: ones can be used',
  );
  expect(() => hostFor({ HTTPS_PROXY: 'http://user:secret@:x' })).toThrow(
    /^HTTPS_PROXY \(or ALL_PROXY\) is not the address of a proxy$/,
  );
});
