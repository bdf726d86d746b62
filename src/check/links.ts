/** Links, pictures and anchors that lead nowhere, at their lines in the source. */
import type { Diagnostic } from '../model/diagnostic.js';
import type { Renderable, SiteFile } from '../model/page.js';
import type { Site } from '../model/site.js';
import * as messages from '../report/messages.js';
import { suggest } from '../ruby/suggest.js';
import { toS } from '../ruby/to-s.js';
import { isMarkdown, writtenFiles } from '../site/site-files.js';
import { placeOf, plainTarget, type SitePlace } from './link-target.js';
import { PageAnchors } from './page-anchors.js';
import { sourceLinks } from './source-links.js';
import type { CheckedText } from './templates.js';

/**
 * @param converts whether links to source files are turned into addresses (jekyll-relative-links)
 */
export function deadLinks(
  site: Site,
  texts: readonly CheckedText[],
  { converts }: { readonly converts: boolean },
): Diagnostic[] {
  const addresses = new Addresses(site, texts, converts);
  return texts
    .filter(({ file, path }) => (file === null ? /\.html?$/i.test(path) : isPage(file)))
    .flatMap((text) => deadLinksIn(text, site, addresses));
}

function isPage({ outputPath }: Renderable): boolean {
  return /\.x?html?$/i.test(outputPath);
}

function deadLinksIn(text: CheckedText, site: Site, addresses: Addresses): Diagnostic[] {
  const { file, path, body, firstLine } = text;
  const isText = file !== null && isMarkdown(file, site.config);
  return sourceLinks(body, isText).flatMap(({ target, line, column }) => {
    const plain = plainTarget(target, site.config);
    const place = plain === null ? null : placeOf(plain, file?.url ?? null, site.config);
    if (place === null) return [];
    const where = { file: path, line: firstLine + line - 1, column };
    return addresses.complain(place, { target, where, file });
  });
}

interface Link {
  readonly target: string;
  readonly where: messages.Place;
  readonly file: Renderable | null;
}

/** What is written, by where it is found. */
class Addresses {
  private readonly byPath = new Map<string, SiteFile>();
  private readonly bySource = new Map<string, SiteFile>();
  private readonly anchors: PageAnchors;
  private readonly layoutTexts: readonly string[];

  constructor(
    private readonly site: Site,
    texts: readonly CheckedText[],
    private readonly converts: boolean,
  ) {
    this.anchors = new PageAnchors(site.config);
    this.layoutTexts = texts.filter(({ file }) => file === null).map(({ body }) => body);
    for (const file of [...site.publicFiles, ...writtenFiles(site)]) {
      this.byPath.set(`/${file.outputPath}`, file);
      if (file.source !== null) this.bySource.set(`/${file.source.path.replace(/^content\//, '')}`, file);
    }
  }

  complain(place: SitePlace, { target, where, file }: Link): Diagnostic[] {
    if (place.isOutside) return [messages.linkOutsideBase(target, where)];
    if (place.path === '')
      return file === null ? [] : this.complainOfAnchor(file, place.anchor, target, where);
    const found = this.find(place.path);
    if (found === undefined) return [messages.linkToNothing(target, this.hint(place.path), where)];
    return found.kind === 'static' ? [] : this.complainOfAnchor(found, place.anchor, target, where);
  }

  private find(path: string): SiteFile | undefined {
    const bare = path.replace(/\/$/, '');
    const folder = this.byPath.get(`${bare}/index.html`) ?? this.byPath.get(`${bare}/index.htm`);
    const named = path.endsWith('/') ? undefined : (this.byPath.get(path) ?? this.byPath.get(`${path}.html`));
    return named ?? folder ?? (this.converts ? this.bySource.get(path) : undefined);
  }

  private hint(path: string): string | null {
    const source = this.bySource.get(path);
    if (source !== undefined && source.kind !== 'static') return `Its address is ${source.url}.`;
    const urls = [...this.byPath.values()].map(({ url }) => url);
    return suggest(path, urls);
  }

  private complainOfAnchor(
    file: Renderable,
    anchor: string,
    target: string,
    where: messages.Place,
  ): Diagnostic[] {
    if (anchor === '' || anchor === 'top' || anchor.startsWith(':~:') || !isPage(file)) return [];
    const ids = this.anchors.of(file, this.layoutsOf(file));
    if (ids === null || ids.has(anchor) || this.mayBeMade(anchor)) return [];
    return [messages.anchorToNothing(target, suggest(anchor, ids), where)];
  }

  private layoutsOf(file: Renderable): readonly string[] {
    return file.data.has('layout') && toS(file.data.get('layout') ?? null) === 'none' ? [] : this.layoutTexts;
  }

  /** kramdown makes ids of footnotes and of the table of contents. */
  private mayBeMade(anchor: string): boolean {
    return /^(?:fn|fnref):|^markdown-toc/.test(anchor) || this.site.config.settings.has('toc');
  }
}
