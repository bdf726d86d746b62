/** What code reads that is given copies of a site, and no drops that record each look: much at once. */
import { type DependencyKey, groupKey, type MemberGroup } from '../model/dependency.js';
import type { Site } from '../model/site.js';
import type { SitePart } from '../model/site-rendering.js';
import { toS } from '../ruby/to-s.js';
import { FRONT_MATTER } from './file-attributes.js';

/** The keys of a part of the site. */
export function keysOfPart(part: SitePart, { config, data, collections }: Site): readonly DependencyKey[] {
  if (part === 'settings') {
    const names = [...config.settings.keys()].map((name) => `config:${toS(name)}` as const);
    return ['site:*', ...names];
  }
  if (part === 'data') return ['data:*', ...[...data.keys()].map((name) => `data:${toS(name)}` as const)];
  const labels = [...collections.keys()];
  const groups: readonly MemberGroup[] = [
    'pages',
    'static files',
    ...labels.map((label) => `collection ${label}` as const),
  ];
  return [
    ...(['site:pages', 'site:static_files', 'site:documents', 'site:collections'] as const),
    ...labels.map((label) => `collection:${label}` as const),
    ...groups.map((group) => groupKey(group, FRONT_MATTER)),
  ];
}
