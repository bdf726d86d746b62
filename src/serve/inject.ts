import { CLIENT_PATH } from './client-script.js';

/**
 * Puts the reload script into a page on its way to the browser, after `<head>`, or first where there is none. Works on bytes, so that a
 * page in any encoding stays what it is.
 */
export function injectScript(page: Buffer): Buffer {
  const tag = Buffer.from(`<script src="${CLIENT_PATH}" defer></script>`);
  const at = insertionPoint(page);
  return Buffer.concat([page.subarray(0, at), tag, page.subarray(at)]);
}

function insertionPoint(page: Buffer): number {
  // Latin-1 maps bytes to characters one to one, so positions are byte offsets.
  const start = page.subarray(0, 65_536).toString('latin1');
  const head =
    /<head(?:\s[^>]*)?>/i.exec(start) ?? /^\s*<!doctype[^>]*>(?:\s*<html(?:\s[^>]*)?>)?/i.exec(start);
  return head ? head.index + head[0].length : 0;
}
