import { parseFragment } from '../../html/parse-fragment.js';
import { replaceTexts } from '../../html/replace-texts.js';
import { writeHtml } from '../../html/write-html.js';
import type { EnginePlugin } from '../../liquid/engine-plugin.js';
import type { HookItem } from '../../model/plugin.js';
import { toS } from '../../ruby/to-s.js';
import { changeBody, outputHooks } from '../shared/html-output.js';
import { readEmojiNames } from './emoji-names.js';

/** jemoji 0.13.0: `:smile:` becomes a picture, by gemoji 4.1.0's names; through html-pipeline's `EmojiFilter` 2.14.3. */
export const jemoji: EnginePlugin = {
  name: 'jemoji',
  isSafe: true,
  hooks: outputHooks(emojify),
};

const DEFAULT_HOST = 'https://github.githubassets.com';
const SKIPPED: ReadonlySet<string> = new Set(['pre', 'code', 'tt']);

const names = readEmojiNames();

function emojify(item: HookItem): void {
  const { output } = item;
  if (output === null || replaceNames(output, () => '') === output) return;
  const source = pictureSource(item);
  item.output = changeBody(output, (html) => {
    const fragment = parseFragment(html);
    replaceTexts(fragment, SKIPPED, ({ value }) => {
      const replaced = replaceNames(value, (name) => picture(name, source));
      return replaced === value ? null : replaced;
    });
    return writeHtml(fragment);
  });
}

/** A colon that ends a name begins no other. */
function replaceNames(text: string, replacement: (name: string) => string): string {
  const parts = text.split(':');
  let replaced = parts[0]!;
  for (let at = 1; at < parts.length; at += 1) {
    const name = parts[at]!;
    if (at + 1 < parts.length && names.has(name)) {
      at += 1;
      replaced += replacement(name) + parts[at]!;
    } else {
      replaced += `:${name}`;
    }
  }
  return replaced;
}

function picture(name: string, source: string): string {
  const address = `${source}${source.endsWith('/') ? '' : '/'}emoji/unicode/${names.get(name)!}.png`;
  return `<img class="emoji" title=":${name}:" alt=":${name}:" src="${address}" height="20" width="20">`;
}

/** `emoji.src`, or the host in the variable `ASSET_HOST_URL`, or GitHub's. */
function pictureSource(item: HookItem): string {
  const { config } = item;
  item.depend('config:emoji');
  const section = config.settings.get('emoji');
  if (section instanceof Map && section.has('src')) return toS(section.get('src') ?? null);
  item.depend('env:ASSET_HOST_URL');
  const host = config.variables['ASSET_HOST_URL'] || DEFAULT_HOST;
  return `${host.replace(/\/$/, '')}/images/icons/`;
}
