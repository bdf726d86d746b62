import { compareGemVersions } from '../../gems/gem-version.js';
import type { Config } from '../../model/config.js';

/** The gems whose releases write different things, and the release that a site gets which says nothing of them. */
const DEFAULTS = {
  gemoji: '4.1.0',
  'jekyll-archives': '2.3.0',
  'jekyll-default-layout': '0.1.5',
  'jekyll-feed': '0.17.0',
  'jekyll-github-metadata': '2.15.0',
  'jekyll-include-cache': '0.2.1',
  'jekyll-last-modified-at': '1.3.0',
  'jekyll-mentions': '1.6.0',
  'jekyll-polyglot': '1.5.1',
  'jekyll-readme-index': '0.3.0',
  'jekyll-redirect-from': '0.16.0',
  'jekyll-relative-links': '0.7.0',
  'jekyll-seo-tag': '2.8.0',
  'jekyll-sitemap': '1.4.0',
  'jekyll-titles-from-headings': '0.5.3',
  'jekyll-toc': '0.18.0',
  jemoji: '0.13.0',
} as const satisfies Readonly<Record<string, string>>;

/** A gem of which more than one release is restated. */
export type VersionedGem = keyof typeof DEFAULTS;

/** Those of GitHub Pages (github-pages 232, `Dependencies::VERSIONS`; gemoji is what its jemoji takes). */
const ON_GITHUB_PAGES: Readonly<Partial<Record<VersionedGem, string>>> = {
  gemoji: '4.1.0',
  'jekyll-default-layout': '0.1.5',
  'jekyll-feed': '0.17.0',
  'jekyll-github-metadata': '2.16.1',
  'jekyll-include-cache': '0.2.1',
  'jekyll-mentions': '1.6.0',
  'jekyll-readme-index': '0.3.0',
  'jekyll-redirect-from': '0.16.0',
  'jekyll-relative-links': '0.6.1',
  'jekyll-seo-tag': '2.8.0',
  'jekyll-sitemap': '1.4.0',
  'jekyll-titles-from-headings': '0.5.3',
  jemoji: '0.13.0',
};

/** The release of a gem that a site is built with: its lock's, else GitHub Pages', else the default. @param config `null` for no site */
export function versionOf(config: Config | null, gem: VersionedGem): string {
  const onPages = config?.githubPages ? ON_GITHUB_PAGES[gem] : undefined;
  return config?.lockedVersion(gem) ?? onPages ?? DEFAULTS[gem];
}

/**
 * Whether a release is another one or came after it, by RubyGems' order.
 *
 * @example isFrom('0.10.0', '0.9.3') // true
 * @example isFrom('2.9.0.rc1', '2.9.0') // false: with letters it came before
 */
export function isFrom(version: string, first: string): boolean {
  return compareGemVersions(version, first) >= 0;
}
