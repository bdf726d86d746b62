/**
 * Permalink templates (Jekyll 4.4.1, `URL`, `Configuration#style_to_permalink`, `Utils#add_permalink_suffix`): styles,
 * placeholders, and what becomes of the text in between. Documents fill a template by looking names up (an unknown name stops
 * the build), pages and static files by replacing the few names they have (everything else stays as it is written).
 */
import { encodeUri, unencodeUri } from '../ruby/uri.js';

/** The named styles, as templates for posts. */
const STYLES: ReadonlyMap<string, string> = new Map([
  ['none', '/:categories/:title:output_ext'],
  ['date', '/:categories/:year/:month/:day/:title:output_ext'],
  ['ordinal', '/:categories/:year/:y_day/:title:output_ext'],
  ['pretty', '/:categories/:year/:month/:day/:title/'],
  ['weekdate', '/:categories/:year/W:week/:short_day/:title:output_ext'],
]);

/** The template a style stands for; anything that names no style is a template itself. */
export function permalinkTemplate(style: string): string {
  return STYLES.get(style) ?? style;
}

/**
 * Ends a template as the site's style ends: with a slash, with the output's extension, or as it is.
 *
 * `weekdate` is not among the named styles here, so it adds nothing (as in Jekyll).
 */
export function withPermalinkSuffix(template: string, style: string): string {
  if (style === 'pretty' || style.endsWith('/')) return `${template}/`;
  if (style === 'date' || style === 'ordinal' || style === 'none' || style.endsWith(':output_ext')) {
    return `${template}:output_ext`;
  }
  return template;
}

/** Answers a placeholder's text, `undefined` for a name that is none. */
export type PlaceholderLookup = (name: string) => string | undefined;

/** A document's template asks for something no document has. */
export class UnknownPlaceholderError extends Error {
  /** @param names as Jekyll lists them: one with a trailing `_` twice, both times without it */
  constructor(readonly names: readonly string[]) {
    super(`unknown placeholder ${names.join(' or ')}`);
    this.name = 'UnknownPlaceholderError';
  }
}

/** The URL of a document. A name that ends in `_` is looked up without it: `:month_:day` is `:month` and `:day`. */
export function fillTemplate(template: string, lookup: PlaceholderLookup): string {
  const filled = template.replace(/:([a-z_]+)/g, (match, name: string) => {
    const key = name.endsWith('_') ? name.slice(0, -1) : name;
    const value = lookup(key);
    if (value === undefined) throw new UnknownPlaceholderError(name.endsWith('_') ? [key, key] : [key]);
    return match.replace(`:${key}`, () => escapePath(value));
  });
  return sanitizeUrl(filled);
}

/**
 * The URL of a page or static file: each placeholder replaced in turn, also where an earlier one's text happens to hold its name.
 *
 * @param placeholders pairs in the order in which they are replaced
 */
export function replacePlaceholders(
  template: string,
  placeholders: readonly (readonly [name: string, value: string])[],
): string {
  let url = template;
  for (const [name, value] of placeholders) {
    if (!url.includes(':')) break;
    url = url.replaceAll(`:${name}`, () => escapePath(value));
  }
  return sanitizeUrl(url);
}

/** Escapes what may not stand in a URL's path; text of plain characters stays as it is. */
export function escapePath(path: string): string {
  return path === '' || /^[a-zA-Z0-9./-]+$/m.test(path) ? path : encodeUri(path).replace('#', '%23');
}

/** The path on disk that a URL stands for: `/a%20b` is `/a b`. */
export function unescapePath(url: string): string {
  return url.includes('%') ? unencodeUri(url) : url;
}

/** One slash in front, no `..`, no `./`, no two slashes in a row. */
function sanitizeUrl(url: string): string {
  return `/${url}`
    .replaceAll('..', '/')
    .replaceAll('./', '')
    .replace(/\/{2,}/g, '/');
}
