import { readFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { isAllowedHost } from './allowed-hosts.js';
import { CLIENT_PATH, clientScript } from './client-script.js';
import { findFile } from './find-file.js';
import { injectScript } from './inject.js';
import { listingPage } from './listing.js';
import type { ServeOptions } from './options.js';

/** What to answer; `file` is sent as it is, with ranges, by whoever sends. */
export type Reply =
  | { readonly kind: 'body'; readonly status: number; readonly type: string; readonly body: Buffer }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'redirect'; readonly location: string };

/**
 * Decides what a request gets from the output folder: files, pages with the reload script, `404.html` with its status, folders,
 * `baseurl`, and nothing for foreign hosts.
 */
export function replyTo(request: IncomingMessage, folder: string, options: ServeOptions): Reply {
  const { baseurl, liveReload } = options;
  if (!isAllowedHost(request.headers.host, [options.host, ...options.allowedHosts]))
    return refuseHost(request);
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return text(405, 'Only GET and HEAD are answered here.\n');
  const [pathname, query] = splitQuery(request.url ?? '/');
  if (liveReload && pathname === CLIENT_PATH) {
    return body(200, 'text/javascript; charset=utf-8', Buffer.from(clientScript(liveReload.port)));
  }
  if (pathname !== baseurl && !pathname.startsWith(`${baseurl}/`)) {
    return pathname === '/' ? redirect(`${baseurl}/`, null) : missing(folder, options);
  }
  const inner = pathname.slice(baseurl.length);
  return inner === '' ? redirect(`${baseurl}/`, query) : replyFromFolder(inner, query, folder, options);
}

function replyFromFolder(inner: string, query: string | null, folder: string, options: ServeOptions): Reply {
  const found = findFile(folder, inner);
  switch (found.kind) {
    case 'slash':
      return redirect(`${options.baseurl}${inner}/`, query);
    case 'folder':
      return options.showListing
        ? page(200, Buffer.from(listingPage(found.path, inner)), options)
        : missing(folder, options);
    case 'file':
      return isPage(found.path) ? page(200, readFileSync(found.path), options) : found;
    case 'missing':
      return missing(folder, options);
  }
}

/** The site's own `404.html`, else a line of text. */
export function missing(folder: string, options: ServeOptions): Reply {
  const found = findFile(folder, '/404.html');
  if (found.kind === 'file') return page(404, readFileSync(found.path), options);
  return text(404, 'Not found. The site has no 404.html either.\n');
}

function page(status: number, html: Buffer, { liveReload, encoding }: ServeOptions): Reply {
  return body(status, `text/html; charset=${encoding}`, liveReload ? injectScript(html) : html);
}

function refuseHost(request: IncomingMessage): Reply {
  const name = JSON.stringify(request.headers.host ?? '');
  return text(
    403,
    `This server does not answer for the host ${name}.\nTo allow it, name it in the configuration: allowed_hosts: [NAME]\n`,
  );
}

function text(status: number, message: string): Reply {
  return body(status, 'text/plain; charset=utf-8', Buffer.from(message));
}

function body(status: number, type: string, content: Buffer): Reply {
  return { kind: 'body', status, type, body: content };
}

function redirect(path: string, query: string | null): Reply {
  // A path that starts with two slashes would be another host.
  const local = path.replace(/^\/+/, '/');
  return { kind: 'redirect', location: query === null ? local : `${local}?${query}` };
}

function isPage(path: string): boolean {
  return /\.(x?html|htm)$/i.test(path);
}

function splitQuery(url: string): [pathname: string, query: string | null] {
  const at = url.indexOf('?');
  return at < 0 ? [url, null] : [url.slice(0, at), url.slice(at + 1)];
}
