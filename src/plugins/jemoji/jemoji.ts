import { parseFragment } from '../../html/parse-fragment.js';
import { replaceTexts } from '../../html/replace-texts.js';
import { writeHtml } from '../../html/write-html.js';
import type { EnginePlugin } from '../../liquid/engine-plugin.js';
import type { HookItem } from '../../model/plugin.js';
import { toS } from '../../ruby/to-s.js';
import { isFrom, versionOf } from '../shared/gem-version.js';
import { BODY_START_OF_ONE_LINE, changeBody, outputHooks } from '../shared/html-output.js';
import { emojiPictures } from './emoji-pictures.js';

/** jemoji 0.13.0 and releases before it: `:smile:` becomes a picture, by gemoji's names; through html-pipeline's `EmojiFilter` 2.14.3. */
export const jemoji: EnginePlugin = {
  name: 'jemoji',
  isSafe: true,
  blank: 'active support',
  hooksOfBuild: () => {
    let pictures: Pictures | null = null;
    return outputHooks((item) => {
      pictures ??= emojiPictures(versionOf(item.config, 'gemoji'));
      emojify(item, pictures);
    });
  },
};

/** Paths by name. */
type Pictures = ReadonlyMap<string, string>;

const DEFAULT_HOST = 'https://github.githubassets.com';
const SKIPPED: ReadonlySet<string> = new Set(['pre', 'code', 'tt']);

function emojify(item: HookItem, pictures: Pictures): void {
  const { output, config } = item;
  if (output === null || replaceNames(output, pictures, () => '') === output) return;
  const source = pictureSource(item);
  const change = (html: string): string => {
    const fragment = parseFragment(html);
    replaceTexts(fragment, SKIPPED, ({ value }) => {
      const replaced = replaceNames(value, pictures, (name, path) => picture(name, path, source));
      return replaced === value ? null : replaced;
    });
    return writeHtml(fragment);
  };
  const isFrom011 = isFrom(versionOf(config, 'jemoji'), '0.11.1');
  item.output = changeBody(output, change, isFrom011 ? undefined : BODY_START_OF_ONE_LINE);
}

/** A colon that ends a name begins no other. */
function replaceNames(
  text: string,
  pictures: Pictures,
  replacement: (name: string, path: string) => string,
): string {
  const parts = text.split(':');
  let replaced = parts[0]!;
  for (let at = 1; at < parts.length; at += 1) {
    const name = parts[at]!;
    const path = at + 1 < parts.length ? pictures.get(name) : undefined;
    if (path !== undefined) {
      at += 1;
      replaced += replacement(name, path) + parts[at]!;
    } else {
      replaced += `:${name}`;
    }
  }
  return replaced;
}

function picture(name: string, path: string, source: string): string {
  const address = `${source}${source.endsWith('/') ? '' : '/'}emoji/${path}.png`;
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
