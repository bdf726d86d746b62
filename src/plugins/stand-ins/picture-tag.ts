import type { Plugin, PluginContext } from '../../model/plugin.js';
import { toS } from '../../ruby/to-s.js';
import { isTruthy } from '../../ruby/value.js';
import { dig } from '../shared/template-values.js';
import { plainImage } from './plain-image.js';

/** jekyll_picture_tag 2.1: the tag `picture` shows the picture as it is, with the attributes that the tag has for it. */
export const pictureTag: Plugin = {
  name: 'jekyll_picture_tag',
  tags: [
    {
      name: 'picture',
      isBlock: false,
      compile: (markup) => (context) => write(withVariables(markup, context), context),
    },
  ],
};

/** `{% picture preset a.jpg 3:2 mobile: b.jpg class="x" --alt A picture --link /there %}`. */
function write(parameters: string, context: PluginContext): string {
  const words: readonly string[] = parameters.match(/(?:"[^"]*"|\S)+/g) ?? [];
  const [first, second] = words;
  const image = first?.includes('.') ? first : second;
  if (image === undefined) return '';
  const attributes = attributesOf(words.slice(words.indexOf(image) + 1));
  const own = ['implicit', 'img'].map((name) => attributes.get(name) ?? '').filter(Boolean);
  const img = plainImage(addressOf(unquoted(image), context), attributes.get('alt') ?? null, own);
  const link = attributes.get('link');
  return link === undefined ? img : `<a href="${link}">${img}</a>`;
}

/** Those behind `--NAME`; what stands before the first is the element's own. */
function attributesOf(words: readonly string[]): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  let name = 'implicit';
  let isStarted = false;
  for (const word of words) {
    isStarted ||= word.startsWith('--') || /^[\w-]+="/.test(word);
    if (word.startsWith('--')) name = word.slice(2);
    else if (isStarted) attributes.set(name, [attributes.get(name) ?? [], word].flat().join(' '));
  }
  return new Map(
    [...attributes].map(([key, value]) => [
      key,
      key === 'img' || key === 'implicit' ? value : unquoted(value),
    ]),
  );
}

function unquoted(text: string): string {
  return text.replace(/^"|"$/g, '');
}

function addressOf(image: string, context: PluginContext): string {
  for (const key of ['picture', 'baseurl', 'url']) context.depend(`config:${key}`);
  const settings = context.config?.settings ?? new Map();
  const option = (name: string): string => toS(dig(settings.get('picture') ?? null, name));
  const host = option('relative_url') === 'false' ? toS(settings.get('url') ?? null) : '';
  const base = isTruthy(dig(settings.get('picture') ?? null, 'ignore_baseurl'))
    ? ''
    : toS(settings.get('baseurl') ?? null);
  return `${host}${[base, option('source'), image].join('/').replace(/^\/*|\/{2,}/g, '/')}`;
}

function withVariables(markup: string, context: PluginContext): string {
  return markup.replaceAll(/\{\{-?\s*([\w.-]+?)\s*-?\}\}/g, (_whole, name: string) => {
    const [first = '', ...keys] = name.split('.');
    return toS(dig(context.lookup(first), ...keys));
  });
}
