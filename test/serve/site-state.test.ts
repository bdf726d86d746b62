import { expect, test } from 'vitest';
import type { Finding } from '../../src/serve/finding.js';
import { type BrokenPage, findingsFor } from '../../src/serve/site-state.js';

function finding(title: string, owner: string | undefined, isError = true): Finding {
  return {
    isError,
    owner,
    title,
    jekyll: '',
    code: '',
    place: '',
    number: null,
    frame: '',
    chain: [],
    hint: '',
  };
}

/** The titles of what a page shows over itself. */
function here(path: string | null, findings: readonly Finding[], broken: readonly BrokenPage[]): string[] {
  return findingsFor(path, { progress: null, findings, broken }).here.map(({ title }) => title);
}

const about = { file: 'about.md', path: 'about/index.html' };
const post = { file: '_posts/a.md', path: 'a.html' };
const styles = { file: 'site.scss', path: 'site.css' };

test('an error of a page is shown there alone', () => {
  const findings = [finding('a', 'about.md'), finding('b', '_posts/a.md')];
  expect(here('about/index.html', findings, [about, post])).toEqual(['a']);
  expect(here('a.html', findings, [about, post])).toEqual(['b']);
  expect(here('index.html', findings, [about, post])).toEqual([]);
  expect(here(null, findings, [about, post])).toEqual([]);
});

test('an error of a layout is shown on every page that is broken', () => {
  const findings = [finding('layout', '_layouts/x.html')];
  expect(here('about/index.html', findings, [about])).toEqual(['layout']);
  expect(here('index.html', findings, [about])).toEqual([]);
});

test('an error is shown on the pages that it broke, where it is known which', () => {
  const findings = [finding('layout', '_layouts/x.html'), finding('about', 'about.md')];
  const laid = { ...post, cause: '_layouts/x.html' };
  expect(here('a.html', findings, [about, laid])).toEqual(['layout']);
  expect(here('about/index.html', findings, [about, laid])).toEqual(['about']);
});

test('an error of what has no address is shown over no page', () => {
  const unnamed = { file: '_posts/2024-13-45-x.md', path: null };
  expect(here('index.html', [finding('date', unnamed.file)], [unnamed])).toEqual([]);
});

test('what is of no page concerns all', () => {
  expect(here('index.html', [finding('configuration', undefined)], [])).toEqual(['configuration']);
  expect(here('index.html', [finding('sass', 'site.scss')], [styles])).toEqual(['sass']);
});

test('a warning is never shown over a page', () => {
  const warning = finding('w', 'about.md', false);
  const { here, elsewhere } = findingsFor('about/index.html', {
    progress: null,
    findings: [warning],
    broken: [],
  });
  expect([here, elsewhere]).toEqual([[], [warning]]);
});
