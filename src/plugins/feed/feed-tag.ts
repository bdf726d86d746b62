import type { Frame } from '../../liquid/run/frame.js';
import type { TagDefinition } from '../../liquid/tag.js';
import { leadingInteger } from '../../ruby/integer.js';
import { toS } from '../../ruby/to-s.js';
import { isTruthy, type Value } from '../../ruby/value.js';
import { dig, eachOf, FilterTable } from '../shared/template-values.js';
import { FeedEntry } from './feed-entry.js';
import { type FeedRelease, feedReleaseOf } from './release.js';

/** Writes a whole feed at its page's turn, when the posts are rendered; what it is of stands in the page's front matter. */
export function feedTag(): TagDefinition {
  const filters = new FilterTable();
  return {
    name: 'jekyll_feed',
    parse: () => ({ isBlank: false, write: (frame) => frame.write(new Feed(frame, filters).toXml()) }),
  };
}

class Feed {
  private readonly site: Value;
  private readonly page: Value;
  private readonly release: FeedRelease;

  constructor(
    private readonly frame: Frame,
    private readonly filters: FilterTable,
  ) {
    this.site = frame.lookup('site');
    this.page = frame.page;
    this.release = feedReleaseOf(frame.config);
  }

  toXml(): string {
    return [
      '<?xml version="1.0" encoding="utf-8"?>',
      this.styleSheet(),
      this.head(),
      this.title(),
      this.description(),
      this.author(),
      ...this.posts().map((post) =>
        new FeedEntry(post, this.site, this.frame, this.filters, this.release).toXml(),
      ),
      '</feed>',
    ].join('');
  }

  private styleSheet(): string {
    if (!isTruthy(dig(this.page, 'xsl'))) return '';
    return `<?xml-stylesheet type="text/xml" href="${this.text('/feed.xslt.xml', 'absolute_url')}"?>`;
  }

  private head(): string {
    const lang = dig(this.site, 'lang');
    const language = (attribute: string): string => (isTruthy(lang) ? `${attribute}="${toS(lang)}"` : '');
    const url = dig(this.page, 'url');
    const version = toS(dig(this.frame.lookup('jekyll'), 'version'));
    const hreflang = language('hreflang');
    return [
      `<feed xmlns="http://www.w3.org/2005/Atom" ${language('xml:lang')}>`,
      `<generator uri="https://jekyllrb.com/" version="${version}">Jekyll</generator>`,
      `<link href="${this.text(url, 'absolute_url')}" rel="self" type="application/atom+xml" />`,
      `<link href="${this.text('/', 'absolute_url')}" rel="alternate" type="text/html" ${hreflang === '' ? '' : `${hreflang} `}/>`,
      `<updated>${this.text(dig(this.site, 'time'), 'date_to_xmlschema')}</updated>`,
      `<id>${this.text(this.release.hasCollections ? url : '/', 'absolute_url', 'xml_escape')}</id>`,
    ].join('');
  }

  /** The site's title, then what else the feed is of. */
  private title(): string {
    const [siteTitle, siteName] = [dig(this.site, 'title'), dig(this.site, 'name')];
    if (!this.release.hasCollections) return this.titleElement(isTruthy(siteTitle) ? siteTitle : siteName);
    const parts = [this.filters.firstOf(this.frame, siteTitle, siteName)];
    const collection = dig(this.page, 'collection');
    if (collection !== 'posts') parts.push(this.text(collection, 'capitalize'));
    const category = dig(this.page, 'category');
    if (isTruthy(category)) parts.push(this.text(category, 'capitalize'));
    return this.titleElement(parts.length === 1 ? parts[0]! : parts.map(toS).join(' | '));
  }

  private titleElement(title: Value): string {
    return isTruthy(title) ? `<title type="html">${this.text(title, 'smartify', 'xml_escape')}</title>` : '';
  }

  private description(): string {
    const description = dig(this.site, 'description');
    return isTruthy(description) ? `<subtitle>${this.text(description, 'xml_escape')}</subtitle>` : '';
  }

  private author(): string {
    const author = dig(this.site, 'author');
    if (!isTruthy(author)) return '';
    const name = this.filters.firstOf(this.frame, dig(author, 'name'), author);
    const detail = (key: string): string => {
      const value = dig(author, key);
      return isTruthy(value) ? `<${key}>${this.text(value, 'xml_escape')}</${key}>` : '';
    };
    return `<author><name>${this.text(name, 'xml_escape')}</name>${detail('email')}${detail('uri')}</author>`;
  }

  /** Newest first; drafts only where the site shows them. */
  private posts(): readonly Value[] {
    const { filters, frame, site, release } = this;
    const tag = dig(this.page, 'tags');
    const category = dig(this.page, 'category');
    const byCategory = release.writesCdata ? 'categories' : 'category';
    let posts = isTruthy(tag) ? dig(site, 'tags', tag) : dig(site, dig(this.page, 'collection'));
    if (isTruthy(category)) posts = filters.apply(frame, 'where', posts, byCategory, category);
    if (!release.showsDrafts || !isTruthy(dig(site, 'show_drafts')))
      posts = eachOf(posts).filter((post) => dig(post, 'draft') !== true);
    // Posts are in this order by themselves but for those of one moment, whose order is the sorting's.
    const newest = release.hasCollections
      ? [...eachOf(filters.apply(frame, 'sort', posts, 'date'))].reverse()
      : eachOf(posts);
    const limit = filters.firstOf(frame, release.hasTags ? dig(site, 'feed', 'posts_limit') : null, 10);
    return newest.slice(0, Math.max(0, Number(leadingInteger(toS(limit)))));
  }

  private text(value: Value, ...filters: string[]): string {
    return this.filters.text(this.frame, value, ...filters);
  }
}
