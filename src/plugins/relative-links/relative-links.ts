import { posix } from 'node:path';
import type { EnginePlugin } from '../../liquid/engine-plugin.js';
import { wholeText } from '../../model/output.js';
import { excerptSource, type Renderable } from '../../model/page.js';
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
import { type LinksRelease, linksReleaseOf } from './release.js';
import { replaceLinks, type WrittenLink } from './scan-links.js';

/** jekyll-relative-links from 0.6.0 to 0.8.0: Markdown links to files of the site lead to their pages. */
export const relativeLinks: EnginePlugin = {
  name: 'jekyll-relative-links',
  isSafe: true,
  generators: [{ name: 'JekyllRelativeLinks::Generator', priority: 'lowest', generate }],
};

function generate(site: Site, tools: GeneratorTools): Additions {
  const option = (key: string): Value => dig(site.config.settings, 'relative_links', key);
  if (option('enabled') === false) return {};
  const release = linksReleaseOf(site.config);
  const targets = new Targets(site, release, tools);
  const isExcluded = pathTest(eachOf(option('exclude')).map(toS));
  const files = [...site.pages, ...(option('collections') === true ? writtenDocuments(site) : [])];
  const changes = new Map<string, Change>();
  for (const file of files) {
    if (!isMarkdown(file, site.config) || isExcluded(file.path)) continue;
    const before = wholeText(file.body);
    const body = replaceLinks(before, release, (link) => targets.linkTo(link, file));
    const text = body !== before && { body, ...keptExcerpt(file, release) };
    const change = { ...text, ...newExcerpt(file, release) };
    if (Object.keys(change).length > 0) changes.set(file.id, change);
  }
  if (targets.isAsked) {
    for (const [id, change] of datesByAsking(site)) changes.set(id, { ...changes.get(id), ...change });
  }
  return { changes };
}

/** The excerpt of a changed text where it stays as it was. */
function keptExcerpt(file: Renderable, { renewsExcerpts }: LinksRelease): Change {
  return file.kind === 'document' && renewsExcerpts === 'none' ? { excerptBody: excerptSource(file) } : {};
}

/** An excerpt gives way to one that is made of the new text. */
function newExcerpt(file: Renderable, { renewsExcerpts }: LinksRelease): Change {
  if (file.kind === 'page' || renewsExcerpts === 'none') return {};
  const own = file.data.get('excerpt') ?? null;
  const isRenewed = isTruthy(own) && (renewsExcerpts === 'all' || typeof own !== 'string');
  const data = isRenewed && new Map([...file.data].filter(([key]) => key !== 'excerpt'));
  return { ...((file.excerptBody ?? null) !== null && { excerptBody: null }), ...(data && { data }) };
}

/** Files that links may lead to, by path; the first of several with one path counts. */
class Targets {
  private readonly urls = new Map<string, string>();
  /** Whether there was a link that might lead to a file. */
  isAsked = false;

  constructor(
    site: Site,
    private readonly release: LinksRelease,
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
    const url = this.urls.get(this.pathOf(path, from) ?? '');
    if (url === undefined) return null;
    const link = this.tools.relativeUrl(url) + fragment + title;
    return isDefinition ? `\n[${text}]: ${link}` : `[${text}](${link})`;
  }

  /** From the site's root; `null` when escapes in it are no text. */
  private pathOf(written: string, from: Renderable): string | null {
    const { hasRootPaths, unescapes } = this.release;
    const path = unescapes === 'first' ? unescapeForm(written) : written;
    if (path === null) return null;
    const base = hasRootPaths && path.startsWith('/') ? '' : dirnameOf(from.path);
    const target = posix.join(base, path).replace(/^\/|\/$/g, '');
    return unescapes === 'last' ? unescapeForm(target) : target;
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
