import type { EnginePlugin } from '../../liquid/engine-plugin.js';
import type { TagDefinition } from '../../liquid/tag.js';
import { FilterTable } from '../shared/template-values.js';
import { SeoHtml } from './seo-html.js';
import { SeoPage } from './seo-page.js';
import { seoReleaseOf } from './seo-release.js';
import { SeoText } from './seo-text.js';

/** jekyll-seo-tag 2.8.0, or what the lock says from 2.5.0 to 2.9.0: the tag `seo`, which writes title, meta elements and JSON-LD of a page. */
export const seoTag: EnginePlugin = {
  name: 'jekyll-seo-tag',
  isSafe: true,
  liquidTags: () => [seo()],
};

/** `{% seo %}`, with `title=false` or `canonical=false` to leave that element to the layout. */
function seo(): TagDefinition {
  const filters = new FilterTable();
  return {
    name: 'seo',
    parse(markup) {
      const withTitle = !/title=false/i.test(markup);
      const withCanonical = !/canonical=false/i.test(markup);
      return {
        isBlank: false,
        write(frame) {
          const text = new SeoText(frame, filters);
          const release = seoReleaseOf(frame.config);
          const page = new SeoPage(frame, text, release);
          frame.write(new SeoHtml(page, text, frame, release).toHtml({ withTitle, withCanonical }));
        },
      };
    },
  };
}
