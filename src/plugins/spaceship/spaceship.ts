import { parseDocument, writeDocument } from '../../html/document.js';
import type { EnginePlugin } from '../../liquid/engine-plugin.js';
import type { Additions, GeneratorTools, HookItem, ItemHook } from '../../model/plugin.js';
import type { Site } from '../../model/site.js';
import * as messages from '../../report/messages.js';
import type { RubyHash } from '../../ruby/value.js';
import { outputExtensionOf } from '../shared/html-output.js';
import { dig } from '../shared/template-values.js';
import { mermaid, plantuml } from './diagrams.js';
import { showEmoji } from './emoji.js';
import { escapeLinks } from './escape-links.js';
import { withoutCode } from './exclusions.js';
import { loadMathjax, protectFormulas } from './mathjax.js';
import { playMedia } from './media.js';
import { type ProcessorName, readSettings } from './settings.js';
import { spanTables } from './table-html.js';
import { prepareTables } from './table-markdown.js';

/**
 * jekyll-spaceship 0.10.2: more than Markdown knows, in tables, formulas, diagrams, media and emoji. Diagrams are pictures that their
 * readers' browsers fetch. Excerpts stay as they are, and so do scripts of Markdown, at which the gem ends in an exception.
 */
export const spaceship: EnginePlugin = {
  name: 'jekyll-spaceship',
  generators: [{ name: 'Jekyll::Spaceship', priority: 'lowest', generate: checkSettings }],
  hooksOfBuild() {
    const lists: NamedLists = new WeakMap();
    return ['pages', 'documents'].flatMap((owner) => [
      hook(owner, 'pre_render', (item) => prepareMarkdown(item, lists)),
      hook(owner, 'post_render', (item) => finishPage(item, lists)),
    ]);
  },
};

function hook(owner: string, event: 'pre_render' | 'post_render', run: (item: HookItem) => void): ItemHook {
  return { owner, event, priority: 'normal', run };
}

const MARKDOWN: ReadonlySet<string> = new Set(['.md', '.markdown']);
const PAGES: ReadonlySet<string> = new Set(['.html', '.xhtml', '.htm']);

/** Attribute lists of a page, from its Markdown to its HTML: they go with the object that stands for its turn. */
type NamedLists = WeakMap<HookItem, ReadonlyMap<string, string>>;

type Process = (text: string, settings: RubyHash, item: HookItem, lists: NamedLists) => string;

/** What a processor does to Markdown before it is converted. */
const ON_MARKDOWN: Partial<Record<ProcessorName, Process>> = {
  'polyfill-processor': (text) =>
    withoutCode(text, (rest) => rest.replace(/([ \t\r\n\f\v]*)(?<!\\)\\(?=\d+\.)/g, '$1&#8291;')),
  'table-processor': (text, _settings, item, lists) =>
    withoutCode(text, (rest) => {
      const prepared = prepareTables(rest);
      lists.set(item, prepared.lists);
      return prepared.markdown;
    }),
  'mathjax-processor': (text, settings) => withoutCode(text, (rest) => protectFormulas(rest, settings)),
  'plantuml-processor': plantuml,
  'mermaid-processor': mermaid,
};

/** What a processor does to the written page. */
const ON_HTML: Partial<Record<ProcessorName, Process>> = {
  'table-processor': (html, _settings, item, lists) =>
    spanTables(html, {
      markdownify: (text) => item.markdownify(text),
      lists: lists.get(item) ?? new Map(),
    }),
  'mathjax-processor': loadMathjax,
  'media-processor': playMedia,
  'emoji-processor': showEmoji,
};

function prepareMarkdown(item: HookItem, lists: NamedLists): void {
  item.depend('config:jekyll-spaceship');
  if (!MARKDOWN.has(/\.[^.]+$/.exec(item.file.path)?.[0] ?? '')) return;
  const isPage = PAGES.has(outputExtensionOf(item));
  for (const [name, settings] of readSettings(item.config)) {
    // MathJax goes by what becomes of the file, the others by what it is, too.
    if (name === 'mathjax-processor' && !isPage) continue;
    item.content = ON_MARKDOWN[name]?.(item.content, settings, item, lists) ?? item.content;
  }
}

function finishPage(item: HookItem, lists: NamedLists): void {
  item.depend('config:jekyll-spaceship');
  if (item.output === null || !PAGES.has(outputExtensionOf(item))) return;
  let html = item.output;
  for (const [name, settings] of readSettings(item.config))
    html = escapeLinks(ON_HTML[name]?.(html, settings, item, lists) ?? html);
  item.output = escapeLinks(writeDocument(parseDocument(html)));
}

/** Says what of the settings is not done here. */
function checkSettings({ config }: Site, tools: GeneratorTools): Additions {
  for (const [name, settings] of readSettings(config)) {
    const place = config.placeOf(['jekyll-spaceship', name]) ?? undefined;
    const rules = dig(settings, 'css');
    if (name === 'element-processor' && Array.isArray(rules) && rules.length > 0)
      tools.report(messages.spaceshipElements(place));
    if (dig(settings, 'mode') === 'pre-fetch') tools.report(messages.spaceshipPrefetch(name, place));
  }
  return {};
}
