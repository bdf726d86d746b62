/**
 * Modules of a site that are saved while a server runs. Node keeps what it has loaded for good, by its address: a plugin is loaded anew
 * under another, and so is all that it imports of the site's own, which a hook on the resolving of addresses sees to. Packages stay.
 */
import { statSync } from 'node:fs';
import { createRequire, register } from 'node:module';
import { pathToFileURL } from 'node:url';

/** How often modules of the site have changed in this process. */
let version = 0;
let isAnyLoaded = false;
let isHooked = false;

const MODULE = /\.(?:[cm]?js|[cm]?ts|json)$/;
const PACKAGES = '/node_modules/';

/** Hands a mark of whoever imports on to what is imported. It runs in a thread of Node's, so that it stands here as a text. */
const HOOK = `export async function resolve(specifier, context, next) {
  const found = await next(specifier, context);
  const mark = /\\?utterson=[\\d.-]+$/.exec(context.parentURL ?? '');
  if (mark === null || !/^file:[^?#]+$/.test(found.url) || found.url.includes('${PACKAGES}')) return found;
  return { ...found, url: found.url + mark[0] };
}`;

/**
 * Notes what was saved since modules were loaded last.
 *
 * @param changed absolute paths; `null` for whatever may have been
 * @param root    the site's folder
 */
export function noteSaved(changed: readonly string[] | null, root: string): void {
  const isAny = changed === null || changed.some((path) => MODULE.test(path) && !path.includes(PACKAGES));
  if (!isAny || !isAnyLoaded) return;
  version++;
  forgetRequired(root);
}

/** The address of a module, which is another one once any module of the site has changed, unless it is of a package. */
export function moduleAddress(path: string): string {
  isAnyLoaded = true;
  if (version > 0 && !isHooked) {
    register(`data:text/javascript,${encodeURIComponent(HOOK)}`);
    isHooked = true;
  }
  const { href } = pathToFileURL(path);
  return path.includes(PACKAGES) ? href : `${href}?utterson=${version}-${statSync(path).mtimeMs}`;
}

/** What is required has a memory of its own. */
function forgetRequired(root: string): void {
  const { cache } = createRequire(import.meta.url);
  for (const path of Object.keys(cache)) {
    if (path.startsWith(`${root}/`) && !path.includes(PACKAGES)) delete cache[path];
  }
}
