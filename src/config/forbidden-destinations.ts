/**
 * Where a build must not write, and what it must not read. The destination is emptied of what a build did not make, so it must be a folder that holds
 * nothing else: checked by name and again with links resolved.
 */
import { dirname } from 'node:path';
import { SiteError } from '../model/diagnostic.js';
import type { Directories } from '../model/directories.js';
import * as messages from '../report/messages.js';
import { isWithin, joinPaths, slashed } from '../ruby/file-path.js';
import { realPath } from '../ruby/file-test.js';
import { toS } from '../ruby/to-s.js';
import type { RubyHash } from '../ruby/value.js';
import type { Environment } from './environment.js';

/** @throws SiteError when the destination is, holds or lies in something it must not */
export function checkDestination(
  directories: Directories,
  settings: RubyHash,
  directory: string,
  environment: Environment,
): void {
  const destinations = withRealPath(directories.destination);
  for (const destination of destinations) {
    if (withRealPath(directories.source).some((source) => isWithin(destination, source))) {
      throw new SiteError(messages.destinationHoldsSource());
    }
    const reason =
      systemReason(destination, directory, environment) ?? inputReason(destination, directories, settings);
    if (reason !== null) throw new SiteError(messages.destinationForbidden(directories.destination, reason));
  }
}

function systemReason(destination: string, directory: string, environment: Environment): string | null {
  if (dirname(destination) === destination) return 'it is the root of the file system';
  const inKernel = kernelReason(destination);
  if (inKernel !== null) return inKernel;
  const homes = [environment['HOME'], environment['USERPROFILE']].filter((home) => home !== undefined);
  if (homes.some((home) => slashed(home) === destination)) return 'it is your home directory';
  if (destination !== directory && isWithin(destination, directory))
    return 'the working directory lies in it';
  return null;
}

/** Folders of the kernel's, in which a name is not a file. Shared memory is an ordinary file system. */
function kernelReason(path: string): string | null {
  const folder = ['/proc', '/sys', '/dev'].find((kernels) => isWithin(kernels, path));
  return folder === undefined || isWithin('/dev/shm', path) ? null : `${folder} holds no files of a site`;
}

/** @throws SiteError for a source in a folder of the kernel's, where reading may never end */
export function checkSource(source: string): void {
  for (const path of withRealPath(source)) {
    const reason = kernelReason(path);
    if (reason !== null) throw new SiteError(messages.sourceForbidden(source, reason));
  }
}

/** Where in the cache folder a site is served from that is not served from its destination. */
export function servedFolder(cache: string): string {
  return joinPaths(cache, 'serve');
}

function inputReason(destination: string, directories: Directories, settings: RubyHash): string | null {
  for (const input of inputFolders(directories, settings)) {
    for (const path of withRealPath(input)) {
      if (input === directories.cache && destination === servedFolder(path)) continue;
      if (path === destination) return `the site is read from ${path}`;
      if (isWithin(destination, path)) return `it contains ${path}, which the site is read from`;
      if (isWithin(path, destination)) return `it lies in ${path}, which the site is read from`;
    }
  }
  return null;
}

function inputFolders(directories: Directories, settings: RubyHash): string[] {
  const { layouts, includes, data, sass, plugins, cache, collections, theme } = directories;
  const labels = settings.get('collections');
  const named = labels instanceof Map ? [...labels.keys()].map((label) => `_${toS(label)}`) : [];
  const special = ['_drafts', ...named].map((name) => joinPaths(collections, name));
  const own = directories.public === null ? [] : [directories.public, directories.source];
  const folders = [...layouts, ...includes, ...data, ...sass, ...plugins, cache, ...special, ...own];
  if (theme === null) return folders;
  // A theme's own site lies in the theme, or is it.
  return [...folders, isWithin(theme, directories.source) ? joinPaths(theme, 'assets') : theme];
}

/** The path, and the one it comes to when links in its existing part are followed. */
function withRealPath(path: string): string[] {
  const real = realPath(path);
  return real === path ? [path] : [path, real];
}
