/** An address with a query. */
const ADDRESS = /(?:https?:)?\/\/[^ \t\r\n\f\v]+\?[a-zA-Z0-9%\-_=.&;]+/g;

/** Writes `&` as itself in queries of addresses (`Processor.escape_html`). */
export function escapeLinks(html: string): string {
  let result = html;
  for (const [found] of html.matchAll(ADDRESS))
    if (found.includes('&amp;')) result = result.replaceAll(found, () => found.replaceAll('&amp;', '&'));
  return result;
}
