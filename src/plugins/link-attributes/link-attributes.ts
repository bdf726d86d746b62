import { parseDocument, writeDocument } from '../../html/document.js';
import { descendants, type HtmlElement } from '../../html/node.js';
import type { EnginePlugin } from '../../liquid/engine-plugin.js';
import type { HookItem } from '../../model/plugin.js';
import { hasHtmlExtension } from '../shared/html-output.js';
import { checkSettings, type LinkSettings, readSettings } from './settings.js';
import { type Campaign, campaignOf, withCampaign } from './utm.js';

/**
 * jekyll-link-attributes 2.0.1: `rel`, `target` and, where `utm` is on, names of a campaign on links that lead elsewhere. Posts have two
 * turns, as in the gem: that of their collection and that of all documents.
 */
export const linkAttributes: EnginePlugin = {
  name: 'jekyll-link-attributes',
  generators: [{ name: 'Jekyll::LinkAttributes', priority: 'lowest', generate: checkSettings }],
  hooks: ['documents', 'pages', 'posts'].map((owner) => ({
    owner,
    event: 'post_render',
    priority: 'normal',
    run: (item) => {
      if (owner !== 'pages' || hasHtmlExtension(item)) process(item);
    },
  })),
};

function process(item: HookItem): void {
  item.depend('config:external_links');
  item.depend('config:url');
  const settings = readSettings(item.config);
  if (!settings.isEnabled || item.output === null) return;
  const campaign = campaignOf(item, settings.utm);
  const document = parseDocument(item.output);
  for (const node of descendants(document.content)) {
    if (node.kind === 'element' && node.name === 'a') change(node, settings, campaign);
  }
  item.output = writeDocument(document);
}

function change({ attributes }: HtmlElement, settings: LinkSettings, campaign: Campaign | null): void {
  const address = attributes.get('href') ?? '';
  const { siteUrl, rel, target, utm } = settings;
  if (!/^https?:\/\//m.test(address) || (siteUrl !== null && address.startsWith(siteUrl))) return;
  if (campaign !== null && !utm.excludes(address)) attributes.set('href', withCampaign(address, campaign));
  if (!attributes.has('rel') && !rel.excludes(address)) attributes.set('rel', rel.value);
  if (!attributes.has('target') && !target.excludes(address)) attributes.set('target', target.value);
}
