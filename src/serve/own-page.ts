/** Pages of ours, where the site has none: while it is built the first time, when it could not be, and for what is not there. */
import { createHash } from 'node:crypto';
import type { Finding } from './finding.js';
import { escapeHtml, findingsHtml } from './findings-html.js';
import { PAGE_STYLE } from './findings-style.js';

/** A page of ours and its status. */
export interface OwnPage {
  readonly status: number;
  readonly html: string;
}

/** While nothing is there yet. */
export function progressPage(progress: string): OwnPage {
  const body = `<h1>The site is being built</h1>
<p class="quiet" data-progress>${escapeHtml(progress)}</p>
<div class="bar" aria-hidden="true"></div>
<p class="quiet">It appears here as soon as it is there.</p>`;
  return { status: 503, html: document('Building…', body, 'status') };
}

/** In the place of a page that could not be made, or of a site. */
export function errorPage(findings: readonly Finding[], isOnePage: boolean): OwnPage {
  const title = isOnePage ? 'This page could not be made' : 'The site does not build';
  const body = `<h1>${title}</h1>
<p class="quiet">${isOnePage ? 'It' : 'The site'} appears here as soon as that is mended.</p>
${findingsHtml(findings)}`;
  return { status: 500, html: document(title, body, 'alert') };
}

/** For what is not there, when the site has no page for that itself. */
export function missingPage(address: string, notes: string): OwnPage {
  const body = `<h1>Nothing is at ${escapeHtml(address)}</h1>
${notes}
<p class="quiet">Visitors of your site would see their host's own page: the site has no 404.html.</p>`;
  return { status: 404, html: document('Not found', body, 'status') };
}

/** Why a page is not there, and what is near. @param near without the base URL */
export function missingNotes(reason: string | null, near: readonly string[], baseurl: string): string {
  const why = reason === null ? '' : `<p>${escapeHtml(reason)}</p>\n`;
  if (near.length === 0) return why;
  const items = near.map((address) => {
    const full = baseurl + address;
    return `<li><a href="${escapeHtml(encodeURI(full))}">${escapeHtml(full)}</a></li>`;
  });
  return `${why}<p>Did you mean:</p>\n<ul>\n${items.join('\n')}\n</ul>`;
}

/** The only styles that a page of ours has. */
const STYLE_HASH = createHash('sha256').update(PAGE_STYLE).digest('base64');

/** Of pages of ours: they hold what a site's files hold. */
export const OWN_POLICY = `default-src 'none'; script-src 'self'; connect-src 'self' ws: wss:; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; frame-ancestors 'self'`;

function document(title: string, body: string, role: 'alert' | 'status'): string {
  return `<!DOCTYPE html>
<html lang="en" class="utterson" data-utterson-own>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
<main><div role="${role}">
${body}
</div></main>
</body>
</html>
`;
}
