import type { EnginePlugin } from '../../liquid/engine-plugin.js';
import type { TagDefinition } from '../../liquid/tag.js';
import { FilterTable } from '../shared/template-values.js';
import { SeoHtml } from './seo-html.js';
import { SeoPage } from './seo-page.js';
import { SeoText } from './seo-text.js';

/** jekyll-seo-tag 2.8.0: the tag `seo`, which writes title, meta elements and JSON-LD of a page. */
export const seoTag: EnginePlugin = {
  name: 'jekyll-seo-tag',
  isSafe: true,
  liquidTags: () => [seo()],
};

/** `{% seo %}`, or `{% seo title=false %}` to leave the title element to the layout. */
function seo(): TagDefinition {
  const filters = new FilterTable();
  return {
    name: 'seo',
    parse(markup) {
      const withTitle = !/title=false/i.test(markup);
      return {
        isBlank: false,
        write(frame) {
          const text = new SeoText(frame, filters);
          frame.write(new SeoHtml(new SeoPage(frame, text), text, frame).toHtml(withTitle));
        },
      };
    },
  };
}
