import { CONFIG_KEYS, type ConfigKey } from '../../src/config/keys.js';
import type { Value } from '../../src/ruby/value.js';
import type { ValueType } from '../../src/site/value-type.js';
import type { SchemaRow } from '../json-schema.js';
import { frontMatterRows } from '../schemas.js';
import { code, type DocsPage, docsPage, heading, inline, paragraph, table } from './markup.js';

/** Every key of `_config.yml`, and every key of front matter. */
export function configurationPages(): DocsPage[] {
  return [
    docsPage(
      'content/reference/configuration.md',
      {
        title: 'Configuration',
        lead: 'Every key of _config.yml that a build reads. All others are yours, for templates: site.KEY.',
        made_from: 'src/config/keys.ts',
      },
      [
        'Everything is optional. The file is `_config.yml`, `_config.yaml` or `_config.toml`; `--config a.yml,b.yml` names others, of which later ones win. What a flag of the command line says wins over all of them. `[]` stands for an entry of a list, `*` for any name.',
        'An editor that knows YAML schemas completes and checks these keys when the file begins with `# yaml-language-server: $schema=./node_modules/utterson/schema/config.json`, as in sites that `utterson new` writes.',
        heading(2, 'At the top', 'top'),
        keyTable(CONFIG_KEYS.filter(({ key }) => !/[.[]/.test(key))),
        ...groups(),
        heading(2, 'Sites of our own shape', 'own-shape'),
        paragraph(
          'Defaults of folders are those of Jekyll’s shape. In a site of our own shape the folders are `content`, `layouts`, `includes`, `data`, `sass`, `plugins` and `public`, the cache folder is `.utterson-cache`, and the output goes to `dist`.',
        ),
      ].join('\n\n'),
    ),
    docsPage(
      'content/reference/front-matter.md',
      {
        title: 'Front matter',
        lead: 'The keys between the two lines of dashes that mean something to a build. All others are yours: page.KEY.',
        made_from: 'src/read/keys.ts',
      },
      [
        'Front matter is YAML. A file with two lines of `---` at its beginning is a page, even if nothing stands between them; a file without is copied as it is. `defaults` of the [configuration](configuration.md) gives values to many files at once.',
        table(
          ['Key', 'Type', 'What it is'],
          frontMatterRows().map((row) => [code(row.key), types(row), inline(row.about)]),
        ),
      ].join('\n\n'),
    ),
  ];
}

/** Keys below another one, under its name. */
function groups(): string[] {
  const tops = new Set(CONFIG_KEYS.flatMap(({ key }) => (/[.[]/.test(key) ? [topOf(key)] : [])));
  return [...tops].flatMap((top) => [
    heading(2, `Below ${code(top)}`, `below-${top.replaceAll('_', '-')}`),
    keyTable(CONFIG_KEYS.filter(({ key }) => /[.[]/.test(key) && topOf(key) === top)),
  ]);
}

function topOf(key: string): string {
  return key.split('.')[0]!;
}

function keyTable(rows: readonly ConfigKey[]): string {
  return table(
    ['Key', 'Type', 'Default', 'What it is'],
    rows.map((row) => [code(row.key), types(row), usual(row.default), inline(row.about)]),
  );
}

function types({ types, choices }: Pick<SchemaRow, 'types' | 'choices'>): string {
  if (choices) return choices.map((choice) => code(choice)).join(', ');
  return types.map((type) => TYPE_WORDS[type]).join(', ');
}

const TYPE_WORDS: Readonly<Record<ValueType, string>> = {
  text: 'text',
  number: 'number',
  boolean: 'true or false',
  date: 'date',
  list: 'list',
  mapping: 'mapping',
  nothing: 'nothing',
};

function usual(value: Value): string {
  if (value === null || value === '') return '';
  if (value instanceof Map || (Array.isArray(value) && value.length === 0)) return 'empty';
  return code(typeof value === 'string' && !value.includes('\n') ? value : JSON.stringify(value));
}
