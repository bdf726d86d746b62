/** Why nothing is at an address, and what may be meant. */
import { closeSync, openSync, readSync } from 'node:fs';
import type { LeftOut, MissingAddress, NearAddress } from '../model/left-out.js';
import type { Page } from '../model/page.js';
import type { Site } from '../model/site.js';
import { joinPaths } from '../ruby/file-path.js';
import { isFile } from '../ruby/file-test.js';
import { nearest } from '../ruby/suggest.js';
import { addressCore, pathOf } from './addresses.js';
import { allDocuments, placeInMessages, writtenFiles } from './site-files.js';

/** A site as it came out of a pass. */
export interface BuiltSite {
  readonly site: Site;
  /** Those that came up while rendering included. */
  readonly pages: readonly Page[];
}

/** So many near addresses are offered. */
const MOST_NEAR = 5;
/** Of shorter ones, with their slash, nearly all are alike. */
const SHORTEST = 4;
/** Bytes of a file in which its front matter is looked for, whatever keeps it from being one. */
const LOOKED_THROUGH = 4096;

/**
 * What is left out that may be meant by an address, and which addresses look like it.
 *
 * @param address a whole one, or one from the root on, with or without the base
 */
export function whyMissing(
  address: string,
  built: readonly BuiltSite[],
  leftOut: readonly LeftOut[],
): MissingAddress {
  const [first] = built;
  if (first === undefined) return { leftOut: [], near: [] };
  const path = pathOf(address, first.site.config.baseurl);
  const all = [...leftOut, ...built.flatMap(({ site }) => unwritten(site))];
  const { source } = first.site.config.directories;
  const exact = all.filter((one) => hasAddress(one, path, source));
  const meant = exact.length > 0 ? exact : all.filter((one) => isNamedLike(one, path));
  return { leftOut: meant, near: nearAddresses(path, built) };
}

/** Documents of collections that are there for templates alone. */
function unwritten(site: Site): LeftOut[] {
  return allDocuments(site)
    .filter(({ collection }) => site.collections.get(collection)?.config.output === false)
    .map((file) => ({
      path: file.source?.path ?? file.path,
      reason: 'no-output',
      detail: file.collection,
      file,
    }));
}

/** Whether the file would be at the path if it were not left out. */
function hasAddress({ path, reason, file }: LeftOut, address: string, source: string): boolean {
  const core = addressCore(address);
  if (file !== undefined && file.url !== '' && addressCore(file.url) === core) return true;
  if (reason === 'excluded' || reason === 'special-name' || reason === 'outside')
    return addressCore(`/${path}`) === core || address.startsWith(`/${path}/`);
  // What nobody has read may say it all the same.
  const permalink = permalinkIn(joinPaths(source, path));
  return permalink !== null && addressCore(permalink) === core;
}

function permalinkIn(path: string): string | null {
  if (!isFile(path)) return null;
  const descriptor = openSync(path, 'r');
  try {
    const start = Buffer.alloc(LOOKED_THROUGH);
    const text = start.toString('utf8', 0, readSync(descriptor, start, 0, LOOKED_THROUGH, 0));
    return /^permalink:[ \t]*(["']?)([^\s"'#]+)\1/m.exec(text)?.[2] ?? null;
  } finally {
    closeSync(descriptor);
  }
}

/** Whether the last part of the path is the file's name, but for its date. */
function isNamedLike({ path }: LeftOut, address: string): boolean {
  const name = lastPart(addressCore(`/${path}`)).replace(/^\d{2,4}-\d{1,2}-\d{1,2}-/, '');
  return name !== '' && name === lastPart(addressCore(address));
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Those with the same name in another folder first, then those spelt nearly so. */
function nearAddresses(path: string, built: readonly BuiltSite[]): NearAddress[] {
  const byCore = new Map<string, NearAddress>();
  for (const { site, pages } of built) {
    for (const file of writtenFiles(site, pages)) {
      if (file.url !== '') byCore.set(addressCore(file.url), { url: file.url, path: placeInMessages(file) });
    }
  }
  const core = addressCore(path);
  const name = lastPart(core);
  const namesakes = [...byCore.keys()].filter((other) => name !== '' && lastPart(other) === name);
  const alike = core.length < SHORTEST ? [] : nearest(core, byCore.keys(), MOST_NEAR);
  const found = new Set([...namesakes.slice(0, MOST_NEAR), ...alike]);
  return [...found].slice(0, MOST_NEAR).map((near) => byCore.get(near)!);
}
