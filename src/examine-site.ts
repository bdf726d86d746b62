/** What `doctor` and `--strict` find in a site besides what every build tells of. */
import { checkSite } from './check/check-site.js';
import { deadAnchors, type LinkCheck } from './check/links.js';
import { type CheckedText, checkedTexts } from './check/templates.js';
import { askedIn } from './check/unknown-keys.js';
import { mistypedSettings } from './config/mistyped-keys.js';
import type { AbsentNames } from './liquid/engine.js';
import type { Diagnostic } from './model/diagnostic.js';
import type { Plugin } from './model/plugin.js';
import type { Site } from './model/site.js';
import type { Turn } from './model/turn.js';
import type { Extensions } from './render/extensions.js';

/** A site and what belongs to it. */
export interface ExaminedSite {
  readonly site: Site;
  readonly extensions: Pick<Extensions, 'filters'>;
  readonly plugins: readonly Plugin[];
  readonly absent: AbsentNames;
}

/** All of it, what concerns the configuration first. @param anchors when anchors of links are looked for: `later` by `examineAnchors` */
export function examineSite(
  { site, extensions, plugins, absent }: ExaminedSite,
  texts: readonly CheckedText[] = checkedTexts(site),
  anchors: LinkCheck['anchors'] = 'guessed',
): Diagnostic[] {
  const names = {
    filters: new Set(extensions.filters.map(({ name }) => name)),
    filterHint: (name: string) => absent.filterHint(name),
  };
  return [
    ...mistypedSettings(site.config, askedIn(texts)),
    ...checkSite(site, texts, names, namesOf(plugins), anchors),
  ];
}

/** What only rendering knows: whether there is an anchor for each link that names one. */
export function examineAnchors(
  { site, plugins }: Pick<ExaminedSite, 'site' | 'plugins'>,
  turns: ReadonlyMap<string, Turn>,
): Diagnostic[] {
  const outputOf = ({ id }: { readonly id: string }): string | null => {
    const output = turns.get(id)?.output ?? null;
    return output === null || typeof output === 'string' ? output : output.read();
  };
  return deadAnchors(site, checkedTexts(site), {
    converts: namesOf(plugins).has('jekyll-relative-links'),
    outputOf,
  });
}

function namesOf(plugins: readonly Plugin[]): ReadonlySet<string> {
  return new Set(plugins.map(({ name }) => name));
}
