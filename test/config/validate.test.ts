import { describe, expect, test } from 'vitest';
import { defaultSettings } from '../../src/config/defaults.js';
import { CONFIG_KEYS, type ConfigKey } from '../../src/config/keys.js';
import { loadConfig } from '../../src/config/load.js';
import { type Diagnostic, SiteError } from '../../src/model/diagnostic.js';
import { inspect } from '../../src/ruby/inspect.js';
import type { Value } from '../../src/ruby/value.js';
import type { ValueType } from '../../src/site/value-type.js';
import { buildSite } from '../helpers/build-site.js';
import { recordingReporter } from '../helpers/recording-reporter.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

/** What is said of a configuration, errors included. */
function said(
  files: Readonly<Record<string, string>>,
  flags: Readonly<Record<string, Value>> = {},
): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const { reporter: silent } = recordingReporter();
  const reporter = { ...silent, report: (diagnostic: Diagnostic) => void diagnostics.push(diagnostic) };
  try {
    loadConfig({
      directory: temporaryFolder(files),
      flags,
      environment: {},
      reporter,
      ignoresMissingTheme: true,
    });
  } catch (error) {
    if (!(error instanceof SiteError)) throw error;
    diagnostics.push(error.diagnostic);
  }
  return diagnostics;
}

const SAMPLES: Readonly<Record<ValueType, string>> = {
  text: 'plain',
  number: '3',
  boolean: 'true',
  date: '2024-01-02',
  nothing: 'false',
  list: '[]',
  mapping: '{}',
};

/** Texts for keys where not any will do. */
const TEXTS: Readonly<Record<string, string>> = {
  source: '.',
  destination: '_site',
  time: '2024-01-02 03:04:05',
  timezone: 'Europe/Prague',
};

/** A configuration with the value at the key, which stands on line 2. */
function configWith(key: string, value: string): string {
  const parts = key.replaceAll('*', 'recipes').split('.');
  const nested = parts.reduceRight(
    (text, part) => (part === '[]' ? `[${text}]` : `{${part}: ${text}}`),
    value,
  );
  return `# A comment\n${nested.slice(1, -1)}\n`;
}

const rightValues = ({ key, types, choices }: ConfigKey): string[] =>
  types.flatMap((type) => (type === 'text' ? (choices ?? [TEXTS[key] ?? SAMPLES.text]) : [SAMPLES[type]]));

/** Of every type that the row does not have; in a list a number is no text, elsewhere `false` may be no more than a boolean. */
function wrongValues({ key, types, choices }: ConfigKey): string[] {
  const isTaken = (type: ValueType): boolean =>
    types.includes(type) ||
    (type === 'nothing' && types.includes('boolean')) ||
    (type === 'boolean' && types.includes('nothing'));
  const wrong = (Object.keys(SAMPLES) as ValueType[])
    .filter((type) => !isTaken(type))
    .map((type) => SAMPLES[type]);
  expect(wrong.length, key).toBeGreaterThan(0);
  return choices ? [...wrong, 'no-choice'] : wrong;
}

test.each(CONFIG_KEYS.flatMap((row) => rightValues(row).map((value) => [row.key, value] as const)))(
  '%s: %s is well',
  (key, value) => {
    expect(said({ '_config.yml': configWith(key, value) })).toEqual([]);
  },
);

test.each(CONFIG_KEYS.flatMap((row) => wrongValues(row).map((value) => [row.key, value, row] as const)))(
  '%s: %s is told with its line',
  (key, value, row) => {
    const [diagnostic, ...more] = said({ '_config.yml': configWith(key, value) });
    const severity = row.isReadOnUse ? 'warning' : row.wrong;
    expect(diagnostic).toMatchObject({ severity, file: '_config.yml', line: 2 });
    expect(diagnostic?.message).toContain(key.split('.')[0]);
    expect(more.filter(({ severity }) => severity === 'error')).toEqual([]);
  },
);

test('every default is in the table, and is one that the table takes', () => {
  const own = new Map(CONFIG_KEYS.map((row) => [row.key, row.default]));
  for (const [key, value] of defaultSettings('/site')) {
    expect(own.has(String(key)), `${key}`).toBe(true);
    const entries: [string, Value][] =
      value instanceof Map && value.size > 0
        ? [...value].map(([name, item]) => [`${key}.${name}`, item])
        : [[String(key), value]];
    for (const [path, item] of entries) {
      if (key !== 'source' && key !== 'destination')
        expect(inspect(own.get(path) ?? null), path).toBe(inspect(item));
    }
  }
});

test('no row stands twice', () => {
  expect(new Set(CONFIG_KEYS.map(({ key }) => key)).size).toBe(CONFIG_KEYS.length);
});

