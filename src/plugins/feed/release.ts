import type { Config } from '../../model/config.js';
import { isFrom, versionOf } from '../shared/gem-version.js';

/** What came with which release of jekyll-feed, from 0.9.3 to 0.17.0. */
export interface FeedRelease {
  /** 0.10.0: addresses of pictures are escaped even where they are whole ones. */
  readonly escapesPictures: boolean;
  /** 0.11.0: feeds of collections and categories, each known by its own address. */
  readonly hasCollections: boolean;
  /** 0.13.0: `excerpt_only`, and pictures as `media:content`. */
  readonly hasExcerptsOnly: boolean;
  /** 0.14.0: feeds of tags and `posts_limit`; all of a post's categories; links have the title of their entry. */
  readonly hasTags: boolean;
  /** 0.15.0: drafts are listed where the site shows them. */
  readonly showsDrafts: boolean;
  /** 0.16.0: texts in CDATA, a description before the excerpt, and posts by any of their categories. */
  readonly writesCdata: boolean;
  /** 0.17.0: `disable_in_development`. */
  readonly canBeOff: boolean;
}

/** How the site's release writes. */
export function feedReleaseOf(config: Config | null): FeedRelease {
  const version = versionOf(config, 'jekyll-feed');
  return {
    escapesPictures: isFrom(version, '0.10.0'),
    hasCollections: isFrom(version, '0.11.0'),
    hasExcerptsOnly: isFrom(version, '0.13.0'),
    hasTags: isFrom(version, '0.14.0'),
    showsDrafts: isFrom(version, '0.15.0'),
    writesCdata: isFrom(version, '0.16.0'),
    canBeOff: isFrom(version, '0.17.0'),
  };
}
