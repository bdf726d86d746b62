import type { Config } from '../../model/config.js';
import { askGit } from '../shared/git.js';

/** A name in the address of a remote, behind the host, e.g. `jekyll/minima` in `git@github.com:jekyll/minima.git`. */
const FULL_NAME = /^[:/]([\w-]+\/[\w.-]+)/;

/**
 * Owner and name of the repository: the environment's `PAGES_REPO_NWO`, `repository` in the configuration, or Git's `origin`, where the
 * site is not built for production (jekyll-github-metadata 2.15.0, `RepositoryFinder`). `null` when nobody says.
 *
 * @param host of GitHub, e.g. `github.com`
 */
export function findRepository(
  { variables, settings, directories, environment }: Config,
  host: string,
): string | null {
  const configured = settings.get('repository');
  const named = variables['PAGES_REPO_NWO'];
  if (named !== undefined) return named;
  if (typeof configured === 'string' && configured.includes('/')) return configured;
  const asksGit = environment === 'development' || environment === 'test';
  return asksGit ? nameIn(originOf(directories.root), host) : null;
}

function originOf(folder: string): string {
  const remotes = askGit(folder, ['remote', '--verbose']).split('\n');
  const origin = remotes.find((line) => line.startsWith('origin\t')) ?? '';
  return origin.replace(/^origin\t(.*) \([a-z]+\)/, '$1');
}

function nameIn(url: string, host: string): string | null {
  const address = url.replace(/\.git$/, '');
  for (let at = address.indexOf(host); at >= 0; at = address.indexOf(host, at + 1)) {
    const name = FULL_NAME.exec(address.slice(at + host.length))?.[1];
    if (name !== undefined) return name;
  }
  return null;
}
