/** What `doctor` and `--strict` look for in what was read, and nothing else would tell of. */

import type { Diagnostic } from '../model/diagnostic.js';
import type { LeftOutReason } from '../model/left-out.js';
import type { Site } from '../model/site.js';
import { remedyFor, whyLeftOut } from '../report/left-out.js';
import * as messages from '../report/messages.js';
import { suggest } from '../ruby/suggest.js';
import { deadLinks, type LinkCheck } from './links.js';
import { findFilters, placeIn } from './liquid-names.js';
import type { CheckedText } from './templates.js';
import { mistypedFrontMatter } from './unknown-keys.js';

/** What templates of a site may name. */
export interface KnownNames {
  readonly filters: ReadonlySet<string>;
  /** Whose a filter may be that nobody defines; `null` when nobody knows. */
  filterHint(name: string): string | null;
}

/** @param plugins names of those that the site loads @param anchors when anchors of links are looked for */
export function checkSite(
  site: Site,
  texts: readonly CheckedText[],
  names: KnownNames,
  plugins: ReadonlySet<string>,
  anchors: LinkCheck['anchors'],
): Diagnostic[] {
  return [
    ...unknownFilters(texts, names),
    ...mistypedFrontMatter(site, texts),
    ...leftOutByAccident(site),
    ...baseurlWithoutSlash(site),
    ...wholeAddresses(site, texts, plugins),
    ...deadLinks(site, texts, { converts: plugins.has('jekyll-relative-links'), anchors }),
  ];
}

/** Each name once, at its first place: a layout's is on every page. */
function unknownFilters(texts: readonly CheckedText[], { filters, filterHint }: KnownNames): Diagnostic[] {
  const found = texts
    .filter(({ file }) => file?.isLiquid !== false && file?.data.get('render_with_liquid') !== false)
    .flatMap((text) => findFilters(text.body).map((one) => ({ name: one.name, place: placeIn(text, one) })))
    .filter(({ name }) => !filters.has(name));
  return [...new Set(found.map(({ name }) => name))].map((name) => {
    const places = found.filter((one) => one.name === name).map(({ place }) => place);
    return messages.unknownFilterInSite(name, filterHint(name) ?? suggest(name, filters), places);
  });
}

/** Not what its author meant to leave out: future posts, drafts, `published: false`. */
const ACCIDENTS: ReadonlySet<LeftOutReason> = new Set(['no-date', 'impossible-date', 'unclosed', 'late']);

function leftOutByAccident({ leftOut }: Site): Diagnostic[] {
  return leftOut
    .filter(({ reason }) => ACCIDENTS.has(reason))
    .map((one) => messages.leftOutByAccident(one.path, whyLeftOut(one), remedyFor(one), one.line));
}

function baseurlWithoutSlash({ config }: Site): Diagnostic[] {
  const { baseurl } = config;
  if (baseurl === null || baseurl === '' || /^\/.*[^/]$/.test(baseurl)) return [];
  return [messages.baseurlSlash(baseurl, config.placeOf(['baseurl']) ?? undefined)];
}

/** Plugins that write whole addresses. */
const ADDRESS_PLUGINS = ['jekyll-feed', 'jekyll-sitemap', 'jekyll-seo-tag'];

/** What is published with whole addresses needs to know where; GitHub knows it of its own pages. */
function wholeAddresses(
  { config }: Site,
  texts: readonly CheckedText[],
  plugins: ReadonlySet<string>,
): Diagnostic[] {
  const isKnown =
    (config.url ?? '') !== '' || config.githubPages !== null || plugins.has('jekyll-github-metadata');
  if (!config.strict || config.environment !== 'production' || isKnown) return [];
  const isWanted =
    ADDRESS_PLUGINS.some((name) => plugins.has(name)) ||
    texts.some(({ body }) => findFilters(body).some(({ name }) => name === 'absolute_url'));
  return isWanted ? [messages.siteUrlMissing(config.placeOf(['url']) ?? undefined)] : [];
}
