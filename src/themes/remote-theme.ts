/** The values of `remote_theme` (jekyll-remote-theme 0.5, `Theme`). */
import { basename } from 'node:path';
import { expandPath } from '../ruby/file-path.js';
import { isDirectory } from '../ruby/file-test.js';
import type { ArchiveWish, FolderWish } from './wish.js';

const REPOSITORY = /^([a-z0-9-]+)\/([a-z0-9._-]+?)(?:@([a-z0-9._-]+))?$/i;

/** What a value of `remote_theme` is read with. */
export interface RemoteThemeSetting {
  /** The working directory, from which a relative path counts. */
  readonly directory: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/**
 * The theme that a value names: a path that begins with `/`, `./`, `../`, `~/` or a drive, `owner/name`, `owner/name@ref` or the address of
 * a repository at GitHub or at a host that `PAGES_GITHUB_HOSTNAME` or `GITHUB_HOSTNAME` names.
 *
 * @returns `null` for what the gem refuses
 */
export function readRemoteTheme(
  value: string,
  { directory, environment }: RemoteThemeSetting,
): FolderWish | ArchiveWish | null {
  const written = value.trim();
  if (/^(?:\/|\.\.?\/|~\/|[a-z]:[/\\])/i.test(written)) {
    const path = expandPath(written, directory, environment['HOME']);
    return isDirectory(path) ? { kind: 'folder', path, name: basename(path) } : null;
  }
  const address = REPOSITORY.test(written) ? `https://github.com/${written}` : written;
  const [, host, path] = /^https?:\/\/([^/?#@]+)\/([^?#]*)$/i.exec(address) ?? [];
  const found = REPOSITORY.exec(path ?? '');
  if (host === undefined || found === null || !hostsOf(environment).has(host.toLowerCase())) return null;
  const [, owner, repository, ref = null] = found;
  return {
    kind: 'archive',
    host: host.toLowerCase(),
    owner: owner!,
    repository: repository!,
    ref,
    revision: null,
    contents: 'remote theme',
  };
}

function hostsOf(environment: RemoteThemeSetting['environment']): ReadonlySet<string> {
  const named = [environment['PAGES_GITHUB_HOSTNAME'], environment['GITHUB_HOSTNAME']];
  return new Set(['github.com', ...named.filter((host) => host !== undefined)]);
}
