/** What `doctor` and `--strict` find in a site besides what every build tells of. */
import { checkSite } from './check/check-site.js';
import { type CheckedText, checkedTexts } from './check/templates.js';
import { askedIn } from './check/unknown-keys.js';
import { mistypedSettings } from './config/mistyped-keys.js';
import type { AbsentNames } from './liquid/engine.js';
import type { Diagnostic } from './model/diagnostic.js';
import type { Plugin } from './model/plugin.js';
import type { Site } from './model/site.js';
import type { Extensions } from './render/extensions.js';

/** A site and what belongs to it. */
export interface ExaminedSite {
  readonly site: Site;
  readonly extensions: Pick<Extensions, 'filters'>;
  readonly plugins: readonly Plugin[];
  readonly absent: AbsentNames;
}

/** All of it, what concerns the configuration first. */
export function examineSite(
  { site, extensions, plugins, absent }: ExaminedSite,
  texts: readonly CheckedText[] = checkedTexts(site),
): Diagnostic[] {
  const names = {
    filters: new Set(extensions.filters.map(({ name }) => name)),
    filterHint: (name: string) => absent.filterHint(name),
  };
  return [
    ...mistypedSettings(site.config, askedIn(texts)),
    ...checkSite(site, texts, names, new Set(plugins.map(({ name }) => name))),
  ];
}
