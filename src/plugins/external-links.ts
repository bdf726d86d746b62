import { parseDocument, writeDocument } from '../html/document.js';
import { append, type HtmlElement } from '../html/node.js';
import { parseInside } from '../html/parse-fragment.js';
import { compileSelector, type ElementTest, selectAll } from '../html/selector.js';
import { writeChildren } from '../html/write-html.js';
import type { EnginePlugin } from '../liquid/engine-plugin.js';
import type { Config } from '../model/config.js';
import type { Additions, GeneratorTools, HookItem } from '../model/plugin.js';
import type { Site } from '../model/site.js';
import * as messages from '../report/messages.js';
import { parseStandardUri } from '../ruby/standard-uri.js';
import { toS } from '../ruby/to-s.js';
import { isTruthy, type Value } from '../ruby/value.js';
import { hasHtmlExtension } from './shared/html-output.js';
import { dig } from './shared/template-values.js';

/** jekyll-external-links 1.0.2: links to other hosts get `rel="external"` and a mark. Without a `url` every host is another one. */
export const externalLinks: EnginePlugin = {
  name: 'jekyll-external-links',
  generators: [{ name: 'Jekyll::ExternalLinks', priority: 'lowest', generate: checkSelectors }],
  hooks: ['documents', 'pages'].map((owner) => ({
    owner,
    event: 'post_render',
    priority: 'normal',
    run: (item) => {
      if (hasHtmlExtension(item)) markLinks(item);
    },
  })),
};

const DEFAULT_MARK = "<span class='ico-ext'><i class='fas fa-external-link-square-alt'></i></span>";
const DEFAULT_SELECTOR = 'main a';
const DEFAULT_IGNORED = ['a[href*=travis]', 'a[href*=coverity]', 'a[href*=codecov]'];
/** A link that holds this has its mark. */
const MARKED = 'ico-ext';

/** The configuration's `external_links`, and `url`. */
interface Settings {
  /** `selector`: the links that are looked at; default `main a`. `null` when it cannot be read. */
  readonly links: ElementTest | null;
  /** `ignored_selectors`: those of them that are left alone; default three sites of badges. */
  readonly ignored: readonly (ElementTest | null)[];
  /** `marker_html`: what is put behind a link's text. */
  readonly mark: string;
  /** Addresses of the site's own host. */
  readonly own: RegExp;
}

function readSettings({ settings }: Config): Settings {
  const section = settings.get('external_links') ?? null;
  const mark = dig(section, 'marker_html');
  const host = parseStandardUri(toS(settings.get('url') ?? null))?.host ?? '';
  return {
    links: compileSelector(selectorIn(section)),
    ignored: ignoredIn(section).map(compileSelector),
    mark: isTruthy(mark) ? toS(mark) : DEFAULT_MARK,
    own: new RegExp(`^https?://${host}/`, 'i'),
  };
}

function selectorIn(section: Value): string {
  const selector = dig(section, 'selector');
  return isTruthy(selector) ? toS(selector) : DEFAULT_SELECTOR;
}

/** One selector may stand for a list of them. */
function ignoredIn(section: Value): readonly string[] {
  const ignored = dig(section, 'ignored_selectors');
  return isTruthy(ignored) ? [ignored].flat().map(toS) : DEFAULT_IGNORED;
}

/** Says which selectors cannot be read; they mean no link. */
function checkSelectors({ config }: Site, tools: GeneratorTools): Additions {
  const { links, ignored } = readSettings(config);
  const section = config.settings.get('external_links') ?? null;
  const complain = (selector: string, key: string): void =>
    tools.report(
      messages.selectorUnreadable(selector, key, config.placeOf(['external_links', key]) ?? undefined),
    );
  if (links === null) complain(selectorIn(section), 'selector');
  for (const [index, selector] of ignoredIn(section).entries())
    if (ignored[index] === null) complain(selector, 'ignored_selectors');
  return {};
}

function markLinks(item: HookItem): void {
  item.depend('config:external_links');
  item.depend('config:url');
  if (item.output === null) return;
  const { links, ignored, mark, own } = readSettings(item.config);
  const document = parseDocument(item.output);
  for (const link of links === null ? [] : selectAll(document.content, links)) {
    const address = link.attributes.get('href') ?? '';
    if (!/^http/i.test(address) || own.test(address) || ignored.some((test) => test?.(link))) continue;
    addMark(link, mark);
  }
  item.output = writeDocument(document);
}

function addMark(link: HtmlElement, mark: string): void {
  const inner = writeChildren(link);
  if (inner.includes(MARKED)) return;
  link.attributes.set('rel', 'external');
  const children = parseInside(link, inner + mark);
  link.children.length = 0;
  for (const child of children) append(link, child);
}
