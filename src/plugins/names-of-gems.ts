/** Which tags and filters come with gems that are restated here, for whoever uses one and does not name the gem; a test holds it to the gems. */

const ROWS: readonly (readonly [gem: string, tags: string, filters: string])[] = [
  ['jekyll-avatar', 'avatar', ''],
  ['jekyll-feed', 'feed_meta', ''],
  ['jekyll-gist', 'gist', ''],
  ['jekyll-github-metadata', 'github_edit_link', ''],
  ['jekyll-include-cache', 'include_cached', ''],
  ['jekyll-last-modified-at', 'last_modified_at', ''],
  ['jekyll-seo-tag', 'seo', ''],
  ['jekyll-datapage-generator', '', 'datapage_url'],
  ['jekyll-email-protect', '', 'encode_email'],
  ['jekyll-figure', 'figure figref', ''],
  ['jekyll-inline-svg', 'svg', ''],
  ['jekyll-katex', 'katex katexmm', ''],
  ['jekyll-multiple-languages-plugin', 't translate tf translate_file tl translate_link', ''],
  ['jekyll-octicons', 'octicon', ''],
  ['jekyll-polyglot', 'I18n_Headers i18n_headers Static_Href static_href', ''],
  ['jekyll-regex-replace', '', 'regex_replace regex_replace_once'],
  [
    'jekyll-scholar',
    'bibliography bibliography_count bibtex cite cite_details details_link nocite quote reference',
    '',
  ],
  ['jekyll-tabs', 'tabs tab', ''],
  ['jekyll-tagging', '', 'tag_cloud tag_link tag_url tags keywords active_tag_data'],
  ['jekyll-toc', 'toc', 'toc toc_only inject_anchors'],
  ['jekyll-youtube', 'youtube', ''],
];

/** The gem that brings the tag. */
export const gemOfTag: ReadonlyMap<string, string> = new Map(
  ROWS.flatMap(([gem, tags]) => tags.split(' ').map((tag): [string, string] => [tag, gem])),
);

/** The gem that brings the filter. */
export const gemOfFilter: ReadonlyMap<string, string> = new Map(
  ROWS.flatMap(([gem, , filters]) => filters.split(' ').map((filter): [string, string] => [filter, gem])),
);
