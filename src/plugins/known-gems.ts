/**
 * Gems that sites are known to name, and whose work is not done here. A row goes when the gem is restated
 * (`built-in-plugins.ts`); a name in none of these lists is a gem that nobody knows.
 */

/** What is known of a gem whose work is not done here. */
export interface LackingGem {
  /** The gem's name, then others that `plugins:` or `require:` loads it by, e.g. `jekyll/scholar`. */
  readonly names: readonly string[];
  /** What the output is without, to follow `Missing from the output:`, e.g. `tables of contents`. */
  readonly missing: string;
  /** What stands in the output for it, e.g. `their source`. */
  readonly instead?: string;
  /** npm packages that do its work once the site has them, e.g. `postcss`. */
  readonly packages?: string;
  /** Liquid tags and blocks it defines; a template that uses one is an error, unless something stands in its place (`stand-ins/`). */
  readonly tags?: readonly string[];
  /** Liquid filters; what goes through one comes out unchanged, with a warning. */
  readonly filters?: readonly string[];
  /** Extensions of files that it converts, in lower case with the dot; their pages stay as they are written, with a warning. */
  readonly extensions?: readonly string[];
  /** Files it would have written besides the site's own, e.g. `a page for each tag`. */
  readonly files?: string;
}

type Row = readonly [
  names: string | readonly string[],
  missing: string,
  more?: Omit<LackingGem, 'names' | 'missing'>,
];

const rows: readonly Row[] = [
  [
    'jekyll-asciidoc',
    'the conversion of AsciiDoc',
    {
      filters: ['asciidocify', 'tocify_asciidoc'],
      extensions: ['.adoc', '.asciidoc', '.ad'],
      packages: '@asciidoctor/core@2',
    },
  ],
  [
    'jekyll-assets',
    'what Sprockets makes of assets',
    { tags: ['asset'], filters: ['asset'], files: 'style sheets, scripts and pictures from `_assets`' },
  ],
  ['jekyll-auto-image', 'the first picture of a page as `page.image`'],
  ['jekyll-autoprefixer', 'prefixes of browser makers in style sheets', { packages: 'postcss autoprefixer' }],
  ['jekyll-brotli', 'compressed copies of files', { files: 'a `.br` beside each text file' }],
  ['jekyll-category-pages', 'listings of categories', { files: 'a page for each category' }],
  [
    'jekyll-coffeescript',
    'the conversion of CoffeeScript',
    { extensions: ['.coffee'], packages: 'coffeescript@1' },
  ],
  ['jekyll-compress-images', 'the compression of pictures'],
  [
    'jekyll-contentblocks',
    'blocks of content that pages hand to layouts',
    { tags: ['contentfor', 'contentblock', 'ifhascontent', 'ifnothascontent'] },
  ],
  ['jekyll-diagrams', 'diagrams', { instead: 'their source' }],
  ['jekyll-dotenv', 'environment variables, those out of `.env` among them, as `site.env`'],
  ['jekyll-ext-links', 'attributes of links that lead elsewhere'],
  [
    'jekyll-get-json',
    'data that `jekyll_get_json` names by their addresses',
    { instead: 'what `_data` has of the same names' },
  ],
  ['jekyll-gzip', 'compressed copies of files', { files: 'a `.gz` beside each text file' }],
  ['jekyll-haml', 'the conversion of Haml', { tags: ['haml'], extensions: ['.haml'] }],
  ['jekyll-image-size', 'sizes of pictures', { tags: ['imagesize'] }],
  ['jekyll-imagemagick', 'pictures in other formats and widths', { files: 'converted pictures' }],
  ['jekyll-jupyter-notebook', 'Jupyter notebooks', { tags: ['jupyter_notebook'], extensions: ['.ipynb'] }],
  [
    'jekyll-lunr-js-search',
    'the index of the search',
    { files: '`js/index.json` and scripts of the search' },
  ],
  ['jekyll-mermaid', 'diagrams', { tags: ['mermaid'] }],
  ['jekyll-minifier', 'nothing but its size: files are written as they are, not minified'],
  ['jekyll-oembed', 'embedded content of other sites', { tags: ['oembed'] }],
  ['jekyll-og-image', 'pictures for social networks', { files: 'a picture for each post' }],
  [
    'jekyll-open-sdg-plugins',
    'pages, data and translations of Open SDG',
    {
      filters: ['sdg_lookup', 't', 't_date', 'translate_metadata_field', 'translate_metadata_field_option'],
      files: 'a page for each goal and indicator',
    },
  ],
  ['jekyll-pandoc', 'what `markdown: Pandoc` converts'],
  [
    ['jekyll_picture_tag', 'jekyll-picture-tag'],
    'pictures in several sizes',
    { instead: 'each picture as it is', files: 'pictures in several sizes' },
  ],
  ['jekyll-plantuml', 'diagrams that the folder `uml` does not have', { instead: 'their source' }],
  ['jekyll-postcss', 'what PostCSS makes of style sheets', { packages: 'postcss' }],
  ['jekyll-postcss-v2', 'what PostCSS makes of style sheets', { packages: 'postcss postcss-cli' }],
  [
    'jekyll-postfiles',
    'files that lie beside posts, in the folders of the posts',
    { files: 'copies of these files' },
  ],
  ['jekyll-redirects', 'redirections', { files: 'the list of redirections' }],
  ['jekyll-resize', 'pictures in other sizes', { filters: ['resize'], files: 'resized pictures' }],
  [
    'jekyll-responsive-image',
    'pictures in several sizes',
    { instead: 'each picture as it is', files: 'pictures in several sizes' },
  ],
  ['jekyll-rst', 'the conversion of reStructuredText', { extensions: ['.rst'] }],
  ['jekyll-slim', 'the conversion of Slim', { tags: ['slim'], extensions: ['.slim'] }],
  ['jekyll-tailwind', 'what Tailwind makes of style sheets'],
  ['jekyll-tailwindcss', 'what Tailwind makes of style sheets', { packages: 'tailwindcss @tailwindcss/cli' }],
  ['jekyll-terser', 'nothing but its size: scripts are written as they are, not minified'],
  [
    'jekyll-textile-converter',
    'the conversion of Textile',
    { filters: ['textilize'], extensions: ['.textile'] },
  ],
  ['jekyll-tidy', 'nothing but its layout: pages are written as they are, not tidied'],
  ['jekyll-timeago', 'spans of time in words', { tags: ['timeago'], filters: ['timeago'] }],
  [
    'jekyll-twitter-plugin',
    'embedded posts of Twitter that `.tweet-cache` does not have',
    { instead: 'links to them' },
  ],
  ['jekyll-webp', 'pictures as WebP', { files: 'a `.webp` beside each picture' }],
  ['jekyll-wikilinks', 'links written as `[[name]]`'],
  ['jekyll-wikirefs', 'links written as `[[name]]`', { filters: ['doc_type', 'link_type'] }],
  ['jekyll_pages_api', 'the listing of pages', { files: '`api/v1/pages.json`' }],
  [
    'jekyll_pages_api_search',
    'the search',
    {
      tags: [
        'jekyll_pages_api_search_interface',
        'jekyll_pages_api_search_load',
        'jekyll_pages_api_search_results',
      ],
      files: 'the index of the search',
    },
  ],
  ['liquid_reading_time', 'times of reading', { filters: ['reading_time', 'count_words'] }],
];

