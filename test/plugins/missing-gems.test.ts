import { expect, test } from 'vitest';
import { build, loadConfig } from '../../src/build.js';
import type { Diagnostic } from '../../src/model/diagnostic.js';
import { buildSite } from '../helpers/build-site.js';
import { recordingReporter } from '../helpers/recording-reporter.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

interface Built {
  readonly ok: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

async function diagnosticsOf(files: Record<string, string>, flags = {}): Promise<Built> {
  const { reporter } = recordingReporter();
  const config = loadConfig({ directory: temporaryFolder(files), flags, environment: {}, reporter });
  return build({ config, reporter });
}

const placesOf = ({ diagnostics }: Built): string[] =>
  diagnostics.map(({ severity, code, file, line }) => `${severity} ${code} ${file}:${line}`);

test('a gem that nobody knows and one whose work is not done here are a warning each, at their lines', async () => {
  const built = await diagnosticsOf({
    '_config.yml': 'plugins:\n  - jekyll-feed\n  - nobodys-gem\n  - jekyll-assets\n',
    'index.html': '---\n---\nx',
  });
  expect(built.ok).toBe(true);
  expect(placesOf(built)).toEqual([
    'warning plugin-not-supported _config.yml:4',
    'warning plugin-unknown _config.yml:3',
  ]);
  expect(built.diagnostics.map(({ message }) => message)).toEqual([
    'The work of the gem jekyll-assets is not done here yet.\n' +
      'Missing from the output: what Sprockets makes of assets.\n' +
      'Not written: style sheets, scripts and pictures from `_assets`.',
    'Nothing is known here of the gem nobodys-gem.\nWhatever it does is missing from the output.',
  ]);
});

test('with --strict such a gem fails the build, and one that does nothing in a build does not', async () => {
  const strict = async (name: string): Promise<boolean> => {
    const files = { '_config.yml': `plugins: [${name}]\n`, 'index.html': '---\n---\nx' };
    return (await diagnosticsOf(files, { strict: true })).ok;
  };
  expect(await strict('nobodys-gem')).toBe(false);
  expect(await strict('jekyll-assets')).toBe(false);
  expect(await strict('jekyll-algolia')).toBe(true);
  expect(await strict('jekyll-watch')).toBe(true);
});

test('nothing is said of gems that safe mode does not load', async () => {
  const { said, outputs } = await buildSite({
    '_config.yml': 'plugins: [nobodys-gem, jekyll-assets]\nsafe: true\n',
    'index.html': '---\n---\n{{ "x" | nobodys }}',
  });
  expect(said).toBe('');
  expect(outputs['index.html']).toBe('x');
});

test('a tag of a gem that is not there is an error that names the gem', async () => {
  const { diagnostics } = await diagnosticsOf({
    '_config.yml': 'plugins: [jekyll-slim]\n',
    'index.html': '---\n---\n{% if true %}{% slim %}{% endif %}',
  });
  const error = diagnostics.find(({ severity }) => severity === 'error');
  expect(error?.message).toContain("Unknown tag 'slim'");
  expect(error?.hint).toContain('It is the tag of the gem jekyll-slim, whose work is not done here yet.');
});

test('a tag that only a gem nobody knows could define is an error that names these gems', async () => {
  const { diagnostics } = await diagnosticsOf({
    '_config.yml': 'plugins: [nobodys-gem, jekyll-resize, another-gem]\n',
    'index.html': '---\n---\n{% weather %}',
  });
  const error = diagnostics.find(({ severity }) => severity === 'error');
  expect(error?.message).toContain("Unknown tag 'weather'");
  expect(error?.hint).toContain(
    'It may be a tag of the gem nobodys-gem or another-gem, of which nothing is known here.',
  );
});

test('a filter of a gem that is not there is a warning at its line, once however often it runs', async () => {
  const built = await diagnosticsOf({
    '_config.yml': 'plugins: [jekyll-resize]\n',
    '_includes/a.html': '\n{{ "a" | resize }}',
    'index.html': '---\n---\n{% for i in (1..3) %}\n{% include a.html %}{% endfor %}{{ "b" | weather }}',
  });
  expect(built.ok).toBe(true);
  expect(placesOf(built)).toEqual([
    'warning plugin-not-supported _config.yml:1',
    'warning undefined-filter _includes/a.html:2',
  ]);
});

test('where a gem is unknown, every filter that nobody defines is told', async () => {
  const built = await diagnosticsOf({
    '_config.yml': 'plugins: [nobodys-gem]\n',
    'index.html': '---\n---\n{{ "b" | weather | upcase }}\n{% assign x = "c" | rain %}',
  });
  expect(placesOf(built)).toEqual([
    'warning plugin-unknown _config.yml:1',
    'warning undefined-filter index.html:3',
    'warning undefined-filter index.html:4',
  ]);
});

test('with strict_filters an undefined filter is an error that names the gem', async () => {
  const { diagnostics } = await diagnosticsOf({
    '_config.yml': 'plugins: [jekyll-resize]\nliquid: {strict_filters: true}\n',
    'index.html': '---\n---\n{{ "b" | resize }}',
  });
  expect(diagnostics.at(-1)?.message).toContain('undefined filter resize');
  expect(diagnostics.at(-1)?.hint).toContain('jekyll-resize');
});

test('a page that a gem would convert is written as it stands, which is said', async () => {
  const files = {
    'a.slim': '---\n---\nx = 1',
    'b.textile': '---\n---\nh1. x',
    'c.html': '---\n---\nc',
    'd.md': '---\n---\nd',
  };
  const known = await diagnosticsOf({ '_config.yml': 'plugins: [jekyll-slim]\n', ...files });
  expect(placesOf(known).slice(1)).toEqual(['warning unconverted-page a.slim:1']);
  const unknown = await diagnosticsOf({ '_config.yml': 'plugins: [nobodys-gem]\n', ...files });
  expect(placesOf(unknown).slice(1)).toEqual([
    'warning unconverted-page a.slim:1',
    'warning unconverted-page b.textile:1',
  ]);
});

test('without missing gems undefined filters and strange extensions pass without a word', async () => {
  const { said, outputs } = await buildSite({ 'a.slim': '---\n---\n{{ "x" | weather }}' });
  expect(said).toBe('');
  expect(outputs['a.slim']).toBe('x');
});
