/** A text as a part of a JavaScript pattern that matches it alone: Ruby's `Regexp.escape`. */
export function escapePattern(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
