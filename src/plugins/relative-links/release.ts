import type { Config } from '../../model/config.js';
import { isFrom, versionOf } from '../shared/gem-version.js';

/** How the releases of jekyll-relative-links from 0.6.0 to 0.8.0 differ. */
export interface LinksRelease {
  /** 0.7.0: links may have titles. Before, what looks like one belongs to the path. */
  readonly hasTitles: boolean;
  /** 0.7.0: a path with a slash in front leads from the root; before, from the page's folder like any other. */
  readonly hasRootPaths: boolean;
  /** When escapes in a path are resolved: 0.8.0 does so before it is put behind the page's folder, releases before 0.7.0 never. */
  readonly unescapes: 'first' | 'last' | 'never';
  /** 0.8.0: the text of a link ends where an address begins, but may hold pictures. */
  readonly hasPicturesInTexts: boolean;
  /**
   * Which documents' excerpts are made anew: `all` in 0.7.0, even those that front matter gives, in 0.8.0 all but those. Before, excerpts
   * stay as they were made of the text before.
   */
  readonly renewsExcerpts: 'all' | 'made' | 'none';
}

/** How the site's release works. */
export function linksReleaseOf(config: Config): LinksRelease {
  const version = versionOf(config, 'jekyll-relative-links');
  const is07 = isFrom(version, '0.7.0');
  const is08 = isFrom(version, '0.8.0');
  return {
    hasTitles: is07,
    hasRootPaths: is07,
    unescapes: is08 ? 'first' : is07 ? 'last' : 'never',
    hasPicturesInTexts: is08,
    renewsExcerpts: is08 ? 'made' : is07 ? 'all' : 'none',
  };
}
