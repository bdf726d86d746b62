import type { FilterContext } from '../../liquid/filter.js';
import { toS } from '../../ruby/to-s.js';
import { isTruthy, type Value } from '../../ruby/value.js';
import { dig, eachOf, type FilterTable } from '../shared/template-values.js';

const MEDIA = 'xmlns:media="http://search.yahoo.com/mrss/"';

/** One post in a feed. */
export class FeedEntry {
  constructor(
    private readonly post: Value,
    private readonly site: Value,
    private readonly context: FilterContext,
    private readonly filters: FilterTable,
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
    const updated = this.firstOf(this.of('last_modified_at'), this.of('date'));
    return [
      `<title type="html">${title}</title>`,
      `<link href="${this.text(this.of('url'), 'absolute_url')}" rel="alternate" type="text/html" title="${title}" />`,
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
    if (isTruthy(isExcerptOnly)) return '';
    const base = this.text(this.of('url'), 'absolute_url', 'xml_escape');
    return `<content type="html" xml:base="${base}"><![CDATA[${this.text(this.of('content'), 'strip')}]]></content>`;
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
    const all = isTruthy(category) ? [category] : eachOf(this.of('categories'));
    return all.map((name) => this.category(name));
  }

  private category(name: Value): string {
    return `<category term="${this.text(name, 'xml_escape')}" />`;
  }

  private summary(): string {
    const summary = this.firstOf(this.of('description'), this.of('excerpt'));
    const isEmpty = !isTruthy(summary) || summary === '' || (Array.isArray(summary) && summary.length === 0);
    if (isEmpty) return '';
    const text = this.text(summary, 'strip_html', 'normalize_whitespace');
    return `<summary type="html"><![CDATA[${text}]]></summary>`;
  }

  private image(): string {
    const image = this.firstOf(this.of('image', 'path'), this.of('image'));
    if (!isTruthy(image)) return '';
    const isAbsolute = typeof image === 'string' && image.includes('://');
    const url = isAbsolute ? this.text(image, 'xml_escape') : this.text(image, 'absolute_url', 'xml_escape');
    return (
      `<media:thumbnail ${MEDIA} url="${url}" />` + `<media:content medium="image" url="${url}" ${MEDIA} />`
    );
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
