import { descendants, type HtmlElement } from '../html/node.js';
import { parseFragment } from '../html/parse-fragment.js';
import { writeHtml } from '../html/write-html.js';
import type { EnginePlugin } from '../liquid/engine-plugin.js';
import type { HookItem } from '../model/plugin.js';
import { splitWords } from '../ruby/string.js';
import { toS } from '../ruby/to-s.js';
import { isTruthy, type Value } from '../ruby/value.js';
import { changeBody, outputHooks } from './shared/html-output.js';
import { dig } from './shared/template-values.js';

/** jekyll-target-blank 2.0.2: links to other hosts open in a tab of their own. An address at which Ruby's `URI` fails leads to another host. */
export const targetBlank: EnginePlugin = {
  name: 'jekyll-target-blank',
  isSafe: true,
  hooks: outputHooks(process),
};

const BODY_START = /<body[^<>]*>\s*/;
/** Ruby's `URI.regexp(%w[http https])`, as far as it decides whether a text holds an address. */
const ADDRESS = /https?:[\w\-.!~*'()%;/?:@&=+$,]/;
const HOST = /^[a-z][a-z\d+.-]*:\/\/(?:[^@/?#]*@)?(\[[^\]]*\]|[^:/?#]*)/i;

/** The configuration's `target-blank` section. */
interface Options {
  /** The host of the site's `url`; links to it are left alone. */
  readonly host: string | null;
  /** `css_class`: the class a link must have; `null` (the default) for none. */
  readonly requiredClass: string | null;
  /** `add_css_classes`: put before a link's own, e.g. `outside`; default none. */
  readonly addedClasses: string | null;
  /** What is put behind a link's own `rel`: `noopener` and `noreferrer`, unless they are `false`, then `rel`. */
  readonly relations: readonly string[];
}

function process(item: HookItem): void {
  if (!item.output?.includes('<a')) return;
  const options = optionsOf(item);
  const change = (html: string): string => {
    const fragment = parseFragment(html);
    for (const node of descendants(fragment)) {
      if (node.kind === 'element' && node.name === 'a' && isOutside(node, options)) openInTab(node, options);
    }
    return writeHtml(fragment);
  };
  item.output = changeBody(item.output, change, BODY_START);
}

function optionsOf(item: HookItem): Options {
  item.depend('config:target-blank');
  item.depend('config:url');
  const { settings } = item.config;
  const option = (key: string): Value => dig(settings.get('target-blank') ?? null, key);
  const text = (key: string): string | null => (isTruthy(option(key)) ? toS(option(key)) : null);
  return {
    host: hostOf(toS(settings.get('url') ?? null)),
    requiredClass: text('css_class'),
    addedClasses: text('add_css_classes'),
    relations: [
      ...['noopener', 'noreferrer'].filter((relation) => option(relation) !== false),
      ...[text('rel')].filter((relation) => relation !== null),
    ],
  };
}

function isOutside({ attributes }: HtmlElement, { host, requiredClass }: Options): boolean {
  const address = attributes.get('href') ?? '';
  if (address.startsWith('mailto:') || !ADDRESS.test(address) || hostOf(address) === host) return false;
  return requiredClass === null || splitWords(attributes.get('class') ?? '').includes(requiredClass);
}

function openInTab({ attributes }: HtmlElement, { addedClasses, relations }: Options): void {
  attributes.set('target', '_blank');
  const words = [attributes.get('rel') ?? '', ...relations].filter((word) => word !== '');
  if (words.length > 0) attributes.set('rel', words.join(' '));
  if (addedClasses === null) return;
  const own = attributes.get('class') ?? '';
  attributes.set('class', own === '' ? addedClasses : `${addedClasses} ${own}`);
}

function hostOf(address: string): string | null {
  return HOST.exec(address)?.[1] ?? null;
}
