/** Style sheets that changed, in a page that stays. */

/** Links that another one is about to replace. */
const leaving = new WeakSet<Element>();

/** @param paths from the root of the server, e.g. `/blog/site.css` */
export function swapStyles(paths: readonly string[]): void {
  for (const path of paths) {
    const links = sheets().filter(({ href }) => new URL(href).pathname === path);
    // One that is imported by another comes with that.
    if (links.length === 0 && usesResource(path)) for (const link of sheets()) swap(link);
    for (const link of links) swap(link);
  }
}

/** Whether the page has loaded a file. @param path from the root of the server */
export function usesResource(path: string): boolean {
  const isIt = (address: string): boolean => {
    const url = new URL(address, location.href);
    return url.host === location.host && decodeURI(url.pathname) === path;
  };
  const entries = performance.getEntriesByType('resource');
  if (entries.some(({ name, ...entry }) => !isOurs(entry) && isIt(name))) return true;
  const elements = document.querySelectorAll('[src], link[href], [poster], object[data]');
  return [...elements].some((element) =>
    ['src', 'href', 'poster', 'data'].some((name) => isIt(element.getAttribute(name) ?? '')),
  );
}

/** The page itself is asked for, too. */
function isOurs(entry: object): boolean {
  return 'initiatorType' in entry && entry.initiatorType === 'fetch';
}

function sheets(): readonly HTMLLinkElement[] {
  const links = document.querySelectorAll<HTMLLinkElement>('link[rel~="stylesheet"][href]');
  return [...links].filter((link) => !leaving.has(link) && new URL(link.href).host === location.host);
}

/** The new one is loaded beside the old one, which goes when it is there: the page never stands unstyled. */
function swap(link: HTMLLinkElement): void {
  leaving.add(link);
  const address = new URL(link.href);
  address.searchParams.set('utterson', String(Date.now()));
  const fresh = link.cloneNode() as HTMLLinkElement;
  fresh.href = address.href;
  fresh.onload = () => link.remove();
  fresh.onerror = () => link.remove();
  link.after(fresh);
}
