/** Addresses as readers type them, and the outputs they lead to. */

/**
 * The paths of outputs that a static host may answer an address with, the best first: `about`, `about.html`, `about/index.html` for
 * `/about`.
 *
 * @param address a whole one, or one from the root on, with or without the base
 */
export function outputPathsOf(address: string, baseurl: string | null): string[] {
  const path = pathOf(address, baseurl).slice(1);
  if (path === '' || path.endsWith('/')) return [`${path}index.html`];
  return [path, `${path}.html`, `${path}/index.html`];
}

/** The path of an address, decoded, from the root of the site on: `/about/` for `https://example.org/blog/about/?q#x` below `/blog`. */
export function pathOf(address: string, baseurl: string | null): string {
  const own = address.replace(/^[a-z][a-z\d+.-]*:\/\/[^/?#]*/i, '').replace(/[?#].*$/s, '');
  const path = decoded(own.startsWith('/') ? own : `/${own}`);
  const base = (baseurl ?? '').replace(/\/+$/, '');
  return base !== '' && (path === base || path.startsWith(`${base}/`))
    ? path.slice(base.length) || '/'
    : path;
}

/** As it is where it is no encoding. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** What several spellings of an address have in common: small letters, without `index`, ending and last slash. */
export function addressCore(path: string): string {
  return path
    .toLowerCase()
    .replace(/\.[a-z\d]+$/, '')
    .replace(/\/index$/, '')
    .replace(/\/+$/, '');
}
