/** What a plugin's text names, so that a site can be made in which the names are there. */
export interface Names {
  readonly settings: readonly string[];
  readonly dataFiles: readonly string[];
  readonly attributes: readonly string[];
  readonly collections: readonly string[];
  /** Of layouts and includes, without `.html`. */
  readonly templates: readonly string[];
  readonly extensions: readonly string[];
}

/** Keys whose value decides how a site is built at all. */
const RESERVED = new Set(
  'source destination url baseurl title collections collections_dir plugins plugins_dir gems exclude include permalink markdown kramdown highlighter encoding timezone theme defaults safe layouts_dir includes_dir data_dir utterson port host paginate paginate_path'.split(
    ' ',
  ),
);
/** Attributes of files that mean something to all of the build. */
const OWN = new Set(
  'layout title date permalink published tags categories category tag content excerpt url path name id slug output collection ext draft render_with_liquid previous next sitemap excerpt_separator'.split(
    ' ',
  ),
);

/** Reads names by pattern: what is computed is not seen. */
export function namesIn(source: string): Names {
  const all = (pattern: RegExp, without: ReadonlySet<string> = new Set()): string[] => [
    ...new Set(
      [...source.matchAll(pattern)].map((found) => found[1] as string).filter((name) => !without.has(name)),
    ),
  ];
  return {
    settings: all(/\bconfig(?:\.fetch\(|\.key\?\(?|\.dig\(|\[)\s*['"]([a-z][\w-]*)['"]/g, RESERVED),
    dataFiles: all(
      /\bsite\.data(?:\.|\[['"])([a-z][\w-]*)/g,
      new Set(['each', 'key', 'dig', 'fetch', 'merge']),
    ),
    attributes: all(
      /(?:\bdata|page|post|doc|item|note)(?:\.fetch\(|\.key\?\(?|\[)\s*['"]([a-z]\w*)['"]/g,
      OWN,
    ),
    collections: all(
      /(?:\bcollections(?:\.|\[['"])|Hooks\.register\(?\s*:)([a-z][\w-]*)/g,
      new Set('site pages documents clean posts each values keys map fetch dig key select find'.split(' ')),
    ),
    templates: [
      ...all(/['"/]([\w-]+)\.html?['"]/g),
      ...all(/layouts?(?:['"]?\]|\.key\?)?\s*(?:\(|=|\[|=>|\|\|=)\s*['"]([\w-]+)['"]/g),
    ],
    extensions: source.includes('matches') ? all(/\\?\.(\w{1,10})\b/g).slice(0, 8) : [],
  };
}
