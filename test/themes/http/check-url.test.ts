import { expect, test } from 'vitest';
import { checkNameForProxy, checkUrl } from '../../../src/themes/http/check-url.js';
import { get } from '../../../src/themes/http/get.js';
import { failureOf, getFrom, serve } from './local-server.js';

function accepts(url: string, address: string, ...trusted: string[]): boolean {
  return checkUrl(new URL(url), new Set(trusted)).accepts(address);
}

test.each([
  'https://127.0.0.1/',
  'https://127.1/',
  'https://2130706433/',
  'https://0x7f000001/',
  'https://0177.0.0.1/',
  'https://10.0.0.1/',
  'https://169.254.169.254/latest/meta-data',
  'https://[::1]/',
  'https://[::ffff:127.0.0.1]/',
  'https://[fd00::1]/',
  'https://0/',
])('does not ask %s', async (url) => {
  const error = await failureOf(get(url, { environment: {}, trusted: new Set() }));
  expect(error.message).toMatch(/^its host is at a private address \(/);
});

test.each(['http://rubygems.org/', 'ftp://rubygems.org/', 'file:///etc/passwd', 'data:text/plain,a'])(
  'does not ask %s, which is not https:',
  async (url) => {
    const error = await failureOf(get(url, { environment: {}, trusted: new Set() }));
    expect(error.message).toBe('only https: is asked');
  },
);

test('does not ask with a user name or a password, nor shows them', async () => {
  for (const user of ['user', 'user:secret', ':secret']) {
    const url = `https://${user}@gems.test/a`;
    const error = await failureOf(get(url, { environment: {}, trusted: new Set(['https://gems.test']) }));
    expect(error.message).toBe('addresses with a user name or a password are not asked');
    expect(error.url).toBe('https://gems.test/a');
  }
});

test('a public host may not be at a private address', () => {
  expect(accepts('https://gems.test/', '140.82.121.3')).toBe(true);
  expect(accepts('https://gems.test/', '10.0.0.1')).toBe(false);
});

test('a host that the user named may', () => {
  expect(accepts('https://gems.test:8443/', '10.0.0.1', 'https://gems.test:8443')).toBe(true);
  expect(accepts('https://10.0.0.1/', '10.0.0.1', 'https://10.0.0.1')).toBe(true);
});

test('trust is for one origin: its scheme, its host, its port', () => {
  const trusted = 'https://gems.test:8443';
  expect(accepts('https://gems.test/', '10.0.0.1', trusted)).toBe(false);
  expect(accepts('https://gems.test:8444/', '10.0.0.1', trusted)).toBe(false);
  expect(accepts('https://a.gems.test:8443/', '10.0.0.1', trusted)).toBe(false);
  expect(() => accepts('http://gems.test:8443/', '127.0.0.1', trusted)).toThrow('only https: is asked');
});

test('plain http: stays in this computer, even when the user named it', () => {
  expect(accepts('http://gems.test/', '127.0.0.1', 'http://gems.test')).toBe(true);
  expect(accepts('http://gems.test/', '10.0.0.1', 'http://gems.test')).toBe(false);
  expect(accepts('http://gems.test/', '140.82.121.3', 'http://gems.test')).toBe(false);
  expect(() => accepts('http://10.0.0.1/', '10.0.0.1', 'http://10.0.0.1')).toThrow(
    'its host is at an address outside this computer, for which https: is needed (10.0.0.1)',
  );
});

test('asks this computer by plain http: when the user named it, by address or name', async () => {
  const origin = await serve((_, response) => response.end('ok'));
  expect(String((await getFrom(origin)).body)).toBe('ok');
  const byName = origin.replace('127.0.0.1', 'localhost');
  expect(String((await getFrom(byName)).body)).toBe('ok');
  const error = await failureOf(getFrom(byName, { trusted: new Set([origin]) }));
  expect(error.message).toBe('only https: is asked');
});

test.each(['localhost', 'localhost.', 'LOCALHOST', 'gems.localhost'])('no proxy is asked for %s', (host) => {
  expect(() => checkNameForProxy(new URL(`https://${host}/`), new Set())).toThrow(
    'its host is a private name',
  );
});

test('a proxy is asked for other names, and for those that the user named', () => {
  expect(() => checkNameForProxy(new URL('https://notlocalhost/'), new Set())).not.toThrow();
  const trusted = new Set(['https://localhost:8443']);
  expect(() => checkNameForProxy(new URL('https://localhost:8443/'), trusted)).not.toThrow();
});
