/** Where a server is reached: from this computer, and from others when it listens for them. */
import { networkInterfaces } from 'node:os';
import { renderUnicodeCompact } from 'uqr';
import type { CommandReporter } from '../report/logger.js';

/** Stands for every address of the computer. */
const ANY_HOST = /\/\/(?:0\.0\.0\.0|\[::\])(?=[:/])/;

/** The address under which this computer reaches a server, also one that listens on all addresses. */
export function localAddress(url: string): string {
  return url.replace(ANY_HOST, '//localhost');
}

/** The addresses under which others reach it; none when it listens for this computer alone. */
export function networkAddresses(url: string, interfaces = networkInterfaces()): readonly string[] {
  if (!ANY_HOST.test(url)) return [];
  const own = Object.values(interfaces).flatMap((addresses) => addresses ?? []);
  return own
    .filter(({ internal, family }) => !internal && family === 'IPv4')
    .map(({ address }) => url.replace(ANY_HOST, `//${address}`));
}

/** Tells all of them, the first for others as a QR code, too, where there is a terminal to show it. */
export function tellAddresses(url: string, reporter: CommandReporter, isTerminal: boolean): void {
  const { bold, cyan } = reporter.colors.out;
  reporter.info('Server address:', bold(cyan(localAddress(url))));
  const others = networkAddresses(url);
  for (const address of others) reporter.info('Network address:', cyan(address));
  if (others[0] === undefined || !isTerminal) return;
  const indent = ' '.repeat(20);
  reporter.raw('info', renderUnicodeCompact(others[0]).replace(/^/gm, indent));
}
