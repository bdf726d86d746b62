import { parseDocument, writeDocument } from '../html/document.js';
import { descendants } from '../html/node.js';
import type { EnginePlugin } from '../liquid/engine-plugin.js';
import type { HookItem } from '../model/plugin.js';
import { outputHooks } from './shared/html-output.js';

/** jekyll-loading-lazy 0.1.1: pictures and frames with an address are loaded when they come into view. */
export const loadingLazy: EnginePlugin = {
  name: 'jekyll-loading-lazy',
  isSafe: true,
  hooks: outputHooks(process),
};

function process(item: HookItem): void {
  const { output } = item;
  if (output === null || !(output.includes('<img') || output.includes('<iframe'))) return;
  const document = parseDocument(output);
  for (const node of descendants(document.content)) {
    if (node.kind !== 'element' || (node.name !== 'img' && node.name !== 'iframe')) continue;
    if (node.attributes.has('src') && !node.attributes.has('loading')) node.attributes.set('loading', 'lazy');
  }
  item.output = writeDocument(document);
}
