import type { FilterContext } from '../../liquid/filter.js';
import { toS } from '../../ruby/to-s.js';
import { isTruthy, type Value } from '../../ruby/value.js';
import { dig, eachOf, type FilterTable } from '../shared/template-values.js';
import type { FeedRelease } from './release.js';

const MEDIA = 'xmlns:media="http://search.yahoo.com/mrss/"';

/** One post in a feed. */
export class FeedEntry {
  constructor(
    private readonly post: Value,
    private readonly site: Value,
    private readonly context: FilterContext,
    private readonly filters: FilterTable,
    private readonly release: FeedRelease,
  ) {}

  toXml(): string {
    const lang = this.of('lang');
    return [
      `<entry${isTruthy(lang) ? ` xml:lang="${toS(lang)}"` : ''}>`,
      this.head(),
      this.content(),
      this.author(),
      ...this.categories(),
      ...eachOf(this.of('tags')).map((tag) => this.category(tag)),
      this.summary(),
      this.image(),
      '</entry>',
    ].join('');
  }

  private head(): string {
    const title = this.text(this.of('title'), 'smartify', 'strip_html', 'normalize_whitespace', 'xml_escape');
    const linkTitle = this.release.hasTags ? title : this.text(this.of('title'), 'xml_escape');
    const updated = this.firstOf(this.of('last_modified_at'), this.of('date'));
    return [
      `<title type="html">${title}</title>`,
      `<link href="${this.text(this.of('url'), 'absolute_url')}" rel="alternate" type="text/html" title="${linkTitle}" />`,
      `<published>${this.text(this.of('date'), 'date_to_xmlschema')}</published>`,
      `<updated>${this.text(updated, 'date_to_xmlschema')}</updated>`,
      `<id>${this.text(this.of('id'), 'absolute_url', 'xml_escape')}</id>`,
    ].join('');
  }

  private content(): string {
    const isExcerptOnly = this.firstOf(
      this.of('feed', 'excerpt_only'),
      dig(this.site, 'feed', 'excerpt_only'),
    );
    if (this.release.hasExcerptsOnly && isTruthy(isExcerptOnly)) return '';
    const base = this.text(this.of('url'), 'absolute_url', 'xml_escape');
    return `<content type="html" xml:base="${base}">${this.html(this.of('content'), 'strip')}</content>`;
  }

  /** As text of an element. */
  private html(value: Value, ...filters: string[]): string {
    return this.release.writesCdata
      ? `<![CDATA[${this.text(value, ...filters)}]]>`
      : this.text(value, ...filters, 'xml_escape');
  }

  /** The post's author or the site's; a name may stand for an entry in `_data/authors`. */
  private author(): string {
    const named = this.firstOf(this.of('author'), dig(this.of('authors'), 0), dig(this.site, 'author'));
    const author = this.firstOf(dig(this.site, 'data', 'authors', named), named);
    const detail = (key: string): string => {
      const value = this.firstOf(dig(author, key), null);
      return isTruthy(value) ? `<${key}>${this.text(value, 'xml_escape')}</${key}>` : '';
    };
    const name = this.firstOf(dig(author, 'name'), author, '');
    return `<author><name>${this.text(name, 'xml_escape')}</name>${detail('email')}${detail('uri')}</author>`;
  }

  private categories(): string[] {
    const category = this.of('category');
    const others = this.release.hasTags ? eachOf(this.of('categories')) : [];
    const all = isTruthy(category) ? [category] : others;
    return all.map((name) => this.category(name));
  }

  private category(name: Value): string {
    return `<category term="${this.text(name, 'xml_escape')}" />`;
  }

  private summary(): string {
    const excerpt = this.of('excerpt');
    const summary = this.release.writesCdata ? this.firstOf(this.of('description'), excerpt) : excerpt;
    const isEmpty = !isTruthy(summary) || summary === '' || (Array.isArray(summary) && summary.length === 0);
    if (isEmpty) return '';
    return `<summary type="html">${this.html(summary, 'strip_html', 'normalize_whitespace')}</summary>`;
  }

  private image(): string {
    const image = this.firstOf(this.of('image', 'path'), this.of('image'));
    if (!isTruthy(image)) return '';
    const isAbsolute = typeof image === 'string' && image.includes('://');
    const { escapesPictures, hasExcerptsOnly } = this.release;
    const escapes = escapesPictures || !isAbsolute ? ['xml_escape'] : [];
    const url = this.text(image, ...(isAbsolute ? [] : ['absolute_url']), ...escapes);
    const content = hasExcerptsOnly ? `<media:content medium="image" url="${url}" ${MEDIA} />` : '';
    return `<media:thumbnail ${MEDIA} url="${url}" />${content}`;
  }

  private of(...keys: Value[]): Value {
    return dig(this.post, ...keys);
  }

  private firstOf(...values: Value[]): Value {
    return this.filters.firstOf(this.context, ...values);
  }

  private text(value: Value, ...filters: string[]): string {
    return this.filters.text(this.context, value, ...filters);
  }
}
