import { describe, expect, test } from 'vitest';
import {
  type GeneratorHost,
  type PluginGenerator,
  runGenerators,
} from '../../src/generate/run-generators.js';
import { SiteError } from '../../src/model/diagnostic.js';
import type { Page, SiteFile, StaticFile } from '../../src/model/page.js';
import type { Additions, Generator } from '../../src/model/plugin.js';
import type { Site } from '../../src/model/site.js';
import type { Value } from '../../src/ruby/value.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';
import { readFolder } from '../read/read-folder.js';

const PAGE = '---\n---\nbody';

/** A host that gives every file the URL `/ID`, and counts how often it was asked and how often a zone was set. */
function hostOf(): { host: GeneratorHost; assigned: string[]; zones: () => number } {
  const assigned: string[] = [];
  let zones = 0;
  const unused = (): never => {
    throw new Error('not asked for');
  };
  const host: GeneratorHost = {
    assignUrl(file) {
      assigned.push(file.id);
      file.url = `/${file.id}`;
    },
    inZone(run) {
      zones++;
      return run();
    },
    initialize: (page) => page,
    profile: null,
    ...{ defaultsFor: unused, readPage: unused, markdownify: unused, info: unused, report: unused },
    ...{
      relativeUrl: unused,
      absoluteUrl: unused,
      page: unused,
      textOf: unused,
      rendering: unused,
      readDocument: unused,
    },
  };
  return { host, assigned, zones: () => zones };
}

function generator(
  priority: Generator['priority'],
  generate: (site: Site, urlOf: (file: SiteFile) => string) => Additions,
): PluginGenerator {
  const own: Generator = {
    name: `G::${priority}`,
    priority,
    generate: (site, { urlOf }) => generate(site, urlOf),
  };
  return { plugin: 'jekyll-g', generator: own };
}

const readSmall = (): Site =>
  readFolder(
    temporaryFolder({
      'a.md': PAGE,
      'b.md': PAGE,
      'x.png': '',
      '_config.yml': 'title: T\ncollections: [c]\n',
      '_c/d.md': PAGE,
      '_c/e.md': PAGE,
      '_c/y.png': '',
      '_layouts/l.html': 'site',
    }),
  ).site;

const ids = (files: readonly SiteFile[]): string[] => files.map(({ id }) => id);

describe('generators', () => {
  test('run by priority, in the site’s zone, and see what those before them did', async () => {
    const site = readSmall();
    const { host, zones } = hostOf();
    const seen: string[] = [];
    const noting = (priority: Generator['priority']): PluginGenerator =>
      generator(priority, (current) => {
        seen.push(`${priority} ${current.pages.length}`);
        return { pages: [{ ...site.pages[0]!, id: `page:${priority}` }] };
      });
    await runGenerators(site, [noting('lowest'), noting('normal'), noting('highest'), noting('low')], host);
    expect(seen).toEqual(['highest 2', 'normal 3', 'low 4', 'lowest 5']);
    expect(zones()).toBe(4);
  });

  test('add pages, files, layouts that the site lacks, lists and settings', async () => {
    const site = readSmall();
    const { host, assigned } = hostOf();
    const page: Page = { ...site.pages[0]!, id: 'page:new' };
    const file: StaticFile = { ...site.staticFiles[0]!, id: 'static:new' };
    const layout = site.layouts.get('l')!;
    const settings = new Map<Value, Value>([['extra', 1]]);
    const lists = (...ids: string[]): Additions => ({ pageLists: new Map([['list', ids]]) });
    const next = await runGenerators(
      site,
      [
        generator('high', () => ({
          pages: [page],
          staticFiles: [file],
          layouts: new Map([
            ['l', { ...layout, body: 'theirs' }],
            ['m', { ...layout, body: 'theirs' }],
          ]),
          site: settings,
        })),
        generator('normal', () => lists('a')),
        generator('low', () => lists('b')),
      ],
      host,
    );
    expect([ids(next.pages).at(-1), ids(next.staticFiles).at(-1)]).toEqual(['page:new', 'static:new']);
    expect(assigned).toEqual(['page:new', 'static:new']);
    expect([...next.layouts].map(([name, { body }]) => `${name} ${body}`)).toEqual(['l site', 'm theirs']);
    expect(next.pageLists).toEqual(new Map([['list', ['b']]]));
    expect([next.config.settings.get('title'), next.config.settings.get('extra')]).toEqual(['T', 1]);
    expect(site.config.settings.has('extra')).toBe(false);
  });

  test('change texts, which get a new URL, and remove files', async () => {
    const site = readSmall();
    const { host, assigned } = hostOf();
    const next = await runGenerators(
      site,
      [
        generator('normal', () => ({
          changes: new Map([
            ['page:a.md', { body: 'new' }],
            ['c:_c/d.md', { body: 'new' }],
          ]),
          removed: ['page:b.md', 'c:_c/e.md', 'static:x.png', 'static:_c/y.png'],
        })),
      ],
      host,
    );
    const { documents, files } = next.collections.get('c')!;
    expect([...next.pages, ...documents].map(({ id, body }) => `${id} ${body}`)).toEqual([
      'page:a.md new',
      'c:_c/d.md new',
    ]);
    expect([next.staticFiles, files]).toEqual([[], []]);
    expect(assigned).toEqual(['page:a.md', 'c:_c/d.md']);
    expect(site.pages.map(({ body }) => body)).toEqual(['body', 'body']);
  });

  test('can ask for the URL of a file of theirs', async () => {
    const site = readSmall();
    const { host, assigned } = hostOf();
    const known = { ...site.pages[0]!, url: '/known' };
    const urls: string[] = [];
    await runGenerators(
      site,
      [
        generator('normal', (_, urlOf) => {
          urls.push(urlOf(known), urlOf({ ...known, id: 'page:new', url: '' }));
          return {};
        }),
      ],
      host,
    );
    expect([urls, assigned]).toEqual([['/known', '/page:new'], ['page:new']]);
  });

  test('are named, with their plugin, by pages they make and when they fail', async () => {
    const site = readSmall();
    const { host } = hostOf();
    const page: Page = { ...site.pages[0]!, id: 'page:new' };
    const next = await runGenerators(site, [generator('high', () => ({ pages: [page] }))], host);
    expect(next.pages.map(({ madeBy }) => madeBy)).toEqual([undefined, undefined, 'jekyll-g']);
    const cause = new TypeError('oops');
    const failing = generator('low', () => {
      throw cause;
    });
    await expect(runGenerators(site, [failing], host)).rejects.toMatchObject({
      diagnostic: {
        severity: 'error',
        message: 'G::low of the plugin jekyll-g failed: oops',
        cause,
      },
    });
  });

  test('may stop the build with an error of their own', async () => {
    const error = new SiteError({ severity: 'error', code: 'x', message: 'mine' });
    const failing = generator('low', () => {
      throw error;
    });
    await expect(runGenerators(readSmall(), [failing], hostOf().host)).rejects.toBe(error);
  });
});
