/**
 * Gems that sites name in `plugins:` and whose work belongs to this program, but which it does not do yet. A name that is
 * in no list is a gem nobody has installed, which stops Jekyll too.
 */
export const UNSUPPORTED_GEMS: ReadonlySet<string> = new Set([
  'github-pages',
  'jekyll-coffeescript',
  'jekyll-commonmark-ghpages',
  'jekyll-github-metadata',
  'jekyll-octicons',
  'jekyll-paginate-v2',
  'jekyll-polyglot',
  'jekyll-remote-theme',
  'jekyll-scholar',
  'jekyll-spaceship',
  'jekyll-swiss',
]);

/** Gems whose work is done without them: Jekyll's own parts, and commands that are built in. */
export const BUILT_IN_GEMS: ReadonlySet<string> = new Set([
  'jekyll',
  'jekyll-commonmark',
  'jekyll-compose',
  'jekyll-sass-converter',
  'jekyll-watch',
  'kramdown',
  'kramdown-parser-gfm',
  'rouge',
]);
