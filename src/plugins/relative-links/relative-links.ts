import { posix } from 'node:path';
import type { EnginePlugin } from '../../liquid/engine-plugin.js';
import { wholeText } from '../../model/output.js';
import type { Renderable } from '../../model/page.js';
import type { Additions, Change, GeneratorTools } from '../../model/plugin.js';
import type { Site } from '../../model/site.js';
import { unescapeForm } from '../../ruby/percent.js';
import { toS } from '../../ruby/to-s.js';
import { isAbsoluteUri, UriError } from '../../ruby/uri.js';
import { isTruthy, type Value } from '../../ruby/value.js';
import { isMarkdown, listedStaticFiles, writtenDocuments } from '../../site/site-files.js';
import { dirnameOf } from '../../url/extension.js';
import { datesByAsking } from '../shared/dates-by-asking.js';
import { pathTest, withoutSlash } from '../shared/path-test.js';
import { dig, eachOf } from '../shared/template-values.js';
import { replaceLinks, type WrittenLink } from './scan-links.js';

/**
 * jekyll-relative-links 0.7.0: Markdown links to files of the site lead to their pages. A document's excerpt is made anew then, even in the
 * place of its own, as up to 0.7.0 (0.8.0 keeps it).
 */
export const relativeLinks: EnginePlugin = {
  name: 'jekyll-relative-links',
  isSafe: true,
  generators: [{ name: 'JekyllRelativeLinks::Generator', priority: 'lowest', generate }],
};

function generate(site: Site, tools: GeneratorTools): Additions {
  const option = (key: string): Value => dig(site.config.settings, 'relative_links', key);
  if (option('enabled') === false) return {};
  const targets = new Targets(site, tools);
  const isExcluded = pathTest(eachOf(option('exclude')).map(toS));
  const files = [...site.pages, ...(option('collections') === true ? writtenDocuments(site) : [])];
  const changes = new Map<string, Change>();
  for (const file of files) {
    if (!isMarkdown(file, site.config) || isExcluded(file.path)) continue;
    const before = wholeText(file.body);
    const body = replaceLinks(before, (link) => targets.linkTo(link, file));
    const change = { ...(body !== before && { body }), ...withNewExcerpt(file) };
    if (Object.keys(change).length > 0) changes.set(file.id, change);
  }
  if (targets.isAsked) {
    for (const [id, change] of datesByAsking(site)) changes.set(id, { ...changes.get(id), ...change });
  }
  return { changes };
}

/** A document whose own excerpt, or one that was made of another text, gives way to one made of its text. */
function withNewExcerpt(file: Renderable): Change {
  if (file.kind === 'page') return {};
  const hasOwn = isTruthy(file.data.get('excerpt') ?? null);
  const data = hasOwn && new Map([...file.data].filter(([key]) => key !== 'excerpt'));
  return { ...((file.excerptBody ?? null) !== null && { excerptBody: null }), ...(data && { data }) };
}

/** Files that links may lead to, by path; the first of several with one path counts. */
class Targets {
  private readonly urls = new Map<string, string>();
  /** Whether there was a link that might lead to a file. */
  isAsked = false;

  constructor(
    site: Site,
    private readonly tools: GeneratorTools,
  ) {
    for (const file of [...site.pages, ...listedStaticFiles(site), ...writtenDocuments(site)]) {
      const path = withoutSlash(file.path);
      if (!this.urls.has(path)) this.urls.set(path, file.url);
    }
  }

  /** The link with a page's address in place of a file's path; `null` if there is no such file. */
  linkTo({ isDefinition, text, path, fragment, title }: WrittenLink, from: Renderable): string | null {
    if (path.startsWith('#') || isAbsolute(path)) return null;
    this.isAsked = true;
    const base = path.startsWith('/') ? '' : dirnameOf(from.path);
    const target = unescapeForm(posix.join(base, path).replace(/^\/|\/$/g, ''));
    const url = target === null ? undefined : this.urls.get(target);
    if (url === undefined) return null;
    const link = this.tools.relativeUrl(url) + fragment + title;
    return isDefinition ? `\n[${text}]: ${link}` : `[${text}](${link})`;
  }
}

function isAbsolute(path: string): boolean {
  try {
    return isAbsoluteUri(path);
  } catch (error) {
    if (error instanceof UriError) return false;
    throw error;
  }
}
