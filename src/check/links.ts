/** Links, pictures and anchors that lead nowhere, at their lines in the source. */
import type { Diagnostic } from '../model/diagnostic.js';
import type { Renderable, SiteFile } from '../model/page.js';
import type { Site } from '../model/site.js';
import * as messages from '../report/messages.js';
import { suggest } from '../ruby/suggest.js';
import { toS } from '../ruby/to-s.js';
import { isMarkdown, writtenFiles } from '../site/site-files.js';
import { placeOf, plainTarget, type SitePlace } from './link-target.js';
import { idsIn, PageAnchors } from './page-anchors.js';
import { sourceLinks } from './source-links.js';
import type { CheckedText } from './templates.js';

/** The ids on a page that is asked for one of them; `null` where nobody can tell. */
type IdsOf = (file: Renderable, anchor: string) => ReadonlySet<string> | null;

/** What links are asked for. */
export interface LinkCheck {
  /** Whether links to source files are turned into addresses (jekyll-relative-links). */
  readonly converts: boolean;
  /** Whether anchors are looked for in sources, as far as these tell, or left to `deadAnchors`. */
  readonly anchors: 'guessed' | 'later';
}

/** What is wrong with links before anything is rendered. */
export function deadLinks(
  site: Site,
  texts: readonly CheckedText[],
  { converts, anchors }: LinkCheck,
): Diagnostic[] {
  const idsOf = anchors === 'guessed' ? guessedIds(site, texts) : () => null;
  return linksIn(texts, site, new Addresses(site, converts, idsOf));
}

/** Anchors that lead to nothing, in what was rendered. @param outputOf a page's whole output; `null` for one that there is not */
export function deadAnchors(
  site: Site,
  texts: readonly CheckedText[],
  { converts, outputOf }: Pick<LinkCheck, 'converts'> & { outputOf(file: Renderable): string | null },
): Diagnostic[] {
  const known = new Map<string, ReadonlySet<string> | null>();
  const idsOf = (file: Renderable): ReadonlySet<string> | null => {
    if (!known.has(file.id)) known.set(file.id, idsInOutput(outputOf(file)));
    return known.get(file.id)!;
  };
  return linksIn(texts, site, new Addresses(site, converts, idsOf)).filter(
    ({ code }) => code === 'anchor-to-nothing',
  );
}

function idsInOutput(output: string | null): ReadonlySet<string> | null {
  return output === null ? null : new Set(idsIn(output));
}

/** By the sources of pages and layouts. */
function guessedIds(site: Site, texts: readonly CheckedText[]): IdsOf {
  const anchors = new PageAnchors(site.config);
  const layouts = texts.filter(({ file }) => file === null).map(({ body }) => body);
  const hasNone = ({ data }: Renderable): boolean =>
    data.has('layout') && toS(data.get('layout') ?? null) === 'none';
  if (site.config.settings.has('toc')) return () => null;
  // kramdown makes ids of footnotes and of its table of contents.
  return (file, anchor) =>
    /^(?:fn|fnref):|^markdown-toc/.test(anchor) ? null : anchors.of(file, hasNone(file) ? [] : layouts);
}

function linksIn(texts: readonly CheckedText[], site: Site, addresses: Addresses): Diagnostic[] {
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

  constructor(
    site: Site,
    private readonly converts: boolean,
    private readonly idsOf: IdsOf,
  ) {
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
    const ids = this.idsOf(file, anchor);
    if (ids === null || ids.has(anchor)) return [];
    return [messages.anchorToNothing(target, suggest(anchor, ids), where)];
  }
}
