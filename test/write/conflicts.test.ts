import { expect, test } from 'vitest';
import type { Diagnostic } from '../../src/model/diagnostic.js';
import type { Output } from '../../src/model/output.js';
import type { Page } from '../../src/model/page.js';
import { reportConflicts } from '../../src/write/conflicts.js';

const output = (path: string, file: object): Output => ({
  kind: 'text',
  path,
  text: '',
  encoding: 'UTF-8',
  file: file as Page,
});

test('each destination of several files is told of once, with all of them', () => {
  const reported: Diagnostic[] = [];
  const page = (path: string): object => ({ kind: 'page', path });
  reportConflicts(
    [
      output('x.html', page('a.md')),
      output('x.html', page('b.md')),
      output('y.html', page('c.md')),
      output('x.html', { kind: 'document', source: { absolutePath: '/site/_c/d.md' } }),
      output('z.html', { kind: 'document', source: null, path: '_c/made.md' }),
      output('z.html', page('e.md')),
    ],
    '/site/_site',
    (diagnostic) => reported.push(diagnostic),
  );
  expect(reported.map(({ message }) => message.split('\n').slice(2))).toEqual([
    ['/site/_site/x.html', ' - a.md', ' - b.md', ' - /site/_c/d.md'],
    ['/site/_site/z.html', ' - _c/made.md', ' - e.md'],
  ]);
});

test('generated pages are named with the plugin that made them and what they are for', () => {
  const reported: Diagnostic[] = [];
  const redirect = { kind: 'page', path: 'redirect.html', madeBy: 'jekyll-redirect-from', madeFor: 'a.md' };
  reportConflicts(
    [output('x.html', redirect), output('x.html', { kind: 'page', path: 'feed.xml', madeBy: 'jekyll-feed' })],
    '/site/_site',
    (diagnostic) => reported.push(diagnostic),
  );
  expect(reported[0]?.message.split('\n').slice(3)).toEqual([
    ' - redirect.html (made by jekyll-redirect-from for a.md)',
    ' - feed.xml (made by jekyll-feed)',
  ]);
});

test('a file where others need a folder is an error that names all of them', () => {
  const reported: Diagnostic[] = [];
  const page = (path: string): object => ({ kind: 'page', path });
  reportConflicts(
    [
      output('a/b/c.html', page('1.md')),
      output('a/b', page('2.md')),
      output('a/b/d/e.html', page('3.md')),
      output('a/bc.html', page('4.md')),
    ],
    '/site/_site',
    (diagnostic) => reported.push(diagnostic),
  );
  expect(reported.map(({ severity, message }) => [severity, ...message.split('\n').slice(1)])).toEqual([
    [
      'error',
      '/site/_site/a/b',
      ' - 2.md',
      ' - 1.md, which goes to /site/_site/a/b/c.html',
      ' - 3.md, which goes to /site/_site/a/b/d/e.html',
    ],
  ]);
});

test('nothing is told of files with destinations of their own', () => {
  const reported: Diagnostic[] = [];
  reportConflicts([output('a.html', {}), output('b.html', {})], '/site/_site', (diagnostic) =>
    reported.push(diagnostic),
  );
  expect(reported).toEqual([]);
});
