import type { EnginePlugin } from '../liquid/engine-plugin.js';
import type { Config } from '../model/config.js';
import type { Renderable } from '../model/page.js';
import type { Additions, Change } from '../model/plugin.js';
import type { Site } from '../model/site.js';
import { isMarkdown } from '../site/site-files.js';
import { withFrontMatter } from './shared/front-matter.js';
import { isFrom, versionOf } from './shared/gem-version.js';
import { dig } from './shared/template-values.js';

/** jekyll-default-layout 0.1.5 and 0.2.0: Markdown pages and posts without a layout get the one made for them, if the site has it. */
export const defaultLayout: EnginePlugin = {
  name: 'jekyll-default-layout',
  isSafe: true,
  generators: [{ name: 'JekyllDefaultLayout::Generator', priority: 'lowest', generate }],
};

/** Which files get layouts. */
interface Reach {
  /** 0.2.0: documents of all collections, and not just posts. */
  readonly coversCollections: boolean;
  /** 0.2.0: `jekyll-default-layout: {html_pages: true}` adds files that end in `.html`. */
  readonly coversHtml: boolean;
}

function reachOf(config: Config): Reach {
  const is20 = isFrom(versionOf(config, 'jekyll-default-layout'), '0.2.0');
  const section = config.settings.get('jekyll-default-layout') ?? null;
  return {
    coversCollections: is20,
    coversHtml: is20 && section instanceof Map && dig(section, 'html_pages') === true,
  };
}

function generate(site: Site): Additions {
  const { coversCollections, coversHtml } = reachOf(site.config);
  const collections = coversCollections ? [...site.collections.keys()] : ['posts'];
  const documents = collections.flatMap((label) => site.collections.get(label)?.documents ?? []);
  const changes = new Map<string, Change>();
  for (const file of [...site.pages, ...documents]) {
    const isCovered = isMarkdown(file, site.config) || (coversHtml && file.extension === '.html');
    if (!isCovered || file.data.has('layout')) continue;
    changes.set(file.id, withFrontMatter(file, new Map([['layout', layoutFor(file, site)]])));
  }
  return { changes };
}

function layoutFor(file: Renderable, { layouts }: Site): string | null {
  const names = [file.url === '/' ? 'home' : null, kindOf(file), 'default'];
  return names.find((name) => name !== null && layouts.has(name)) ?? null;
}

/** What the layout of such files is called, e.g. `page`, `post` or `recipes`. */
function kindOf(file: Renderable): string {
  if (file.kind === 'page') return 'page';
  return file.collection === 'posts' ? 'post' : file.collection;
}