/** By each of its names. */
export const lackingGems: ReadonlyMap<string, LackingGem> = new Map(
  rows.flatMap(([names, missing, more]) => {
    const gem: LackingGem = { names: [names].flat(), missing, ...more };
    return gem.names.map((name) => [name, gem] as const);
  }),
);

/** Gems whose work is done without them: Jekyll's own parts, and commands that are built in. */
export const BUILT_IN_GEMS: ReadonlySet<string> = new Set([
  'github-pages',
  'jekyll',
  'jekyll-commonmark',
  'jekyll-commonmark-ghpages',
  'jekyll-compose',
  'jekyll-remote-theme',
  'jekyll-sass-converter',
  'jekyll-watch',
  'kramdown',
  'kramdown-math-katex',
  'kramdown-parser-gfm',
  'liquid',
  'rouge',
]);

/** Gems that add nothing to what a build writes: themes that are not the site's, commands, servers, tests, checks, and what others are made of. */
export const IDLE_GEMS: ReadonlySet<string> = new Set([
  'activesupport',
  'base64',
  'bibtex-ruby',
  'bigdecimal',
  'bundler',
  'citeproc-ruby',
  'classifier-reborn',
  'csl-styles',
  'csv',
  'eventmachine',
  'execjs',
  'faraday',
  'faraday-retry',
  'ffi',
  'hawkins',
  'html-proofer',
  'http_parser.rb',
  'jekyll-admin',
  'jekyll-algolia',
  'jekyll-browsersync',
  'jekyll-livereload',
  'jekyll-swiss',
  'json',
  'liquid-c',
  'listen',
  'logger',
  'mini_magick',
  'mini_racer',
  'minima',
  'minitest',
  'mutex_m',
  'nokogiri',
  'observer',
  'ostruct',
  'pry',
  'rack',
  'rake',
  'rb-fsevent',
  'rexml',
  'rspec',
  'rubocop',
  'rubocop-jekyll',
  'sass',
  'sass-embedded',
  'sassc',
  'tzinfo',
  'tzinfo-data',
  'unicode_utils',
  'wdm',
  'webrick',
]);
