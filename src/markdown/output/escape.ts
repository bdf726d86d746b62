/** Escaping of text and attributes. Origin: kramdown 2.5.2, `Utils::Html#escape_html`. */
const entities: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;' };

/** What REXML takes for a character reference; such a thing stays as it is. */
const reference = '&(?:[A-Za-z0-9_:][\\-A-Za-z0-9_.:]*;|#\\d+;|#x[0-9a-fA-F]+;)';
const inText = new RegExp(`${reference}|[<>&]`, 'g');
const inAttribute = new RegExp(`${reference}|[<>&"]`, 'g');

function replace(match: string): string {
  return entities[match] ?? match;
}

/** Escapes `<`, `>` and every `&`: for code. */
export function escapeCode(text: string): string {
  if (!/[<>&]/.test(text)) return text;
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Escapes `<`, `>` and each `&` that starts no character reference: for text. */
export function escapeText(text: string): string {
  return /[<>&]/.test(text) ? text.replaceAll(inText, replace) : text;
}

/** Escapes as `escapeText` does, and quotes: for attribute values. */
export function escapeAttribute(text: string): string {
  return /[<>&"]/.test(text) ? text.replaceAll(inAttribute, replace) : text;
}

/** Attributes as they stand in a tag, each with a space before it; an empty `id` is left out. */
export function renderAttributes(attrs: readonly (readonly [string, string | number])[] | null): string {
  if (!attrs) return '';
  let result = '';
  for (const [name, value] of attrs) {
    const text = String(value);
    if (name === 'id' && text.trim() === '') continue;
    result += ` ${name}="${escapeAttribute(text)}"`;
  }
  return result;
}
