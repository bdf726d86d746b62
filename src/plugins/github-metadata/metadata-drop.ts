import { FilterError } from '../../liquid/filter.js';
import type { Config } from '../../model/config.js';
import { deepMerge } from '../../ruby/deep-merge.js';
import { prettyJson } from '../../ruby/json.js';
import { Drop, type RubyHash, type Value } from '../../ruby/value.js';
import { askGit } from '../shared/git.js';
import { GithubPages } from './github-pages.js';
import { Repository } from './repository.js';

/** What only GitHub can say, with the gem's answer when it cannot be asked. The list of repositories is an error in the gem then. */
const ASKED_OF_GITHUB: ReadonlyMap<string, Value> = new Map<string, Value>([
  ['archived', null],
  ['contributors', false],
  ['disabled', null],
  ['issues_url', null],
  ['language', null],
  ['latest_release', false],
  ['license', null],
  ['organization_members', null],
  ['owner', unknownOwner()],
  ['owner_display_name', null],
  ['private', null],
  ['project_tagline', null],
  ['public_repositories', null],
  ['releases', false],
  ['show_downloads', null],
  ['wiki_url', null],
]);

/** What follows from the repository. */
const NEEDS_REPOSITORY: ReadonlySet<Value> = new Set(
  ofRepository(new Repository('owner/name', new GithubPages({}, ''))).keys(),
);

/** What `site.github` is made of. */
export interface MetadataParts {
  readonly config: Config;
  readonly pages: GithubPages;
  /** `null` when nobody says which. */
  readonly repository: Repository | null;
  /** What the configuration's own `github` lays over it. */
  readonly own: RubyHash;
  /** Told when something was read that only GitHub knows. */
  readonly onUnknown: () => void;
}

/** `site.github` (jekyll-github-metadata 2.15.0, `MetadataDrop`). */
export class MetadataDrop extends Drop {
  readonly className = 'Jekyll::GitHubMetadata::MetadataDrop';
  private readonly values: RubyHash;
  private revision: string | null = null;

  constructor(private readonly parts: MetadataParts) {
    super();
    const { pages, repository, own } = parts;
    this.values = deepMerge(new Map([...ofPages(pages), ...ofRepository(repository)]), own);
  }

  get(key: string): Value {
    if (this.parts.own.has(key)) return this.values.get(key)!;
    if (key === 'build_revision') return this.buildRevision();
    if (this.parts.repository === null && NEEDS_REPOSITORY.has(key)) throw noRepository();
    if (ASKED_OF_GITHUB.has(key)) this.parts.onUnknown();
    return this.values.get(key) ?? null;
  }

  has(key: string): boolean {
    return key === 'build_revision' || this.values.has(key) || NEEDS_REPOSITORY.has(key);
  }

  keys(): string[] {
    return [...new Set([...this.values.keys()].map(String)), 'build_revision'].sort();
  }

  override toText(): string {
    return prettyJson(this.toJson());
  }

  /** Stands for its value between builds, too: nothing is reported. */
  override inspect(): string {
    return prettyJson(new Map(this.values).set('build_revision', this.buildRevision()));
  }

  override toJson(): Value {
    return new Map<Value, Value>(this.keys().map((key) => [key, this.get(key)]));
  }

  private buildRevision(): string {
    const { variables, directories } = this.parts.config;
    this.revision ??=
      variables['JEKYLL_BUILD_REVISION'] ?? askGit(directories.root, ['rev-parse', 'HEAD']).trim();
    return this.revision;
  }
}

function ofPages(pages: GithubPages): RubyHash {
  return new Map<Value, Value>([
    ['environment', pages.environment],
    ['pages_env', pages.environment],
    ['hostname', pages.githubHost],
    ['pages_hostname', pages.pagesHost],
    ['api_url', pages.apiUrl],
    ['help_url', pages.helpUrl],
    ['versions', new Map()],
  ]);
}

function ofRepository(repository: Repository | null): RubyHash {
  if (repository === null) return new Map();
  const { fullName, name, owner, ownerUrl, url, branch, isOwnersSite } = repository;
  return new Map<Value, Value>([
    ...ASKED_OF_GITHUB,
    ['project_title', name],
    ['owner_name', owner],
    ['owner_url', ownerUrl],
    ['owner_gravatar_url', `${ownerUrl}.png`],
    ['repository_url', url],
    ['repository_nwo', fullName],
    ['repository_name', name],
    ['zip_url', `${url}/zipball/${branch}`],
    ['tar_url', `${url}/tarball/${branch}`],
    ['clone_url', `${url}.git`],
    ['releases_url', `${url}/releases`],
    ['is_user_page', isOwnersSite],
    ['is_project_page', !isOwnersSite],
    ['url', repository.pagesUrl],
    ['baseurl', repository.baseurl],
    [
      'source',
      new Map([
        ['branch', branch],
        ['path', '/'],
      ]),
    ],
  ]);
}

function noRepository(): FilterError {
  return new FilterError(
    "No repo name found. Specify using PAGES_REPO_NWO environment variables, 'repository' in your configuration, " +
      "or set up an 'origin' git remote pointing to your github.com repository.",
    false,
  );
}

function unknownOwner(): RubyHash {
  const keys =
    'avatar_url bio blog collaborators company created_at description email followers following has_organization_projects ' +
    'has_repository_projects hireable html_url id is_verified location login name node_id public_gists public_repos type updated_at';
  return new Map<Value, Value>(keys.split(' ').map((key) => [key, null]));
}
