/** What plugins in Ruby are told. */

/** What a hook changes when it is too late for it. @param what the hook */
export function rubyChangesLost(what: string): string {
  return `${what} changes pages, front matter or data, which are written already: only \`output\` counts after rendering.`;
}

/** A plugin in Ruby wants what nobody has allowed. @param allow the line to add */
export function rubyForbidden(what: string, allow: string): string {
  return `${what} is not allowed to plugins; to allow it add \`utterson: {ruby: {allow: ['${allow}']}}\` to the configuration`;
}
