/**
 * What needs `https:` and names: a program of its own trusts a certificate made here, and a proxy made here leads every name to one
 * server. Where there is no openssl, none of it can be tried.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Errand, Result } from './get-in-child.js';
import { createSecureWorld, hasOpenssl, type SecureWorld } from './secure-world.js';

/** Where the server leads to, by path. */
const moved: Readonly<Record<string, string>> = {
  '/relative': 'ok',
  '/same-host': 'https://gems.test/ok',
  '/to-codeload': 'https://codeload.github.com/ok',
  '/to-rubygems': '//rubygems.org/ok',
  '/to-other': 'https://other.test/ok',
  '/to-subdomain': 'https://a.github.com/ok',
  '/to-lookalike': 'https://github.com.other.test/ok',
  '/to-port': 'https://github.com:8443/ok',
  '/to-http': 'http://gems.test/ok',
  '/to-listed-http': 'http://github.com/ok',
  '/to-file': 'file:///etc/passwd',
  '/to-private': 'https://10.0.0.1/ok',
  '/to-user': 'https://user:secret@github.com/ok',
  '/to-nothing': 'https://',
  '/to-headers': 'https://github.com/headers',
  '/via-github': 'https://github.com/back',
  '/back': 'https://gems.test/to-other',
  '/3': '/2',
  '/2': '/1',
  '/1': '/ok',
  '/4': '/3',
  '/loop': '/loop',
};

/** What the proxy says instead of connecting, by host. */
const dismissals: Readonly<Record<string, string>> = {
  'forbidden.test:443': 'HTTP/1.1 403 Forbidden\r\nContent-Length: 2\r\n\r\nno',
  'missing.test:443': 'HTTP/1.1 404 Not Found\r\nContent-Length: 2\r\n\r\nno',
  'password.test:443': 'HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic\r\n\r\n',
  'moved.test:443': 'HTTP/1.1 302 Found\r\nLocation: https://github.com/ok\r\n\r\n',
  'created.test:443': 'HTTP/1.1 201 Created\r\nContent-Length: 2\r\n\r\nno',
  'cut.test:443': 'HTTP/1.1 200',
  'silent.test:443': '',
};

let world: SecureWorld;

beforeAll(async () => {
  if (!hasOpenssl) return;
  world = await createSecureWorld(
    ({ url, headers }, response) => {
      const location = moved[url!];
      if (url === '/headers') response.end(JSON.stringify(headers));
      else if (location === undefined) response.end('ok');
      else response.writeHead(302, { location }).end();
    },
    (host) => dismissals[host] ?? null,
  );
});

afterAll(() => world?.close());

beforeEach(() => {
  if (hasOpenssl) world.log.length = 0;
});

async function runOne(errand: Errand, extraCertificates?: string | null): Promise<Result> {
  const [result] = await world.run([errand], extraCertificates);
  return result!;
}

/** Through the proxy. */
function runProxied(paths: readonly string[], options: Partial<Errand> = {}): Promise<readonly Result[]> {
  const environment = { HTTPS_PROXY: world.proxy };
  return world.run(paths.map((path) => ({ url: `https://gems.test${path}`, environment, ...options })));
}

