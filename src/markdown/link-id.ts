/**
 * A link's id as definitions are looked up by: white space runs as one space, in lower case (Ruby knows no
 * final sigma).
 * Origin: kramdown 2.5.2, `Parser::Kramdown#normalize_link_id`.
 */
export function normalizeLinkId(id: string): string {
  return id
    .replaceAll(/[ \t\r\n\f\v]+/g, ' ')
    .replaceAll('Σ', 'σ')
    .toLowerCase();
}
