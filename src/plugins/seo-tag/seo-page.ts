import type { Frame } from '../../liquid/run/frame.js';
import { toS } from '../../ruby/to-s.js';
import { isInteger, isTruthy, type Value } from '../../ruby/value.js';
import { dig } from '../shared/template-values.js';
import { pageNumber } from './page-number.js';
import { SeoAuthor } from './seo-author.js';
import { type SeoImage, seoImage } from './seo-image.js';
import type { SeoRelease } from './seo-release.js';
import type { SeoText } from './seo-text.js';

const HOMEPAGE_OR_ABOUT = /^\/(?:about\/)?(?:index.html?)?$/m;
/** In a description, where the page names no other number. */
const MOST_WORDS = 100;
const SPACE = /[\t\n\v\f\r ]+/;
const PAGE_NUMBER = 'Page %<current>s of %<total>s for ';

/** What the tag finds out about a page, from its front matter first and the configuration second (jekyll-seo-tag 2.9.0, `Drop`). */
export class SeoPage {
  readonly page: Value;
  readonly site: Value;
  readonly paginator: Value;
  readonly author: SeoAuthor;
  readonly image: SeoImage | null;
  readonly siteTitle: string | null;
  /** Without the site's title. */
  readonly pageTitle: string | null;
  readonly description: string | null;
  private readonly siteDescription: string | null;

  constructor(
    frame: Frame,
    private readonly text: SeoText,
    private readonly release: SeoRelease,
  ) {
    this.page = frame.page;
    this.site = frame.global('site');
    this.paginator = frame.lookup('paginator');
    this.author = new SeoAuthor(this.page, this.site);
    this.image = seoImage(dig(this.page, 'image'), release.hasPicturesBesidePages ? this.folder : '', text);
    this.siteTitle = text.plainOfSite(either(dig(this.site, 'title'), dig(this.site, 'name')));
    this.siteDescription = text.plainOfSite(dig(this.site, 'description'));
    this.pageTitle = this.titleWithCategory() ?? this.siteTitle;
    const description =
      text.plain(either(dig(this.page, 'description'), dig(this.page, 'excerpt'))) ?? this.siteDescription;
    this.description = release.hasShortDescriptions ? this.shortened(description) : description;
  }

  /** For the title element. */
  get title(): string | null {
    const title = this.titleWithSite();
    return title === null ? null : this.pageNumber() + title;
  }

  private titleWithSite(): string | null {
    const { pageTitle, siteTitle, siteDescription } = this;
    if (siteTitle === null) return pageTitle;
    if (pageTitle !== siteTitle) return `${pageTitle} | ${siteTitle}`;
    if (siteDescription === null) return siteTitle;
    const tagline = this.release.hasTagline ? this.text.plainOfSite(dig(this.site, 'tagline')) : null;
    return `${siteTitle} | ${tagline ?? siteDescription}`;
  }

  /** From the second page of a listing on. */
  private pageNumber(): string {
    const current = dig(this.paginator, 'page');
    if (!isInteger(current) || current <= 1) return '';
    const message = this.release.hasTagline ? dig(this.site, 'seo_paginator_message') : null;
    const total = dig(this.paginator, 'total_pages');
    return pageNumber(toS(isTruthy(message) ? message : PAGE_NUMBER), current, total);
  }

  /** What JSON-LD calls the page: its `seo.name`; at home and about, the organisation's name or the site's. */
  get name(): string | null {
    const given = this.seo('name');
    const own = isTruthy(given) ? this.text.plain(given) : null;
    if (own !== null || !this.isHomepageOrAbout) return own;
    const social = this.social('name');
    return isTruthy(social) ? this.text.plain(social) : this.siteTitle;
  }

  get type(): Value {
    const own = this.seo('type');
    if (isTruthy(own)) return own;
    if (this.isHomepageOrAbout) return 'WebSite';
    return isTruthy(dig(this.page, 'date')) ? 'BlogPosting' : 'WebPage';
  }

  get links(): Value {
    const own = this.seo('links');
    if (isTruthy(own)) return own;
    return this.isHomepageOrAbout ? this.social('links') : null;
  }

  get logo(): Value {
    const logo = dig(this.site, 'logo');
    return isTruthy(logo) ? this.text.fileUrl(logo) : null;
  }

  get datePublished(): string | null {
    const date = dig(this.page, 'date');
    return isTruthy(date) ? this.text.date(date) : null;
  }

  get dateModified(): string | null {
    const dates = [this.seo('date_modified'), dig(this.page, 'last_modified_at'), dig(this.page, 'date')];
    const date = dates.find(isTruthy);
    return date === undefined ? null : this.text.date(date);
  }

  get locale(): string {
    const { page, site } = this;
    const locales = this.release.hasTagline ? [dig(page, 'locale'), dig(site, 'locale')] : [];
    return toS([...locales, dig(page, 'lang'), dig(site, 'lang')].find(isTruthy) ?? 'en_US').replaceAll(
      '-',
      '_',
    );
  }

  get canonicalUrl(): string {
    const own = toS(dig(this.page, 'canonical_url'));
    return own === '' ? this.text.absoluteUrl(dig(this.page, 'url')).replace(/\/index\.html$/m, '/') : own;
  }

  private titleWithCategory(): string | null {
    const title = this.text.plain(dig(this.page, 'title'));
    if (!this.release.hasShortDescriptions) return title;
    const category = this.text.plain(dig(this.page, 'title_category'));
    return title === null || category === null || title === category
      ? (title ?? category)
      : `${title} | ${category}`;
  }

  /** To the page's `seo_description_max_words`, 100 unless it is a number; a text that was longer ends in an ellipsis. */
  private shortened(description: string | null): string | null {
    if (description === null) return null;
    const given = dig(this.page, 'seo_description_max_words');
    const words = description.split(SPACE).slice(0, isInteger(given) ? Number(given) : MOST_WORDS);
    const result = words.join(' ');
    return result.length < description.length ? `${result}…` : result;
  }

  /** Of the page's address, with a slash at the end. */
  private get folder(): string {
    return toS(dig(this.page, 'url')).replace(/[^/]*$/, '');
  }

  private get isHomepageOrAbout(): boolean {
    return HOMEPAGE_OR_ABOUT.test(toS(dig(this.page, 'url')));
  }

  private seo(key: string): Value {
    return inMapping(dig(this.page, 'seo'), key);
  }

  private social(key: string): Value {
    return inMapping(dig(this.site, 'social'), key);
  }
}

function either(first: Value, second: Value): Value {
  return isTruthy(first) ? first : second;
}

function inMapping(value: Value, key: string): Value {
  return value instanceof Map ? (value.get(key) ?? null) : null;
}
