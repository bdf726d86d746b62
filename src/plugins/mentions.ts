import { parseFragment } from '../html/parse-fragment.js';
import { replaceTexts } from '../html/replace-texts.js';
import { writeHtml, writeText } from '../html/write-html.js';
import type { EnginePlugin } from '../liquid/engine-plugin.js';
import { SiteError } from '../model/diagnostic.js';
import type { HookItem } from '../model/plugin.js';
import * as messages from '../report/messages.js';
import { className } from '../ruby/compare.js';
import { toS } from '../ruby/to-s.js';
import { placeInMessages } from '../site/site-files.js';
import { isFrom, versionOf } from './shared/gem-version.js';
import { BODY_START_OF_ONE_LINE, changeBody, outputHooks } from './shared/html-output.js';

/** jekyll-mentions 1.6.0, and 1.5 without the page's own setting: `@name` becomes a link to the user's page; through html-pipeline's `MentionFilter` 2.14.3. */
export const mentions: EnginePlugin = {
  name: 'jekyll-mentions',
  isSafe: true,
  blank: 'active support',
  hooks: outputHooks(mentionify),
};

const KEY = 'jekyll-mentions';
const DEFAULT_BASE = 'https://github.com';
const SKIPPED: ReadonlySet<string> = new Set(['pre', 'code', 'a', 'style', 'script']);

/** Words that name nobody. */
const RESERVED = /^mention(?:s|ed|ing)?$/i;

/** `@name` at the start of a line or behind no word, before no slash and no dot that goes on. */
const MENTION =
  /((?<![^\n])|\W)@(\w[\w-]*)(?![\w-]|\/)(?=\.+(?:[ \t\W]|(?![^\n]))|[^0-9a-zA-Z_.]|(?![^\n]))/g;

function mentionify(item: HookItem): void {
  const { output, data } = item;
  const is16 = isFrom(versionOf(item.config, 'jekyll-mentions'), '1.6.0');
  if ((is16 && data.get(KEY) === false) || !output?.includes('@')) return;
  const base = baseOf(item, is16);
  const change = (html: string): string | null => {
    if (html.search(MENTION) < 0) return null;
    const fragment = parseFragment(html);
    replaceTexts(fragment, SKIPPED, (node) => {
      const text = writeText(node);
      const replaced = linkNames(text, base);
      return replaced === text ? null : replaced;
    });
    return writeHtml(fragment);
  };
  item.output = changeBody(output, change, is16 ? undefined : BODY_START_OF_ONE_LINE);
}

function linkNames(text: string, base: string): string {
  return text.replace(MENTION, (mention, before: string, name: string) => {
    if (RESERVED.test(name)) return mention;
    return `${before}<a href='${base}${/[/~]$/.test(base) ? '' : '/'}${name}' class='user-mention'>@${name}</a>`;
  });
}

/** The address that names are put behind: the page's own, from 1.6.0 on, the site's, or GitHub's. */
function baseOf(item: HookItem, asksPage: boolean): string {
  const { file, data, config } = item;
  item.depend(`config:${KEY}`);
  const section = (asksPage && data.has(KEY) ? data.get(KEY) : config.settings.get(KEY)) ?? null;
  if (typeof section === 'string') return section;
  if (section instanceof Map)
    return section.has('base_url') ? toS(section.get('base_url') ?? null) : defaultBase(item);
  if (section === null) return defaultBase(item);
  throw new SiteError(messages.mentionsSetting(className(section), { file: placeInMessages(file) }));
}

/** GitHub's address, or that of the host in `GITHUB_HOSTNAME` if `SSL` says how it is reached. */
function defaultBase(item: HookItem): string {
  item.depend('env:SSL');
  item.depend('env:GITHUB_HOSTNAME');
  const { SSL: ssl, GITHUB_HOSTNAME: host } = item.config.variables;
  if (!ssl || !host) return DEFAULT_BASE;
  return `${ssl === 'true' ? 'https' : 'http'}://${host.replace(/\/$/, '')}`;
}
