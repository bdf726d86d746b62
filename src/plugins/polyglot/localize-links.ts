import type { Config } from '../../model/config.js';
import type { HookItem } from '../../model/plugin.js';
import { escapePattern } from '../../ruby/escape-pattern.js';
import { toS } from '../../ruby/to-s.js';
import { isTruthy } from '../../ruby/value.js';
import { languageSettings } from './settings.js';

/** Ruby's `\s`. */
const SPACE = ' \\t\\r\\n\\f\\v';

/**
 * Makes what lets links of a page to pages of the site lead to those in its language; `static_href` has marked those that stay as they are.
 * What it goes by is worked out once for each language.
 */
export function linkLocalizer(): (item: HookItem) => void {
  let known: { readonly config: Config; readonly rewritings: readonly Rewriting[] } | null = null;
  return (item) => {
    const { config, output } = item;
    if (output === null) return;
    item.depend('config:baseurl');
    item.depend('config:url');
    if (known?.config !== config) known = { config, rewritings: rewritingsIn(config) };
    item.output = known.rewritings.reduce(
      (html, { pattern, base }) => html.replace(pattern, (_, path) => `href="${base}/${path}"`),
      output,
    );
  };
}

/** Links that are written anew. */
interface Rewriting {
  readonly pattern: RegExp;
  /** What stands before their path afterwards. */
  readonly base: string;
}

function rewritingsIn(config: Config): Rewriting[] {
  const { active, standard, languages } = languageSettings(config);
  const root = toS(config.baseurl);
  const url = config.settings.get('url') ?? null;
  const skipped = [...config.exclude.map(globPattern), ...languages.map((name) => `${escapePattern(name)}/`)];
  const isOwn = skipped.map((path) => `(?!${path})`).join('');
  const rewrite = (base: string, before: string): Rewriting[] => {
    const marked = { pattern: linkPattern('ferh', base, ''), base };
    if (active === standard) return [marked];
    return [{ pattern: linkPattern(`${before}href`, base, isOwn), base: `${base}/${active}` }, marked];
  };
  const notAlternate = `(?<!hreflang="${escapePattern(standard)}" )`;
  return [...rewrite(root, ''), ...(isTruthy(url) ? rewrite(toS(url) + root, notAlternate) : [])];
}

/**
 * An attribute with an address below the base, quoted at least behind it. What the path begins with, and what follows each dot in its first
 * part, must be the site's own.
 */
function linkPattern(name: string, base: string, isOwn: string): RegExp {
  const part = `${isOwn}[^,'"${SPACE}/?.]+`;
  const rest = `/[^\\]\\[)("'${SPACE}]*`;
  return new RegExp(`${name}="?${escapePattern(base)}/((?:${part}(?:\\.${part})*\\.?)?(?:${rest})?)"`, 'g');
}

/** `exclude` as a pattern: its paths are meant as globs. */
function globPattern(path: string): string {
  return escapePattern(path).replaceAll('\\*', '.*').replaceAll('\\?', '.');
}
