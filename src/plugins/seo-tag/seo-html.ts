import type { Frame } from '../../liquid/run/frame.js';
import { toS, toText } from '../../ruby/to-s.js';
import { isTruthy, type Value } from '../../ruby/value.js';
import { dig } from '../shared/template-values.js';
import { jsonLd } from './json-ld.js';
import type { SeoPage } from './seo-page.js';
import type { SeoRelease } from './seo-release.js';
import type { SeoText } from './seo-text.js';

/** Names of the meta elements by which search engines know a site's owner, by key of `webmaster_verifications`. */
const VERIFICATIONS = [
  ['google', 'google-site-verification'],
  ['bing', 'msvalidate.01'],
  ['alexa', 'alexaVerifyID'],
  ['yandex', 'yandex-verification'],
  ['baidu', 'baidu-site-verification'],
  ['facebook', 'facebook-domain-verification'],
] as const;

/** Elements that a layout may keep for itself. */
export interface SeoParts {
  readonly withTitle: boolean;
  /** From jekyll-seo-tag 2.9.0 on. */
  readonly withCanonical: boolean;
}

/** Everything `{% seo %}` writes, one element per line. */
export class SeoHtml {
  constructor(
    private readonly seo: SeoPage,
    private readonly text: SeoText,
    private readonly frame: Frame,
    private readonly release: SeoRelease,
  ) {}

  toHtml({ withTitle, withCanonical }: SeoParts): string {
    const { title } = this.seo;
    const lines = [
      `<!-- Begin Jekyll SEO tag v${this.release.version} -->`,
      withTitle && title !== null ? `<title>${title}</title>` : null,
      `<meta name="generator" content="Jekyll v${toText(dig(this.frame.lookup('jekyll'), 'version'))}" />`,
      ...this.page(withCanonical || !this.release.namesTwitterAll),
      ...this.image(),
      ...this.kind(),
      ...this.neighbours(),
      ...this.twitter(),
      ...this.facebook(),
      ...this.verifications(),
      '<script type="application/ld+json">',
      `${jsonLd(this.seo, this.release)}</script>`,
      '<!-- End Jekyll SEO tag -->',
    ];
    return `${lines.filter((line) => line !== null).join('\n')}\n`;
  }

  private page(withCanonical: boolean): (string | null)[] {
    const { seo } = this;
    const url = isTruthy(dig(seo.site, 'url')) ? seo.canonicalUrl : null;
    return [
      property('og:title', seo.pageTitle),
      named('author', seo.author.get('name')),
      property('og:locale', seo.locale),
      named('description', seo.description),
      this.release.namesTwitterAll
        ? namedProperty('twitter:description', 'og:description', seo.description)
        : property('og:description', seo.description),
      url === null || !withCanonical ? null : `<link rel="canonical" href="${url}" />`,
      property('og:url', url),
      property('og:site_name', seo.siteTitle),
    ];
  }

  private image(): (string | null)[] {
    const { image } = this.seo;
    if (image === null) return [];
    return [
      property('og:image', image.path),
      ...['height', 'width', ...(this.release.describesAllPages ? ['alt'] : [])].map((key) =>
        property(`og:image:${key}`, image.details.get(key) ?? null),
      ),
    ];
  }

  private kind(): (string | null)[] {
    const published = this.seo.datePublished;
    const { describesAllPages, namesTwitterAll } = this.release;
    if (published === null) return describesAllPages ? [property('og:type', 'website')] : [];
    return [
      property('og:type', 'article'),
      property('article:published_time', published),
      namesTwitterAll ? property('article:modified_time', this.seo.dateModified) : null,
    ];
  }

  private neighbours(): (string | null)[] {
    const { paginator } = this.seo;
    const link = (relation: string, page: string): string | null => {
      if (!isTruthy(dig(paginator, `${page}_page`))) return null;
      return `<link rel="${relation}" href="${this.text.absoluteUrl(dig(paginator, `${page}_page_path`))}" />`;
    };
    return [link('prev', 'previous'), link('next', 'next')];
  }

  private twitter(): (string | null)[] {
    const { image, page, site, pageTitle, author } = this.seo;
    const card = this.text.firstOf(
      dig(page, 'twitter', 'card'),
      dig(site, 'twitter', 'card'),
      'summary_large_image',
    );
    const account = (name: string, value: Value): string =>
      named(name, `@${toS(value).replaceAll('@', '')}`)!;
    const hasTwitter = isTruthy(dig(site, 'twitter'));
    const { isTwitterForAll, namesTwitterTitle, namesTwitterAll, describesAllPages } = this.release;
    if (!hasTwitter && !isTwitterForAll) return [];
    const own = namesTwitterAll ? named : property;
    return [
      `<meta name="twitter:card" content="${image === null ? 'summary' : toText(card)}" />`,
      namesTwitterTitle ? own('twitter:image', image?.path ?? null) : null,
      describesAllPages ? named('twitter:image:alt', image?.details.get('alt') ?? null) : null,
      namesTwitterTitle ? own('twitter:title', pageTitle ?? (isTwitterForAll ? null : '')) : null,
      hasTwitter ? account('twitter:site', dig(site, 'twitter', 'username')) : null,
      hasTwitter && author.twitter !== null ? account('twitter:creator', author.twitter) : null,
    ];
  }

  private facebook(): (string | null)[] {
    const of = (key: string): Value => dig(this.seo.site, 'facebook', key);
    return [
      property('fb:admins', of('admins')),
      property('article:publisher', of('publisher')),
      property('fb:app_id', of('app_id')),
    ];
  }

  private verifications(): (string | null)[] {
    const all = dig(this.seo.site, 'webmaster_verifications');
    const known = VERIFICATIONS.filter(([key]) => key !== 'facebook' || this.release.describesAllPages);
    if (isTruthy(all)) return known.map(([key, name]) => named(name, dig(all, key)));
    return [named('google-site-verification', dig(this.seo.site, 'google_site_verification'))];
  }
}

function named(name: string, content: Value): string | null {
  return isTruthy(content) ? `<meta name="${name}" content="${toText(content)}" />` : null;
}

function namedProperty(name: string, property: string, content: Value): string | null {
  return isTruthy(content)
    ? `<meta name="${name}" property="${property}" content="${toText(content)}" />`
    : null;
}

function property(name: string, content: Value): string | null {
  return isTruthy(content) ? `<meta property="${name}" content="${toText(content)}" />` : null;
}
