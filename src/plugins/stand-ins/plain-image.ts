import { escapeHtml } from '../../liquid/filters/escape-html.js';

/**
 * A picture in its one size.
 *
 * @param address where it lies, not escaped
 * @param more    attributes as they are to stand there, e.g. `class="wide"`
 */
export function plainImage(address: string, alt: string | null, more: readonly string[]): string {
  const parts = [`src="${escapeHtml(encodeURI(address))}"`];
  if (alt !== null) parts.push(`alt="${escapeHtml(alt)}"`);
  return `<img ${[...parts, ...more].join(' ')}>`;
}
