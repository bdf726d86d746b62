/** A site's Content-Security-Policy, with what the script of ours needs let through: nothing else is loosened. */

/** One directive: its name and sources. */
type Directive = readonly string[];

/** Sources beside which `'self'` counts for nothing. */
const IS_BY_NAME = /^'(?:nonce-|sha\d+-|strict-dynamic')/i;

/**
 * @param policy value of the header
 * @param nonce of the script's tag
 */
export function withOurs(policy: string, nonce: string): string {
  const directives: readonly Directive[] = policy
    .split(';')
    .map((directive) => directive.trim().split(/\s+/))
    .filter(([name]) => name);
  const scripts = sourcesFor(directives, ['script-src-elem', 'script-src', 'default-src']);
  // A nonce would switch 'unsafe-inline' off, which the site may need.
  const isByName = scripts?.some((source) => IS_BY_NAME.test(source)) ?? false;
  const connections = sourcesFor(directives, ['connect-src', 'default-src']);
  const ours: Directive[] = [];
  if (scripts) ours.push(['script-src-elem', ...scripts, isByName ? `'nonce-${nonce}'` : "'self'"]);
  if (connections) ours.push(['connect-src', ...connections, "'self'"]);
  const replaced = new Set(ours.map(([name]) => name));
  const kept = directives.filter(([name]) => !replaced.has(name!.toLowerCase()));
  return [...kept, ...ours].map((words) => [...new Set(words)].join(' ')).join('; ');
}

/** The sources of the first directive there is; `null` where nothing is forbidden. */
function sourcesFor(directives: readonly Directive[], names: readonly string[]): readonly string[] | null {
  for (const wanted of names) {
    const found = directives.find(([name]) => name!.toLowerCase() === wanted);
    if (found) return found.slice(1).filter((source) => source.toLowerCase() !== "'none'");
  }
  return null;
}
