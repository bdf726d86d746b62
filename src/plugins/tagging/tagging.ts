import type { EnginePlugin } from '../../liquid/engine-plugin.js';
import { tagFilters } from './tag-filters.js';
import { generateTagPages } from './tag-pages.js';

/** jekyll-tagging 1.1.0: a page and a feed for each tag of posts, `site.tag_data` for clouds of tags, and filters for links to them. */
export const tagging: EnginePlugin = {
  name: 'jekyll-tagging',
  isSafe: true,
  generators: [{ name: 'Jekyll::Tagger', priority: 'normal', generate: generateTagPages }],
  filters: tagFilters,
};
