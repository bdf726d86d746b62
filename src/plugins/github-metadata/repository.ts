import type { GithubPages } from './github-pages.js';

/**
 * Names and addresses of a repository, as far as they follow from its name (jekyll-github-metadata 2.15.0, `Repository` and
 * `RepositoryCompat` where GitHub cannot be asked).
 */
export class Repository {
  readonly owner: string;
  readonly name: string;

  /** @param fullName owner and name, e.g. `jekyll/minima` */
  constructor(
    readonly fullName: string,
    private readonly pages: GithubPages,
  ) {
    const parts = fullName.replace(/\/+$/, '').split('/');
    this.owner = parts[0]!;
    this.name = parts.at(-1)!;
  }

  get ownerUrl(): string {
    return `${this.pages.githubUrl}/${this.owner}`;
  }

  get url(): string {
    return `${this.ownerUrl}/${this.name}`;
  }

  /** Whether its pages are the owner's, and not those of one project: `owner/owner.github.io`. */
  get isOwnersSite(): boolean {
    const name = this.name.toLowerCase();
    const { isEnterprise, githubHost } = this.pages;
    if (isEnterprise) return name === `${this.owner.toLowerCase()}.${githubHost}`;
    return name === this.ownersDomain || name === `${this.owner}.github.com`.toLowerCase();
  }

  /** The branch its pages are made of, where nobody says another. */
  get branch(): string {
    return this.isOwnersSite ? 'master' : 'gh-pages';
  }

  /** Where its pages stand, without a slash at the end. */
  get pagesUrl(): string {
    const { pages, isOwnersSite, name } = this;
    if (pages.hasOwnDomains) {
      const site = `${this.pagesScheme}://${this.ownersDomain}`;
      return isOwnersSite ? site : `${site}/${name}`.replace(/\/$/, '');
    }
    const path = isOwnersSite ? this.owner : this.fullName;
    const folder = pages.isSubdomainIsolated
      ? `${pages.scheme}://${pages.pagesHost}`
      : `${pages.githubUrl}/pages`;
    return `${folder}/${path}`.replace(/\/$/, '');
  }

  /** Scheme and host of `pagesUrl`. */
  get siteUrl(): string {
    return this.pagesUrl.slice(0, this.pathStart);
  }

  /** The path of `pagesUrl`, `''` for none. */
  get baseurl(): string {
    return this.pagesUrl.slice(this.pathStart);
  }

  private get pathStart(): number {
    const slash = this.pagesUrl.indexOf('/', this.pagesUrl.indexOf('//') + 2);
    return slash < 0 ? this.pagesUrl.length : slash;
  }

  private get ownersDomain(): string {
    const { isEnterprise, pagesHost, githubHost } = this.pages;
    if (isEnterprise) return pagesHost.toLowerCase();
    return `${this.owner}.${this.owner === 'github' ? githubHost : pagesHost}`.toLowerCase();
  }

  private get pagesScheme(): string {
    return this.owner === 'github' && this.ownersDomain.endsWith('.github.com') ? 'https' : 'http';
  }
}
