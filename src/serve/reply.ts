import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { type Access, isAskedByForeignPage } from './access.js';
import { isAllowedHost } from './allowed-hosts.js';
import { withOurs } from './content-policy.js';
import { contentType } from './content-type.js';
import { decodedPath, findFile } from './find-file.js';
import { CLIENT_PATH, injectScript, PING_PATH } from './inject.js';
import { listingPage } from './listing.js';
import type { ServeOptions } from './options.js';
import { errorPage, missingPage, OWN_POLICY, type OwnPage, progressPage } from './own-page.js';
import { type BrokenPage, findingsFor, isPage, type SiteState } from './site-state.js';

/** What to answer; `file` is sent as it is, with ranges, by whoever sends. */
export type Reply =
  | {
      readonly kind: 'body';
      readonly status: number;
      readonly type: string;
      readonly body: Buffer;
      /** Over those of the options. */
      readonly headers?: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'redirect'; readonly location: string };

type BodyReply = Extract<Reply, { kind: 'body' }>;

/** What is answered besides files while somebody works on the site. */
export interface Backstage {
  readonly access: Access;
  /** The text of the script that pages get. */
  readonly clientScript: string;
  readonly state: SiteState;
  /** Why nothing is at a path and what is near, as HTML. */
  readonly notesOn: (path: string) => Promise<string>;
}

/** What replies are made from. */
export interface ReplySource {
  /** Absolute path of the output. */
  readonly folder: string;
  readonly options: ServeOptions;
  /** `null` for a preview of what visitors would get. */
  readonly backstage: Backstage | null;
}

/**
 * Decides what a request gets from the output folder: files, pages with the reload script, `404.html` with its status, folders,
 * `baseurl`, and nothing for foreign hosts; a page of ours where the site has none to show.
 */
export async function replyTo(request: IncomingMessage, source: ReplySource): Promise<Reply> {
  const { options, backstage } = source;
  const { baseurl } = options;
  if (!isAllowedHost(request.headers.host, [options.host, ...options.allowedHosts]))
    return refuseHost(request);
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return text(405, 'Only GET and HEAD are answered here.\n');
  const [pathname, query] = splitQuery(request.url ?? '/');
  if (backstage && pathname === CLIENT_PATH)
    return body(200, 'text/javascript; charset=utf-8', Buffer.from(backstage.clientScript));
  if (backstage && pathname === PING_PATH) return body(204, 'text/plain', Buffer.alloc(0));
  if (pathname !== baseurl && !pathname.startsWith(`${baseurl}/`)) {
    return pathname === '/' ? redirect(`${baseurl}/`, null) : missing(request, pathname, source);
  }
  const inner = pathname.slice(baseurl.length);
  return inner === '' ? redirect(`${baseurl}/`, query) : replyFromFolder(request, inner, query, source);
}

async function replyFromFolder(
  request: IncomingMessage,
  inner: string,
  query: string | null,
  source: ReplySource,
): Promise<Reply> {
  const { folder, options, backstage } = source;
  if (backstage && backstage.state.progress !== null)
    return ownPage(progressPage(backstage.state.progress), request, source);
  const found = findFile(folder, inner);
  switch (found.kind) {
    case 'slash':
      return redirect(`${options.baseurl}${inner}/`, query);
    case 'folder':
      return options.showListing
        ? page(request, { status: 200, html: Buffer.from(listingPage(found.path, inner)) }, source)
        : missing(request, inner, source);
    case 'file':
      return isPage(found.path) ? pageFile(request, 200, found.path, source) : found;
    case 'missing':
      return missing(request, inner, source);
  }
}

/** What went wrong with the page, else the site's own `404.html`, else a page of ours. */
async function missing(request: IncomingMessage, path: string, source: ReplySource): Promise<Reply> {
  const { folder, backstage } = source;
  const failed = backstage && failureAt(path, backstage.state);
  if (failed) return ownPage(failed, request, source);
  const found = findFile(folder, '/404.html');
  if (found.kind === 'file') return pageFile(request, 404, found.path, source);
  if (backstage === null) return text(404, 'Not found. The site has no 404.html either.\n');
  return ownPage(missingPage(decodedPath(path), await backstage.notesOn(path)), request, source);
}

/** The errors of a page that was never good, or of a site that has no page at all. */
function failureAt(path: string, state: SiteState): OwnPage | null {
  const broken = state.broken.find((page) => isAddressOf(path, page));
  if (broken) return errorPage(findingsFor(broken.path, state).here, true);
  const errors = state.broken.length === 0 ? state.findings.filter(({ isError }) => isError) : [];
  return errors.length > 0 ? errorPage(errors, false) : null;
}

function isAddressOf(address: string, { path }: BrokenPage): boolean {
  const plain = (text: string): string => decodedPath(text).replace(/^\/|(?:\/?index)?\.html?$|\/$/g, '');
  return path !== null && plain(address) === plain(path);
}

function pageFile(request: IncomingMessage, status: number, path: string, source: ReplySource): Reply {
  return page(request, { status, html: readFileSync(path), path }, source);
}

interface SentPage {
  readonly status: number;
  readonly html: Buffer;
  /** Of the file, for its type; default: HTML. */
  readonly path?: string;
}

function page(
  request: IncomingMessage,
  { status, html, path = 'index.html' }: SentPage,
  { options, backstage }: ReplySource,
): BodyReply {
  const type = contentType(path, options.encoding);
  if (backstage === null || options.liveReload === null || !isForReader(request, backstage))
    return body(status, type, html);
  const policies = Object.entries(options.headers).filter(([name]) =>
    /^content-security-policy$/i.test(name),
  );
  const nonce = policies.length > 0 ? randomBytes(16).toString('base64') : null;
  const tag = { token: backstage.access.token, port: options.liveReload.port, nonce };
  const injected = injectScript(html, tag, !type.startsWith('text/html'));
  if (nonce === null) return body(status, type, injected);
  const headers = Object.fromEntries(policies.map(([name, policy]) => [name, withOurs(policy, nonce)]));
  return { ...body(status, type, injected), headers };
}

/** A page that scripts ask for may be part of another, and scripts of other sites must not read the token. */
function isForReader(request: IncomingMessage, { access }: Backstage): boolean {
  const destination = request.headers['sec-fetch-dest'];
  const isDocument =
    destination === undefined || /^(?:document|iframe|frame|embed|object)$/.test(String(destination));
  return (
    (isDocument || request.headers['x-utterson'] !== undefined) &&
    !isAskedByForeignPage(request, access.scheme)
  );
}

function ownPage({ status, html }: OwnPage, request: IncomingMessage, source: ReplySource): BodyReply {
  const reply = page(request, { status, html: Buffer.from(html) }, source);
  const headers = { 'Content-Security-Policy': OWN_POLICY, 'Content-Type': 'text/html; charset=utf-8' };
  return { ...reply, headers };
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

function body(status: number, type: string, content: Buffer): BodyReply {
  return { kind: 'body', status, type, body: content };
}

function redirect(path: string, query: string | null): Reply {
  // A path that starts with two slashes would be another host.
  const local = path.replace(/^\/+/, '/');
  return { kind: 'redirect', location: query === null ? local : `${local}?${query}` };
}

function splitQuery(url: string): [pathname: string, query: string | null] {
  const at = url.indexOf('?');
  return at < 0 ? [url, null] : [url.slice(0, at), url.slice(at + 1)];
}
