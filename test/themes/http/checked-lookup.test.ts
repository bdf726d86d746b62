import type { LookupAddress } from 'node:dns';
import { connect, type LookupFunction } from 'node:net';
import { expect, test, vi } from 'vitest';
import { checkedLookup, isLoopback, isPublic } from '../../../src/themes/http/address.js';
import { get } from '../../../src/themes/http/get.js';
import { failureOf, serve } from './local-server.js';

/** What the names of these tests are at; each look-up takes the first that is left, the last one stays. */
const zone = vi.hoisted(() => new Map<string, string[][]>());

vi.mock('node:dns', async (original) => {
  const dns = await original<typeof import('node:dns')>();
  const lookup = (
    name: string,
    options: { readonly all: true },
    callback: (error: Error | null, found: LookupAddress[]) => void,
  ): void => {
    const answers = zone.get(name);
    if (answers === undefined) {
      dns.lookup(name, options, callback);
      return;
    }
    const addresses = answers.length > 1 ? answers.shift()! : answers[0]!;
    const found = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
    queueMicrotask(() => callback(null, found));
  };
  return { ...dns, lookup };
});

const publicRule = { accepts: isPublic, refused: 'a private address' };

function lookUp(lookup: LookupFunction, name: string, all: boolean): Promise<unknown> {
  return new Promise((resolve, reject) => {
    lookup(name, { all }, (error, address, family) =>
      error ? reject(error) : resolve(all ? address : [address, family]),
    );
  });
}

test('gives all addresses or the first, as the socket wants them', async () => {
  zone.set('gems.test', [['2a04:4e42::483', '151.101.1.227']]);
  const lookup = checkedLookup(publicRule, 'https://gems.test/');
  expect(await lookUp(lookup, 'gems.test', false)).toEqual(['2a04:4e42::483', 6]);
  expect(await lookUp(lookup, 'gems.test', true)).toEqual([
    { address: '2a04:4e42::483', family: 6 },
    { address: '151.101.1.227', family: 4 },
  ]);
});

test.each([true, false])('refuses a name with one private address among others (all: %s)', async (all) => {
  zone.set('mixed.test', [['151.101.1.227', '192.168.1.1']]);
  const lookup = checkedLookup(publicRule, 'https://mixed.test/');
  expect(await failureOf(lookUp(lookup, 'mixed.test', all))).toMatchObject({
    name: 'FetchError',
    message: 'its host is at a private address (192.168.1.1)',
    url: 'https://mixed.test/',
  });
});

test('connects to the address that was checked, though the name has another the next time', async () => {
  const { port } = new URL(await serve((_, response) => response.end()));
  zone.set('rebinding.test', [['127.0.0.1'], ['192.168.1.1']]);
  const lookup = checkedLookup({ accepts: isLoopback, refused: 'elsewhere' }, 'http://rebinding.test/');
  const socket = connect({ host: 'rebinding.test', port: Number(port), lookup });
  await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject));
  expect(socket.remoteAddress).toBe('127.0.0.1');
  socket.destroy();
  expect(zone.get('rebinding.test')).toEqual([['192.168.1.1']]);
});

test('asks a name again for every request', async () => {
  const origin = await serve((_, response) => response.end('ok'));
  const url = origin.replace('127.0.0.1', 'rebinding.test');
  zone.set('rebinding.test', [['127.0.0.1'], ['192.168.1.1']]);
  const options = { environment: {}, trusted: new Set([url]), retries: 0 };
  expect((await get(url, options)).status).toBe(200);
  expect((await failureOf(get(url, options))).message).toBe(
    'its host is at an address outside this computer, for which https: is needed (192.168.1.1)',
  );
});

test.each(['10.0.0.1', '169.254.169.254', 'fd00::1', '::ffff:10.0.0.1', '64:ff9b::10.0.0.1'])(
  'does not connect to a name that is at %s',
  async (address) => {
    zone.set('inside.test', [[address]]);
    const error = await failureOf(get('https://inside.test/', { environment: {}, trusted: new Set() }));
    expect(error.message).toBe(`its host is at a private address (${address})`);
  },
);

test('does not connect to localhost when nobody said so', async () => {
  let isAsked = false;
  const origin = await serve((_, response) => {
    isAsked = true;
    response.end();
  });
  const url = origin.replace('http://127.0.0.1', 'https://localhost');
  const error = await failureOf(get(url, { environment: {}, trusted: new Set() }));
  expect(error.message).toMatch(/^its host is at a private address \((127\.0\.0\.1|::1)\)$/);
  expect(isAsked).toBe(false);
});

test('says that a name is unknown', async () => {
  const error = await failureOf(
    get('https://no-such-host.invalid/', { environment: {}, trusted: new Set(), retries: 0 }),
  );
  // Without a resolver the answer is another.
  expect(error.message).toMatch(/^(there is no host of this name|its host could not be looked up; .*)$/);
});
