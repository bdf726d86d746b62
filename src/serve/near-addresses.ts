/** What addresses there are near one that leads nowhere. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { suggest } from '../ruby/suggest.js';
import { isHidden } from './find-file.js';

/** So many are offered. */
const MOST = 5;
/** A site of more pages is not searched to the end. */
const MOST_FILES = 20_000;

/**
 * The addresses of pages near a path, the nearest first.
 *
 * @param folder absolute path of the output
 * @param path decoded, with a leading slash, without the base URL
 */
export function nearAddresses(folder: string, path: string): readonly string[] {
  const addresses = addressesIn(folder);
  const name = lastName(path);
  const sameName = addresses.filter((address) => name !== '' && lastName(address) === name);
  const alike: string[] = [];
  for (const wanted of [path, path.replace(/\/$/, ''), `${path}/`, `${path}.html`]) {
    let left = addresses.filter((address) => !alike.includes(address));
    for (
      let best = nearest(wanted, left);
      best !== null && alike.length < MOST;
      best = nearest(wanted, left)
    ) {
      alike.push(best);
      left = left.filter((address) => address !== best);
    }
  }
  return [...new Set([...sameName, ...alike])].slice(0, MOST);
}

function nearest(path: string, addresses: readonly string[]): string | null {
  const found = suggest(path, addresses);
  return found === null ? null : addresses.find((address) => found.includes(`'${address}'`))!;
}

function lastName(path: string): string {
  return (path.replace(/\/$/, '').split('/').at(-1) ?? '').replace(/\.html?$/, '').toLowerCase();
}

/** Of all pages: folders stand for their index. */
function addressesIn(folder: string): readonly string[] {
  const found: string[] = [];
  const visit = (inner: string): void => {
    for (const entry of entriesOf(join(folder, inner))) {
      const path = `${inner}/${entry.name}`;
      if (found.length >= MOST_FILES || isHidden(path)) continue;
      if (entry.isDirectory()) visit(path);
      else if (/\.x?html?$/i.test(entry.name) && path !== '/404.html')
        found.push(path.replace(/\/index\.html$/, '/'));
    }
  };
  visit('');
  return found;
}

function entriesOf(folder: string): ReturnType<typeof listed> {
  try {
    return listed(folder);
  } catch (error) {
    // Not built yet, or replaced this very moment.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

function listed(folder: string) {
  return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
}
