import type { Config } from '../../model/config.js';
import { isFrom, versionOf } from '../shared/gem-version.js';

/** What the releases of jekyll-seo-tag from 2.5.0 to 2.9.0 do differently; beside each, since when. */
export interface SeoRelease {
  /** As the first line of what is written says it, e.g. `2.8.0`. */
  readonly version: string;
  /** Where JSON-LD says its words are explained: `https` from 2.6.0 on. */
  readonly vocabulary: string;
  /** 2.6.0: Twitter gets the picture and the title. */
  readonly namesTwitterTitle: boolean;
  /** 2.7.0: Twitter's elements are there for sites without a section `twitter`, too. */
  readonly isTwitterForAll: boolean;
  /** 2.7.0: the site's `tagline` and `seo_paginator_message`, and `locale` beside `lang`. */
  readonly hasTagline: boolean;
  /** 2.8.0: `og:type` for every page, texts for pictures, a verification for Facebook. */
  readonly describesAllPages: boolean;
  /** 2.8.0: an author's `type` and `url` in JSON-LD. */
  readonly knowsAuthors: boolean;
  /** 2.9.0: descriptions end after a number of words; `title_category`; `canonical=false`. */
  readonly hasShortDescriptions: boolean;
  /** 2.9.0: a picture's relative path leads from the page's folder, and no longer from the root. */
  readonly hasPicturesBesidePages: boolean;
  /** 2.9.0: what is Twitter's is a `name` and no `property`, with a description; the last change is told. */
  readonly namesTwitterAll: boolean;
}

/** How the site's release writes. */
export function seoReleaseOf(config: Config | null): SeoRelease {
  const version = versionOf(config, 'jekyll-seo-tag');
  const [is26, is27, is28, is29] = ['2.6.0', '2.7.0', '2.8.0', '2.9.0'].map((first) =>
    isFrom(version, first),
  ) as [boolean, boolean, boolean, boolean];
  return {
    version,
    vocabulary: is26 ? 'https://schema.org' : 'http://schema.org',
    namesTwitterTitle: is26,
    isTwitterForAll: is27,
    hasTagline: is27,
    describesAllPages: is28,
    knowsAuthors: is28,
    hasShortDescriptions: is29,
    hasPicturesBesidePages: is29,
    namesTwitterAll: is29,
  };
}
