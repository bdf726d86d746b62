import { lookup } from '../../model/page.js';
import type { HookItem } from '../../model/plugin.js';
import { decodeForm, encodeForm } from '../../ruby/form.js';
import { toBytes } from '../../ruby/percent.js';
import { parseStandardUri, standardUriToText } from '../../ruby/standard-uri.js';
import { toS } from '../../ruby/to-s.js';
import { isTruthy } from '../../ruby/value.js';
import { fileNameOf } from '../../url/extension.js';
import type { UtmSettings } from './settings.js';

/** What addresses say of where their visitors come from, e.g. `utm_source` `example.org`. */
export type Campaign = ReadonlyMap<string, string>;

/** What links on this page say; `null` when `utm` is off. */
export function campaignOf({ file, data }: HookItem, utm: UtmSettings): Campaign | null {
  if (!utm.isEnabled) return null;
  const layout = lookup(file, 'layout');
  const path = file.url.replace(/^\/|\/$/g, '');
  const campaign = path === '' ? 'homepage' : path.split('/')[0]!;
  const slug = data.get('slug') ?? null;
  const content = isTruthy(slug) ? toS(slug) : fileNameOf(file.url.replace(/\/$/, ''));
  return new Map([
    ['utm_source', utm.source],
    ['utm_medium', utm.medium],
    ['utm_campaign', layout === 'post' || layout === 'blog' ? 'blog' : campaign],
    ['utm_content', content === '' ? 'index' : content],
  ]);
}

/** The address with the campaign in its query, where that does not say it already; as it is when Ruby can't read it. */
export function withCampaign(address: string, campaign: Campaign): string {
  const uri = parseStandardUri(address);
  if (uri === null) return address;
  const fields = decodeForm(uri.query ?? '');
  for (const [name, value] of campaign) if (!fields.has(name)) fields.set(name, toBytes(value));
  return standardUriToText({ ...uri, query: encodeForm(fields) });
}
