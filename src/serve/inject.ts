/** Where the script goes into a page on its way to the browser. */

/** Where the script lies; no page of a site starts with this. */
export const CLIENT_PATH = '/__utterson/client.js';
export const SOCKET_PATH = '/__utterson/live';
export const EDITOR_PATH = '/__utterson/editor';
export const PING_PATH = '/__utterson/ping';

/** What the script is told by its tag. */
export interface ScriptTag {
  readonly token: string;
  /** Of the socket, when it is not the page's own. */
  readonly port: number | null;
  /** For a site whose policy allows scripts by it alone. */
  readonly nonce: string | null;
}

/**
 * Puts the script into a page: first in its `<head>`, or first of all where there is none. Not deferred, so that no `<meta>` of a policy
 * comes before it. Works on bytes, so that a page in any encoding stays what it is; XML gets it only where it stays well-formed.
 */
export function injectScript(page: Buffer, { token, port, nonce }: ScriptTag, isXml = false): Buffer {
  const at = insertionPoint(page, isXml);
  if (at === null) return page;
  const attributes = [
    `src="${CLIENT_PATH}"`,
    `data-token="${token}"`,
    ...(port === null ? [] : [`data-port="${port}"`]),
    ...(nonce === null ? [] : [`nonce="${nonce}"`]),
  ];
  const tag = Buffer.from(`<script ${attributes.join(' ')}></script>`);
  return Buffer.concat([page.subarray(0, at), tag, page.subarray(at)]);
}

/** What may stand before the head's tag, one at a time: a byte order mark, white space, comments, an XML declaration, a doctype. */
const BEFORE =
  /(?:\xef\xbb\xbf|\s+|<!--[\s\S]*?(?:-->|$)|<\?[^>]*>|<!doctype\b[^>]*>|<html(?=[\s>])[^>]*>)/iy;
const HEAD = /<head(?=[\s>])(?:[^>"']|"[^"]*"|'[^']*')*>/iy;

function insertionPoint(page: Buffer, isXml: boolean): number | null {
  // Latin-1 maps bytes to characters one to one, so positions are byte offsets.
  const start = page.subarray(0, 65_536).toString('latin1');
  let at = 0;
  let afterDoctype = 0;
  for (;;) {
    HEAD.lastIndex = at;
    if (HEAD.test(start)) return HEAD.lastIndex;
    BEFORE.lastIndex = at;
    const before = BEFORE.exec(start)?.[0];
    if (before === undefined) break;
    at += before.length;
    if (/^(?:\xef\xbb\xbf|<!doctype|<html)/i.test(before)) afterDoctype = at;
  }
  // Without a head's tag the parser opens one before whatever comes; before a doctype would be the end of it.
  if (isXml || at === start.length) return null;
  return afterDoctype;
}
