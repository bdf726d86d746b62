import type { EnginePlugin } from '../liquid/engine-plugin.js';
import type { Page, Renderable } from '../model/page.js';
import type { Additions, Change, GeneratorTools } from '../model/plugin.js';
import type { Layout, Site } from '../model/site.js';
import { atFile } from '../report/at-file.js';
import { toJson } from '../ruby/json.js';
import { toS } from '../ruby/to-s.js';
import { isTruthy, type RubyHash, type Value } from '../ruby/value.js';
import { placeInMessages, writtenDocuments } from '../site/site-files.js';
import { datesByAsking } from './shared/dates-by-asking.js';
import { withFrontMatter } from './shared/front-matter.js';
import { isFrom, versionOf } from './shared/gem-version.js';
import { hasOwnFile } from './shared/own-file.js';
import { dig } from './shared/template-values.js';

/** jekyll-redirect-from 0.16.0 and releases before it: pages that send visitors on, for `redirect_from` and `redirect_to`. */
export const redirectFrom: EnginePlugin = {
  name: 'jekyll-redirect-from',
  isSafe: true,
  generators: [{ name: 'JekyllRedirectFrom::Generator', priority: 'normal', generate }],
};

function generate(site: Site, tools: GeneratorTools): Additions {
  const redirects = new Redirects(site, tools);
  for (const file of [...writtenDocuments(site), ...site.pages]) {
    atFile(placeInMessages(file), () => redirects.addFor(file));
  }
  return redirects.toAdditions();
}

class Redirects {
  private readonly pages: Page[] = [];
  private readonly changes: Map<string, Change>;
  private readonly targets: RubyHash = new Map();

  constructor(
    private readonly site: Site,
    private readonly tools: GeneratorTools,
  ) {
    this.changes = new Map(datesByAsking(site));
  }

  addFor(file: Renderable): void {
    for (const path of listOf(file.data.get('redirect_from'))) {
      const data = this.redirect(toS(path), file.url);
      this.pages.push(this.tools.page({ path: 'redirect.html', data, madeFor: file.path }));
    }
    const target = listOf(file.data.get('redirect_to'))[0] ?? null;
    if (isTruthy(target)) this.sendOn(file, toS(target));
  }

  toAdditions(): Additions {
    const { site, changes } = this;
    const canBeUnlisted = isFrom(versionOf(site.config, 'jekyll-redirect-from'), '0.16.0');
    const isListed = !canBeUnlisted || dig(site.config.settings, 'redirect_from', 'json') !== false;
    const hasOwnList = hasOwnFile(site, 'redirects.json');
    const pages = isListed && !hasOwnList ? [...this.pages, this.list()] : this.pages;
    return { pages, changes, layouts: new Map([['redirect', redirectLayout]]) };
  }

  /** The page itself becomes the redirect. */
  private sendOn(file: Renderable, target: string): void {
    const redirect = this.redirect(file.url, target);
    this.changes.set(file.id, { body: '', ...withFrontMatter(file, redirect) });
  }

  /** Front matter of a redirect, which is also noted for `redirects.json`. */
  private redirect(path: string, target: string): RubyHash {
    const from = path === '' || path.startsWith('/') ? path : `/${path}`;
    const to = /^https?:\/\//m.test(target) ? target : this.tools.absoluteUrl(target);
    this.targets.set(from, to);
    return new Map<Value, Value>([
      ['sitemap', false],
      ['layout', 'redirect'],
      ['permalink', from],
      [
        'redirect',
        new Map<Value, Value>([
          ['from', from],
          ['to', to],
        ]),
      ],
    ]);
  }

  private list(): Page {
    const data = new Map<Value, Value>([['layout', null]]);
    const body = toJson(this.targets);
    return this.tools.page({ path: 'redirects.json', data, body });
  }
}

/** One value or a list, without nils. */
function listOf(value: Value | undefined): readonly Value[] {
  const list = Array.isArray(value) ? value : [value ?? null];
  return list.filter((item) => item !== null);
}

const TARGET = '{{ page.redirect.to }}';

/** What visitors see for a moment, unless the site has a layout of this name. */
const redirectLayout: Layout = {
  name: 'redirect',
  path: '_layouts/redirect.html',
  source: {
    path: '_layouts/redirect.html',
    absolutePath: '_layouts/redirect.html',
    modifiedAt: 0,
    size: 0,
  },
  data: new Map(),
  body: [
    '<!DOCTYPE html>',
    '<html lang="en-US">',
    '  <meta charset="utf-8">',
    '  <title>Redirecting&hellip;</title>',
    `  <link rel="canonical" href="${TARGET}">`,
    `  <script>location="${TARGET}"</script>`,
    `  <meta http-equiv="refresh" content="0; url=${TARGET}">`,
    '  <meta name="robots" content="noindex">',
    '  <h1>Redirecting&hellip;</h1>',
    `  <a href="${TARGET}">Click here if you are not redirected.</a>`,
    '</html>\n',
  ].join('\n'),
  bodyLine: 1,
  extension: '.html',
};
