import type { EnginePlugin } from '../liquid/engine-plugin.js';
import type { Renderable } from '../model/page.js';
import type { Additions, Change } from '../model/plugin.js';
import type { Site } from '../model/site.js';
import { isMarkdown } from '../site/site-files.js';
import { withFrontMatter } from './shared/front-matter.js';

/** jekyll-default-layout 0.1.5: Markdown pages and posts without a layout get the one made for them, if the site has it. */
export const defaultLayout: EnginePlugin = {
  name: 'jekyll-default-layout',
  isSafe: true,
  generators: [{ name: 'JekyllDefaultLayout::Generator', priority: 'lowest', generate }],
};

function generate(site: Site): Additions {
  const posts = site.collections.get('posts')?.documents ?? [];
  const changes = new Map<string, Change>();
  for (const file of [...site.pages, ...posts]) {
    if (!isMarkdown(file, site.config) || file.data.has('layout')) continue;
    changes.set(file.id, withFrontMatter(file, new Map([['layout', layoutFor(file, site)]])));
  }
  return { changes };
}

function layoutFor(file: Renderable, { layouts }: Site): string | null {
  const names = [file.url === '/' ? 'home' : null, file.kind === 'page' ? 'page' : 'post', 'default'];
  return names.find((name) => name !== null && layouts.has(name)) ?? null;
}
