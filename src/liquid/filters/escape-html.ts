const AMPERSAND = 38;
const QUOTE = 34;
const APOSTROPHE = 39;
const LESS = 60;
const GREATER = 62;

function entity(unit: number, apostrophe: string): string | null {
  if (unit > GREATER || unit < QUOTE) return null;
  if (unit === AMPERSAND) return '&amp;';
  if (unit === LESS) return '&lt;';
  if (unit === GREATER) return '&gt;';
  if (unit === QUOTE) return '&quot;';
  return unit === APOSTROPHE ? apostrophe : null;
}

/**
 * `CGI.escapeHTML`, in one pass that copies nothing when there is nothing to escape.
 * @param apostrophe what `'` becomes; `&apos;` in XML (`String#encode(xml: :attr)`)
 */
export function escapeHtml(text: string, apostrophe = '&#39;'): string {
  let result = '';
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    const escaped = entity(text.charCodeAt(at), apostrophe);
    if (escaped === null) continue;
    result += text.slice(start, at) + escaped;
    start = at + 1;
  }
  return start === 0 ? text : result + text.slice(start);
}