test('~ in place of a value is the default', () => {
  expect(said({ '_config.yml': 'keep_files: ~\npermalink: ~\nkramdown: ~\ncollections: {a: ~}\n' })).toEqual(
    [],
  );
});

test('all errors are told, each where it stands', () => {
  const yaml = 'title: A\nkeep_files: media\npermalink:\n  a: 1\ncollections:\n  posts:\n    permalink: 5\n';
  expect(said({ '_config.yml': yaml }).map(({ message, line }) => [message, line])).toEqual([
    [`'keep_files' should be set as an array, but was: "media".`, 2],
    [`'permalink' should be set as text, but was: {"a"=>1}.`, 3],
    [`'collections.posts.permalink' should be set as text, but was: 5.`, 7],
  ]);
});

test('the last of several files counts, and the place is in the one that says it', () => {
  const files = {
    'a.yml': 'keep_files: x\nlimit_posts: many\n',
    'b.toml': '# TOML\nkeep_files = ["x"]\n[sass]\n[kramdown]\n input = 5\n',
  };
  expect(
    said(files, { config: ['a.yml', 'b.toml'] }).map(({ file, line, column }) => [file, line, column]),
  ).toEqual([
    ['a.yml', 2, 1],
    ['b.toml', 5, 2],
  ]);
});

test('what a flag says has no place', () => {
  expect(said({}, { limit_posts: 'x' })).toEqual([expect.not.objectContaining({ file: expect.anything() })]);
});

test('what comes from an alias has the place where that stands', () => {
  const yaml = 'x: &x {permalink: [1]}\ncollections:\n  a: *x\n';
  expect(said({ '_config.yml': yaml })).toMatchObject([
    { line: 3, message: expect.stringContaining("'collections.a.permalink'") },
  ]);
});

test.each(['nonsense', 'Europe/Nowhere', 'europe/prague'])('%s is no time zone', (zone) => {
  expect(said({ '_config.yml': `timezone: ${zone}\n` })).toMatchObject([
    { severity: 'warning', line: 1, message: `There is no time zone '${zone}': all times are UTC.` },
  ]);
});

test.each(['UTC', 'Etc/GMT', 'Etc/GMT+3', 'EST5EDT', 'Asia/Kathmandu'])('%s is a time zone', (zone) => {
  expect(said({ '_config.yml': `timezone: ${zone}\n` })).toEqual([]);
});

test('limit_posts may be no number below 0', () => {
  expect(said({ '_config.yml': 'limit_posts: -1\n' })).toMatchObject([
    { message: 'limit_posts must be a non-negative number', line: 1 },
  ]);
});

test('a glob of more than a thousand alternatives is refused where it stands', () => {
  const wide = '{a,b}'.repeat(20);
  const places = (config: string): unknown[] =>
    said({ '_config.yml': config }).map(({ code, file, line }) => [code, file, line]);
  expect(places(`defaults:\n- scope:\n    path: "${wide}*"\n  values: {a: 1}\n`)).toEqual([
    ['config-wide-glob', '_config.yml', 3],
  ]);
  expect(places(`sass:\n  load_paths:\n  - a\n  - "${wide}"\n`)).toEqual([
    ['config-wide-glob', '_config.yml', 4],
  ]);
  // Without a star it is no pattern.
  expect(places(`defaults:\n- scope: {path: "${wide}"}\n  values: {a: 1}\n`)).toEqual([]);
});

describe('what Jekyll does not look at before it is used', () => {
  const PAGE = '---\n---\na { b: c }';

  test.each([
    ['sass: x', 'a.scss', PAGE],
    ['sass: {sass_dir: [a]}', 'a.sass', '---\n---\na\n  b: c'],
    ['sass: {sourcemap: 1}', 'a.scss', PAGE],
    ['csv_reader: x', '_data/a.csv', 'a,b\n'],
    ['csv_reader: {encoding: 5}', '_data/a.csv', 'a,b\n'],
    ['tsv_reader: {csv_converters: x}', '_data/a.tsv', 'a\tb\n'],
  ])('is a warning till then, and an error with a file that needs it: %s', async (setting, path, text) => {
    const site = { '_config.yml': `# A comment\n${setting}\n`, 'index.html': 'x', '_data/x.yml': 'a: b' };
    const unused = await buildSite(site);
    expect([unused.isFailed, unused.outputs['index.html']]).toEqual([false, 'x']);
    expect(unused.said).toContain('should be set as');
    const used = await buildSite({ ...site, [path]: text });
    expect([used.isFailed, used.outputs]).toEqual([true, {}]);
  });
});
