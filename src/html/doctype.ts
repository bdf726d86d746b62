/** How libxml2 2.9.14 reads and writes a page's declaration (`htmlParseDocTypeDecl`, `htmlDtdDumpOutput`). */

import { quote } from './quote.js';

const DECLARATION = /^<!DOCTYPE[ \t\n\r]*([\p{L}_:][\p{L}\p{M}\p{N}_:.·-]*)?[ \t\n\r]*([\s\S]*)/iu;
const SYSTEM = /^SYSTEM[ \t\n\r]*(?:"([^"]*)"|'([^']*)')/i;
const PUBLIC = /^PUBLIC[ \t\n\r]*(?:"([^"]*)"|'([^']*)')(?:[ \t\n\r]*(?:"([^"]*)"|'([^']*)'))?/i;

/** What a public identifier may hold; another is none. */
const PUBLIC_CHARACTERS = /^[ \r\n\w\-'()+,./:=?;!*#@$%]*$/;

/** What HTML 5 calls its own when it must have an address; it is left out. */
const LEGACY = 'about:legacy-compat';

/** What a page without a declaration gets. */
export const DEFAULT_DOCTYPE =
  '<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.0 Transitional//EN" "http://www.w3.org/TR/REC-html40/loose.dtd">';

/** `<!doctype  html foo>` as `<!DOCTYPE html>`: name and identifiers, nothing else. */
export function writeDoctype(declaration: string): string {
  const [, name = '', rest = ''] = DECLARATION.exec(declaration)!;
  return `<!DOCTYPE ${name}${writeIdentifiers(rest)}>`;
}

function writeIdentifiers(text: string): string {
  const [, ...found] = PUBLIC.exec(text) ?? SYSTEM.exec(text) ?? [];
  const isPublic = PUBLIC.test(text);
  const [first = null, second = null] = isPublic ? [found[0] ?? found[1], found[2] ?? found[3]] : [];
  const system = isPublic ? second : (found[0] ?? found[1] ?? null);
  if (first !== null && PUBLIC_CHARACTERS.test(first))
    return ` PUBLIC ${quote(first)}${system === null ? '' : ` ${quote(system)}`}`;
  return system === null || system === LEGACY ? '' : ` SYSTEM ${quote(system)}`;
}