describe.skipIf(!hasOpenssl)('by https:, with a certificate that openssl made', () => {
  test('asks a server whose certificate NODE_EXTRA_CA_CERTS vouches for', async () => {
    const origin = `https://localhost:${world.port}`;
    const result = await runOne({ url: `${origin}/ok`, trusted: [origin] });
    expect(result).toEqual({ status: 200, url: `${origin}/ok`, body: 'ok' });
    expect(world.log).toEqual([`GET localhost:${world.port}/ok`]);
  });

  test('does not ask it without', async () => {
    const origin = `https://localhost:${world.port}`;
    const { failure } = await runOne({ url: `${origin}/ok`, trusted: [origin] }, null);
    expect(failure).toMatch(
      /^its certificate is signed by nobody who is trusted here \(NODE_EXTRA_CA_CERTS /,
    );
    expect(world.log).toEqual([]);
  });

  test('does not ask a server whose certificate is for another', async () => {
    const origin = `https://127.0.0.1:${world.port}`;
    const { failure } = await runOne({ url: `${origin}/ok`, trusted: [origin] });
    expect(failure).toBe('its certificate is for another host');
    expect(world.log).toEqual([]);
  });

  test('does not ask a private server by https: that nobody named', async () => {
    const { failure } = await runOne({ url: `https://localhost:${world.port}/ok` });
    expect(failure).toMatch(/^its host is at a private address \(/);
    expect(world.log).toEqual([]);
  });

  test('asks through a proxy, which looks the name up', async () => {
    const [result] = await runProxied(['/ok']);
    expect(result).toEqual({ status: 200, url: 'https://gems.test/ok', body: 'ok' });
    expect(world.log).toEqual(['CONNECT gems.test:443', 'GET gems.test/ok']);
  });

  test('asks through a proxy that is itself reached by TLS', async () => {
    const [result] = await runProxied(['/ok'], { environment: { https_proxy: world.secureProxy } });
    expect(result).toMatchObject({ status: 200, body: 'ok' });
    expect(world.log).toEqual(['CONNECT gems.test:443', 'GET gems.test/ok']);
  });

  test('asks directly what NO_PROXY names', async () => {
    const origin = `https://localhost:${world.port}`;
    const environment = { HTTPS_PROXY: world.proxy, NO_PROXY: `other.test,localhost:${world.port}` };
    const result = await runOne({ url: `${origin}/ok`, trusted: [origin], environment });
    expect(result).toMatchObject({ status: 200, body: 'ok' });
    expect(world.log).toEqual([`GET localhost:${world.port}/ok`]);
  });

  test('checks the certificate through a proxy, too', async () => {
    const environment = { HTTPS_PROXY: world.proxy };
    const { failure } = await runOne({ url: 'https://wrong.test/ok', environment });
    expect(failure).toBe(
      `its certificate is for another host (through the proxy ${new URL(world.proxy).host})`,
    );
    expect(world.log).toEqual(['CONNECT wrong.test:443']);
  });

  test('does not ask a proxy for private addresses and names', async () => {
    const environment = { HTTPS_PROXY: world.proxy };
    const results = await world.run(
      ['127.0.0.1', '10.0.0.1', '[::1]', 'localhost', 'a.localhost'].map((host) => ({
        url: `https://${host}/`,
        environment,
      })),
    );
    expect(results.map(({ failure }) => failure)).toEqual([
      'its host is at a private address (127.0.0.1)',
      'its host is at a private address (10.0.0.1)',
      'its host is at a private address (::1)',
      'its host is a private name (localhost)',
      'its host is a private name (a.localhost)',
    ]);
    expect(world.log).toEqual([]);
  });

  test('gives the proxy its password, and nobody else', async () => {
    const proxy = world.proxy.replace('//', '//user:pa%40ss@');
    const [result] = await runProxied(['/headers'], { environment: { HTTPS_PROXY: proxy } });
    expect(world.lastCredentials()).toBe(`Basic ${Buffer.from('user:pa@ss').toString('base64')}`);
    expect(result!.body).not.toMatch(/authorization/i);
  });

  test('does not take what a proxy says for the words of the host', async () => {
    const proxy = world.proxy.replace('//', '//user:secret@');
    const hosts = ['forbidden', 'missing', 'password', 'moved', 'created', 'cut'];
    const results = await world.run(
      hosts.map((host) => ({ url: `https://${host}.test/`, environment: { HTTPS_PROXY: proxy } })),
    );
    const { host } = new URL(world.proxy);
    expect(results).toEqual([
      { status: 403, url: 'https://forbidden.test/', failure: `the proxy ${host} answered 403 Forbidden` },
      { status: 404, url: 'https://missing.test/', failure: `the proxy ${host} answered 404 Not Found` },
      {
        status: 407,
        url: 'https://password.test/',
        failure: `the proxy ${host} answered 407 Proxy Authentication Required`,
      },
      { status: 302, url: 'https://moved.test/', failure: `the proxy ${host} answered 302 Found` },
      { status: 201, url: 'https://created.test/', failure: `the proxy ${host} answered 201 Created` },
      {
        status: null,
        url: 'https://cut.test/',
        failure: `Proxy connection ended before receiving CONNECT response (through the proxy ${host})`,
      },
    ]);
  });

  test.each(['proxy', 'secureProxy'] as const)(
    'gives up on a silent %s and leaves nothing open',
    async (kind) => {
      const start = performance.now();
      const environment = { HTTPS_PROXY: world[kind] };
      const { failure } = await runOne({ url: 'https://silent.test/', environment, patience: 300 });
      expect(failure).toBe('the server sent nothing for 0.3 s');
      // The proxy never hangs up: the program would not end if it had not.
      expect(performance.now() - start).toBeLessThan(10_000);
    },
  );

  test('follows redirects to the same host, and to those where gems and archives are', async () => {
    const results = await runProxied(['/relative', '/same-host', '/to-codeload', '/to-rubygems']);
    expect(results.map(({ status, url }) => [status, url])).toEqual([
      [200, 'https://gems.test/ok'],
      [200, 'https://gems.test/ok'],
      [200, 'https://codeload.github.com/ok'],
      [200, 'https://rubygems.org/ok'],
    ]);
  });

  test('does not follow others', async () => {
    const elsewhere = (host: string): string =>
      `it leads to another host (${host}), which is not among those that are followed`;
    const plain = (url: string): string => `it leads to ${url}, and only https: is followed`;
    const cases = [
      ['/to-other', elsewhere('other.test')],
      ['/to-subdomain', elsewhere('a.github.com')],
      ['/to-lookalike', elsewhere('github.com.other.test')],
      ['/to-port', elsewhere('github.com:8443')],
      ['/to-private', elsewhere('10.0.0.1')],
      ['/to-http', plain('http://gems.test/ok')],
      ['/to-listed-http', plain('http://github.com/ok')],
      ['/to-file', plain('file:///etc/passwd')],
      ['/to-user', 'addresses with a user name or a password are not asked'],
      ['/to-nothing', 'the server answered with a redirect to nowhere'],
      ['/via-github', elsewhere('other.test')],
    ] as const;
    const results = await runProxied(cases.map(([path]) => path));
    expect(results.map(({ failure }) => failure)).toEqual(cases.map(([, failure]) => failure));
    expect(JSON.stringify(results)).not.toContain('secret');
    expect(world.log.filter((line) => line.endsWith('/ok'))).toEqual([]);
  });

  test('does not go from another host to a private one that the user named', async () => {
    const [result] = await runProxied(['/to-private'], { trusted: ['https://10.0.0.1'] });
    expect(result!.failure).toMatch(/^it leads to another host \(10\.0\.0\.1\)/);
  });

  test('follows three redirects, and not four', async () => {
    const results = await runProxied(['/3', '/4', '/loop']);
    expect(results.map(({ body, failure }) => body ?? failure)).toEqual([
      'ok',
      'it was redirected more than 3 times',
      'it was redirected more than 3 times',
    ]);
    expect(world.log.filter((line) => line === 'GET gems.test/loop')).toHaveLength(4);
  });

  test('takes secrets to no other host', async () => {
    const headers = { Authorization: 'token secret', 'User-Agent': 'utterson/1' };
    const [own, other] = await runProxied(['/headers', '/to-headers'], { headers });
    expect(JSON.parse(own!.body!)).toMatchObject({
      authorization: 'token secret',
      'user-agent': 'utterson/1',
    });
    expect(JSON.parse(other!.body!)).toMatchObject({ host: 'github.com', 'user-agent': 'utterson/1' });
    expect(other!.body).not.toContain('secret');
  });
});
