import { suggest } from '../ruby/suggest.js';

/** What to do about a layout that is not there: the name that was meant, or those there are. */
export function layoutHint(name: string, names: readonly string[]): string {
  const there =
    names.length === 0 ? 'The site has no layouts.' : `There are: ${[...names].sort().join(', ')}.`;
  return suggest(name, names) ?? there;
}
