/** What is said of a plugin that takes long, beside Jekyll's own topics. */
export function runningLine(what: string): string {
  return `${'Ruby:'.padStart(19)} ${what} is still running`;
}
