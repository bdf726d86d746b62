/** What a site has, in lines of a topic and a text: the first part of the doctor's report, and its JSON. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findFilters, findTags } from '../../check/liquid-names.js';
import { sourceLinks } from '../../check/source-links.js';
import type { CheckedText } from '../../check/templates.js';
import type { Site } from '../../model/site.js';
import { toS } from '../../ruby/to-s.js';
import { allDocuments, allStaticFiles, isMarkdown } from '../../site/site-files.js';
import type { Abilities, GemState } from '../../survey.js';

/** What stands in the report; empty lists where there is nothing of the kind. */
export interface Inventory {
  readonly shape: string;
  readonly generation: string;
  readonly pages: number;
  readonly posts: number;
  readonly documents: number;
  readonly layouts: number;
  readonly staticFiles: number;
  readonly theme: string | null;
  readonly plugins: readonly GemState[];
  readonly tags: readonly string[];
  readonly filters: readonly string[];
  readonly markdown: string;
  readonly styleSheets: number;
  readonly languages: readonly string[];
  readonly links: number;
}

/** The inventory of a site as it was surveyed. */
export function takeInventory(site: Site, texts: readonly CheckedText[], abilities: Abilities): Inventory {
  const { config } = site;
  const documents = allDocuments(site);
  const posts = documents.filter(({ collection }) => collection === 'posts').length;
  const theme = config.settings.get('remote_theme') ?? config.settings.get('theme') ?? null;
  const options = [...config.kramdown].map(([key, value]) => `${toS(key)}: ${toS(value)}`);
  return {
    shape: config.shapeReason,
    generation: `Jekyll ${config.generation.number}, since ${config.generationReason}`,
    pages: site.pages.filter(({ source }) => source !== null).length,
    posts,
    documents: documents.length - posts,
    layouts: site.layouts.size,
    staticFiles: allStaticFiles(site).length + site.publicFiles.length,
    theme: typeof theme === 'string' ? theme : null,
    plugins: abilities.states,
    tags: sorted(texts.flatMap(({ body }) => findTags(body).map(({ name }) => name)).filter(isOpening)),
    filters: sorted(texts.flatMap(({ body }) => findFilters(body).map(({ name }) => name))),
    markdown: [config.markdown, ...(config.markdown === 'kramdown' ? ownOptions(site, options) : [])].join(
      ', ',
    ),
    styleSheets: site.pages.filter(({ extension }) => /^\.s[ac]ss$/i.test(extension)).length,
    languages: sorted(texts.flatMap(({ body }) => languagesIn(body))),
    links: texts.reduce((sum, text) => sum + countLinks(text, site), 0),
  };
}

/** The inventory in lines for a terminal. */
export function inventoryLines(inventory: Inventory): [topic: string, text: string][] {
  const { pages, posts, documents, layouts, staticFiles, styleSheets } = inventory;
  const counts = [
    counted(pages, 'page'),
    counted(posts, 'post'),
    ...(documents > 0 ? [counted(documents, 'other document')] : []),
    counted(layouts, 'layout'),
    counted(staticFiles, 'other file'),
  ];
  return [
    ['Shape:', inventory.shape],
    ['Generation:', inventory.generation],
    ['Holds:', counts.join(', ')],
    ['Theme:', inventory.theme ?? 'none'],
    ['Plugins:', inventory.plugins.map(({ name, state }) => `${name} (${state})`).join(', ') || 'none'],
    ['Tags:', inventory.tags.join(', ') || 'none'],
    ['Filters:', inventory.filters.join(', ') || 'none'],
    ['Markdown:', inventory.markdown],
    ['Sass:', styleSheets === 0 ? 'none' : counted(styleSheets, 'style sheet')],
    ['Code:', inventory.languages.join(', ') || 'none'],
    ['Links:', inventory.links === 0 ? 'none' : `${inventory.links} in the source`],
  ];
}

/** Whether the site looks like one that GitHub Pages builds, and by what; `null` when it does not, or is built so already. */
export function githubPagesSign({ config }: Site): string | null {
  const { root, source } = config.directories;
  if (config.githubPages !== null || config.bundle.declared.length > 0) return null;
  if (config.settings.has('utterson')) return null;
  const workflows = join(root, '.github/workflows');
  const isBuilt = ['pages.yml', 'jekyll.yml', 'jekyll-gh-pages.yml', 'deploy.yml'].some((name) =>
    textOf(join(workflows, name)).includes('jekyll-build-pages'),
  );
  if (isBuilt) return 'a workflow with jekyll-build-pages';
  if (/github\.com[:/][^\s]*\.github\.io/i.test(textOf(join(root, '.git/config'))))
    return 'a *.github.io repository';
  return existsSync(join(source, 'CNAME')) ? 'a CNAME file' : null;
}

function textOf(path: string): string {
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

/** Options that the site's own files set. */
function ownOptions({ config }: Site, options: readonly string[]): string[] {
  const section = config.placeOf(['kramdown']);
  return options.filter((option) => {
    // Of a key that is not there its section's place comes.
    const place = config.placeOf(['kramdown', option.split(':', 1)[0]!]);
    return place !== null && (place.line !== section?.line || place.column !== section.column);
  });
}

function languagesIn(body: string): string[] {
  return [...body.matchAll(/^[ \t]*(?:`{3,}|~{3,})[ \t]*([\w+#.-]+)|\{%-?\s*highlight\s+([\w+#.-]+)/gm)].map(
    ([, fenced, tagged]) => (fenced ?? tagged)!,
  );
}

function countLinks({ file, body }: CheckedText, { config }: Site): number {
  return sourceLinks(body, file !== null && isMarkdown(file, config)).length;
}

function isOpening(tag: string): boolean {
  return !/^end|^(?:else|elsif|when)$/.test(tag);
}

function sorted(names: readonly string[]): string[] {
  return [...new Set(names)].sort();
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
