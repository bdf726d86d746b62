import type { Config } from '../../model/config.js';
import { isFrom } from '../shared/gem-version.js';

/**
 * What the environment says of GitHub Pages: which GitHub it is, and where its pages stand (jekyll-github-metadata 2.15.0, `Pages`). An
 * empty variable counts as none where the gem has a default.
 */
export class GithubPages {
  /** @param release of the gem, e.g. `2.15.0` */
  constructor(
    private readonly variables: Config['variables'],
    private readonly release: string,
  ) {}

  /** `dotcom`, `enterprise`, `test`, `development` or whatever `JEKYLL_ENV` says. */
  get environment(): string {
    return this.variable('PAGES_ENV', this.variables['JEKYLL_ENV'], 'development');
  }

  get isEnterprise(): boolean {
    return this.environment === 'enterprise';
  }

  /** Whether a site may have a domain of its own. */
  get hasOwnDomains(): boolean {
    return this.environment === 'dotcom' || this.environment === 'test';
  }

  /** Whether GitHub itself builds the site. */
  get isBuiltThere(): boolean {
    return this.variable('PAGE_BUILD_ID', undefined, '') !== '';
  }

  get isSubdomainIsolated(): boolean {
    return this.variable('SUBDOMAIN_ISOLATION', undefined, 'false') === 'true';
  }

  get scheme(): string {
    const isSecure = this.variable('SSL', undefined, 'false') === 'true' || this.environment === 'test';
    return isSecure ? 'https' : 'http';
  }

  /** Where repositories stand, e.g. `https://github.com`. */
  get githubUrl(): string {
    const isPublic = this.environment === 'dotcom' || this.githubHost === 'github.com';
    return isPublic ? 'https://github.com' : `${this.scheme}://${this.githubHost}`;
  }

  get githubHost(): string {
    return this.address('PAGES_GITHUB_HOSTNAME', this.variables['GITHUB_HOSTNAME'], 'github.com');
  }

  /** Where pages stand, e.g. `github.io`. */
  get pagesHost(): string {
    const local = this.environment === 'development' ? 'localhost:4000' : undefined;
    return this.address('PAGES_PAGES_HOSTNAME', this.variables['PAGES_HOSTNAME'] ?? local, 'github.io');
  }

  get apiUrl(): string {
    return this.address('PAGES_API_URL', this.variables['API_URL'], 'https://api.github.com');
  }

  get helpUrl(): string {
    const byDefault = isFrom(this.release, '2.16.1') ? 'https://docs.github.com' : 'https://help.github.com';
    return this.address('PAGES_HELP_URL', this.variables['HELP_URL'], byDefault);
  }

  private address(name: string, other: string | undefined, byDefault: string): string {
    return this.variable(name, other, byDefault).replace(/\/$/, '');
  }

  private variable(name: string, other: string | undefined, byDefault: string): string {
    return this.variables[name] || (other ?? byDefault);
  }
}
