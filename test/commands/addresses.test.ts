import { expect, test } from 'vitest';
import { localAddress, networkAddresses, tellAddresses } from '../../src/commands/addresses.js';
import { recordingReporter } from '../helpers/recording-reporter.js';

const address = (ip: string, internal: boolean, family: 'IPv4' | 'IPv6' = 'IPv4') =>
  ({ address: ip, internal, family }) as never;

const interfaces = {
  lo: [address('127.0.0.1', true)],
  eth0: [address('192.0.2.5', false), address('fe80::1', false, 'IPv6')],
};

test('a server that listens on all addresses is reached under this computer’s own', () => {
  expect(localAddress('http://0.0.0.0:4000/blog/')).toBe('http://localhost:4000/blog/');
  expect(localAddress('https://[::]:4000/')).toBe('https://localhost:4000/');
  expect(localAddress('http://127.0.0.1:4000/')).toBe('http://127.0.0.1:4000/');
});

test('others reach it only where it listens for them', () => {
  expect(networkAddresses('http://0.0.0.0:4000/blog/', interfaces)).toEqual(['http://192.0.2.5:4000/blog/']);
  expect(networkAddresses('http://127.0.0.1:4000/', interfaces)).toEqual([]);
});

test('shows a code to photograph on a terminal alone, and only of what others reach', () => {
  const told = (url: string, isTerminal: boolean): string => {
    const { reporter, out } = recordingReporter();
    tellAddresses(url, reporter, isTerminal);
    return out();
  };
  expect(told('http://127.0.0.1:4000/', true)).toBe('    Server address: http://127.0.0.1:4000/\n');
  expect(told('http://0.0.0.0:4000/', false)).not.toMatch(/[▀▄█]/);
});
