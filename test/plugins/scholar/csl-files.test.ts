import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadConfig } from '../../../src/build.js';
import type { Config } from '../../../src/model/config.js';
import { findLocale, findStyle } from '../../../src/plugins/scholar/csl-files.js';
import { recordingReporter } from '../../helpers/recording-reporter.js';
import { temporaryFolder } from '../../helpers/temporary-folder.js';

const lib = 'node_modules/@citation-js/plugin-csl/lib';

function configOf(files: Readonly<Record<string, string>>): Config {
  const directory = temporaryFolder({ '_config.yml': '', ...files });
  return loadConfig({ directory, flags: {}, environment: {}, reporter: recordingReporter().reporter });
}

test('a style is a file by its path, with or without its ending, then one in `_csl`, then the package’s', () => {
  const config = configOf({
    'styles/a.csl': 'by path',
    '_csl/a.csl': 'in folder',
    '_csl/b.csl': 'b in folder',
    [join(lib, 'styles.json')]: '{"a": "of package", "b": "b of package", "c": "c of package"}',
  });
  const textOf = (name: string): string | null => findStyle(name, config)?.text ?? null;
  expect(textOf('styles/a.csl')).toBe('by path');
  expect(textOf('styles/a')).toBe('by path');
  expect(textOf('a')).toBe('in folder');
  expect(textOf('a.csl')).toBe('in folder');
  expect(textOf('b')).toBe('b in folder');
  expect(textOf('c')).toBe('c of package');
  expect(textOf('d')).toBeNull();
  expect(textOf('constructor')).toBeNull();
});

test('what is recorded of a style is the site’s file', () => {
  const config = configOf({ '_csl/a.csl': '', [join(lib, 'styles.json')]: '{"b": ""}' });
  expect(findStyle('a', config)?.key).toBe('source:_csl/a.csl');
  expect(findStyle('b', config)?.key).toBeNull();
});

test('a style that names another one stands for it, in a circle not for ever', () => {
  const dependent = (parent: string): string =>
    `<style><info><link href="x" rel="self"/><link rel="independent-parent" href="http://www.zotero.org/styles/${parent}"/></info></style>`;
  const config = configOf({
    '_csl/a.csl': dependent('b'),
    '_csl/b.csl': 'b',
    '_csl/c.csl': dependent('c'),
    '_csl/d.csl': dependent('none'),
  });
  expect(findStyle('a', config)?.text).toBe('b');
  expect(findStyle('c', config)?.text).toBe(dependent('c'));
  expect(findStyle('d', config)).toBeNull();
});

test('a locale is found by its language', () => {
  const config = configOf({
    '_csl/locales-de-DE.xml': 'de',
    [join(lib, 'locales.json')]: '{"fr-FR": "fr"}',
  });
  expect(findLocale('de', config)?.text).toBe('de');
  expect(findLocale('fr', config)?.text).toBe('fr');
  expect(findLocale('en', config)).toBeNull();
});
