import type { EnginePlugin } from '../liquid/engine-plugin.js';
import { stripHtml } from '../liquid/filters/html.js';
import { normalizeWhitespace } from '../liquid/filters/text.js';
import type { Config } from '../model/config.js';
import { wholeText } from '../model/output.js';
import { excerptSource, type Renderable } from '../model/page.js';
import type { Additions, Change, GeneratorTools } from '../model/plugin.js';
import type { Site } from '../model/site.js';
import { atFile } from '../report/at-file.js';
import { strip } from '../ruby/string.js';
import { toS } from '../ruby/to-s.js';
import { isTruthy, type Value } from '../ruby/value.js';
import { isMarkdown, placeInMessages, writtenDocuments } from '../site/site-files.js';
import { withFrontMatter } from './shared/front-matter.js';
import { isFrom, versionOf } from './shared/gem-version.js';
import { dig } from './shared/template-values.js';

/**
 * jekyll-titles-from-headings 0.5.3, or 0.5.1: Markdown that begins with a heading and has no title takes it for its title. Documents always do,
 * since their titles may come from file names.
 */
export const titlesFromHeadings: EnginePlugin = {
  name: 'jekyll-titles-from-headings',
  isSafe: true,
  generators: [{ name: 'JekyllTitlesFromHeadings::Generator', priority: 'lowest', generate }],
};

/** A heading of one to three number signs. What closes it may stand on the next line. */
const SPACE = String.raw`[\t\n\v\f\r ]`;
const MARKED = String.raw`#{1,3}${SPACE}+(?<marked>[^\n]*)(?:${SPACE}+#{1,3})?`;
const UNDERLINED = String.raw`(?<underlined>[^\n]*)\n[-=]+${SPACE}*`;
/** An underlined heading may be empty. All white space before any other is passed over, so that no place is tried again and again. */
const UNDERLINED_EMPTY = String.raw`\n[-=]+${SPACE}*`;
const HEADING = new RegExp(
  String.raw`^${SPACE}*(?:(?!${SPACE})(?:${MARKED}|${UNDERLINED})|${UNDERLINED_EMPTY})(?![^\n])`,
);

const FOOTNOTE = /\[\^[^\]]*\]/g;

function generate(site: Site, tools: GeneratorTools): Additions {
  const option = (key: string): Value => dig(site.config.settings, 'titles_from_headings', key);
  if (option('enabled') === false) return {};
  const stripsTitles = option('strip_title') === true;
  const files = [...site.pages, ...(option('collections') === true ? writtenDocuments(site) : [])];
  const changes = new Map<string, Change>();
  for (const file of files) {
    if (!isMarkdown(file, site.config) || hasOwnTitle(file)) continue;
    const title = atFile(placeInMessages(file), () => titleOf(file, tools));
    const change = withFrontMatter(file, new Map([['title', title]]));
    changes.set(file.id, isStripped(file, stripsTitles) ? withoutHeading(file, change, site.config) : change);
  }
  return { changes };
}

/**
 * A post's excerpt is made anew, even in the place of its own; that of another document was made before, with the heading
 * (`Generator#strip_title_excerpt?`). Before 0.5.3 that of a post is like any other's, and white space at the ends of a text stays.
 */
function withoutHeading(file: Renderable, change: Change, config: Config): Change {
  const is053 = isFrom(versionOf(config, 'jekyll-titles-from-headings'), '0.5.3');
  const rest = wholeText(file.body).replace(HEADING, '');
  const body = is053 ? strip(rest) : rest;
  if (file.kind === 'page') return { ...change, body };
  const own = file.data.get('excerpt_separator') ?? null;
  const hasExcerpt = (isTruthy(own) ? toS(own) : config.excerptSeparator) !== '';
  if (file.collection !== 'posts' || !hasExcerpt || !is053) {
    return { ...change, body, excerptBody: excerptSource(file) };
  }
  const data = [...(change.data ?? [])].filter(([key]) => key !== 'excerpt');
  return { data: new Map(data), body, excerptBody: null };
}

function hasOwnTitle(file: Renderable): boolean {
  return file.kind === 'page' && (file.data.get('title') ?? null) !== null;
}

function titleOf(file: Renderable, { markdownify }: GeneratorTools): Value {
  const heading = HEADING.exec(wholeText(file.body))?.groups;
  if (!heading) return file.data.get('title') ?? null;
  const text = heading['marked'] ?? heading['underlined'] ?? '';
  return normalizeWhitespace(stripHtml(markdownify(text))).replace(FOOTNOTE, '');
}

function isStripped(file: Renderable, byDefault: boolean): boolean {
  const own = file.kind === 'page' ? file.frontMatter : file.data;
  return own.has('strip_title') ? own.get('strip_title') === true : byDefault;
}
