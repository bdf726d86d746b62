import type { Frame } from '../../liquid/run/frame.js';
import { toS } from '../../ruby/to-s.js';
import { isInteger, isTruthy, type Value } from '../../ruby/value.js';
import { dig } from '../shared/template-values.js';
import { SeoAuthor } from './seo-author.js';
import { type SeoImage, seoImage } from './seo-image.js';
import type { SeoText } from './seo-text.js';

const HOMEPAGE_OR_ABOUT = /^\/(?:about\/)?(?:index.html?)?$/m;
const PAGE_NUMBER = 'Page %<current>s of %<total>s for ';

/** What the tag finds out about a page, from its front matter first and the configuration second (jekyll-seo-tag 2.8.0, `Drop`). */
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
  ) {
    this.page = frame.page;
    this.site = frame.global('site');
    this.paginator = frame.lookup('paginator');
    this.author = new SeoAuthor(this.page, this.site);
    this.image = seoImage(dig(this.page, 'image'), text);
    this.siteTitle = text.plainOfSite(either(dig(this.site, 'title'), dig(this.site, 'name')));
    this.siteDescription = text.plainOfSite(dig(this.site, 'description'));
    this.pageTitle = text.plain(dig(this.page, 'title')) ?? this.siteTitle;
    this.description =
      text.plain(either(dig(this.page, 'description'), dig(this.page, 'excerpt'))) ?? this.siteDescription;
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
    const tagline = this.text.plainOfSite(dig(this.site, 'tagline'));
    return `${siteTitle} | ${tagline ?? siteDescription}`;
  }

  /** From the second page of a listing on. */
  private pageNumber(): string {
    const current = dig(this.paginator, 'page');
    if (!isInteger(current) || current <= 1) return '';
    const message = dig(this.site, 'seo_paginator_message');
    const values: Record<string, Value> = { current, total: dig(this.paginator, 'total_pages') };
    return toS(isTruthy(message) ? message : PAGE_NUMBER).replace(
      /%(?:<(current|total)>[sd]|\{(current|total)\}|%)/g,
      (directive, named?: string, braced?: string) => {
        const name = named ?? braced;
        return name === undefined ? directive.slice(1) : toS(values[name]!);
      },
    );
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
    const values = [dig(page, 'locale'), dig(site, 'locale'), dig(page, 'lang'), dig(site, 'lang')];
    return toS(values.find(isTruthy) ?? 'en_US').replaceAll('-', '_');
  }

  get canonicalUrl(): string {
    const own = toS(dig(this.page, 'canonical_url'));
    return own === '' ? this.text.absoluteUrl(dig(this.page, 'url')).replace(/\/index\.html$/m, '/') : own;
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
