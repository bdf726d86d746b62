/** What of a text Asciidoctor is given to learn what its header says (jekyll-asciidoc 3.0.1, `Converter#extract_header`). */

/** An empty line behind a line that ends in something to see. */
const BOUNDARY = /(?<=[^\s\p{Cc}\p{Cs}\p{Cn}]\n\n)/u;

/** A title or an attribute: without any there is no header. */
const HEADER_LINE = /^=[ \t]+.|^:!?[\w][-\w]*!?:(?:[ \t]+.)?/m;

/** The header; `''` for a text without one. */
export function headerOf(text: string): string {
  const boundary = text.search(BOUNDARY);
  const header = boundary < 0 ? text : text.slice(0, boundary);
  return HEADER_LINE.test(header) ? header : '';
}

/** The header and what follows up to the separator, which makes the excerpt; without the separator it is all of the text. */
export function headerAndExcerpt(text: string, separator: string): string {
  const boundary = text.search(BOUNDARY);
  const isHeader = boundary >= 0 && HEADER_LINE.test(text.slice(0, boundary));
  const end = text.indexOf(separator, isHeader ? boundary : 0);
  return end < 0 ? text : text.slice(0, end);
}
