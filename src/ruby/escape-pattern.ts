/** A text so that it stands for itself in a JavaScript pattern, inside and outside of classes: Ruby's `Regexp.escape`. */
export function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replaceAll('-', '\\x2d');
}
