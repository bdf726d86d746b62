import { type KnownDifference, knownDifferences } from './architecture.js';
import { type DocsPage, docsPage, heading, inline, table } from './markup.js';

/** Where what comes out differs from Jekyll's though both build. */
export function differencesPage(): DocsPage {
  const differences = knownDifferences();
  const areas = [...new Set(differences.map(({ area }) => area))];
  return docsPage(
    'content/about/differences.md',
    {
      title: 'Known differences',
      lead: 'Where what comes out is knowingly not what Jekyll 4.4 and its gems write, and why.',
      made_from: 'ARCHITECTURE.md',
    },
    [
      'Everything else that differs is a mistake: please [report it](https://github.com/utterson/utterson/issues). `utterson doctor` says what of this concerns your site, where it can tell.',
      ...areas.flatMap((area) => [
        heading(2, inline(area.replace(/^conformance: /, 'Sites: ')), areaId(area)),
        differenceTable(differences.filter((difference) => difference.area === area)),
      ]),
    ].join('\n\n'),
  );
}

/** Some of them. */
export function differenceTable(differences: readonly KnownDifference[]): string {
  return table(
    ['What', 'There', 'Here', 'Why'],
    differences.map(({ what, reference, here, why }) => [what, reference, here, why].map(inline)),
  );
}

function areaId(area: string): string {
  return area
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
