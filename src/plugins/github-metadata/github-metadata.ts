import type { EnginePlugin } from '../../liquid/engine-plugin.js';
import type { Additions, GeneratorTools } from '../../model/plugin.js';
import type { Site } from '../../model/site.js';
import * as messages from '../../report/messages.js';
import { isTruthy, type RubyHash, type Value } from '../../ruby/value.js';
import { isFrom, versionOf } from '../shared/gem-version.js';
import { editLinkTag } from './edit-link-tag.js';
import { findRepository } from './find-repository.js';
import { GithubPages } from './github-pages.js';
import { MetadataDrop } from './metadata-drop.js';
import { Repository } from './repository.js';

/**
 * jekyll-github-metadata 2.15.0, or what the lock says from 2.13.0 to 2.16.1: `site.github`, what the site is called and where it stands when the configuration does not say, and the tag
 * `github_edit_link`. A build asks nothing of the network: what only GitHub knows is as in the gem when GitHub cannot be reached.
 */
export const githubMetadata: EnginePlugin = {
  name: 'jekyll-github-metadata',
  isSafe: true,
  generators: [{ name: 'Jekyll::GitHubMetadata::SiteGitHubMunger', priority: 'highest', generate }],
  liquidTags: () => [editLinkTag],
};

function generate({ config }: Site, { report }: GeneratorTools): Additions {
  const release = versionOf(config, 'jekyll-github-metadata');
  const pages = new GithubPages(config.variables, release);
  const fullName = findRepository(config, pages.githubHost);
  const repository = fullName === null ? null : new Repository(fullName, pages);
  const { settings } = config;
  const setting = (key: string): Value => settings.get(key) ?? null;
  const site: RubyHash = new Map();
  const own = setting('github');
  if (own === null || own instanceof Map) {
    const onUnknown = (): void => report(messages.githubMetadataOffline());
    const drop = new MetadataDrop({ config, pages, repository, own: own ?? new Map(), onUnknown });
    site.set('github', drop);
  }
  if (!isTruthy(setting('title'))) {
    if (isTruthy(setting('name'))) report(messages.githubMetadataSiteName());
    else if (repository) {
      // Before 2.14.0 the owner's pages are called by their repository, too.
      const isByOwner = isFrom(release, '2.14.0') && repository.isOwnersSite;
      site.set('title', isByOwner ? repository.owner : repository.name);
    }
  }
  if (repository && (config.environment === 'production' || pages.isBuiltThere)) {
    const baseurl = setting('baseurl');
    if (!isTruthy(setting('url'))) site.set('url', repository.siteUrl);
    if (baseurl === null || baseurl === '/') site.set('baseurl', repository.baseurl);
  }
  return { site };
}
