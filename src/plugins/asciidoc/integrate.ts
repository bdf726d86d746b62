/** A page or document as its header of AsciiDoc makes it (jekyll-asciidoc 3.0.1, `Integrator#integrate`). */
import type { Document, Page } from '../../model/page.js';
import type { Change, GeneratorTools } from '../../model/plugin.js';
import type { Site } from '../../model/site.js';
import { deepMerge } from '../../ruby/deep-merge.js';
import type { RubyTime } from '../../ruby/time/time.js';
import { toS } from '../../ruby/to-s.js';
import { isTruthy, type RubyHash, type Value } from '../../ruby/value.js';
import type { AsciidocBuild } from './asciidoc-build.js';
import { attributeDate, revisionDate } from './dates.js';
import { attributeData, headerData, settleLists } from './front-matter.js';
import { headerAndExcerpt, headerOf } from './header.js';
import { layoutAttribute, settleLayout } from './layout.js';
import type { ParsedDocument } from './processor.js';

/** What the site is read with. */
export interface IntegrationTools extends Pick<GeneratorTools, 'textOf' | 'defaultsFor'> {
  readonly build: AsciidocBuild;
  readonly site: Site;
}

/** Front matter on its way: the file's own, above what holds where that is silent. */
export interface OwnData {
  /** As written, and what the header adds. */
  readonly own: RubyHash;
  /** With the defaults. */
  lookup(key: string): Value;
}

/** What becomes of a page; `null` for one that is not published. */
export function integratePage(page: Page, tools: IntegrationTools): Change | null {
  const data = ownData(page.frontMatter, page.data);
  const document = parseHeader(page, headerOf(tools.textOf(page)), data, tools);
  const { own } = data;
  addHeader(own, document, tools);
  settleLists(own, data.lookup);
  settleLayout(data, 'page', tools.site);
  if (!isTruthy(own.get('published') ?? true)) return null;
  return {
    frontMatter: own,
    data: deepMerge(tools.defaultsFor(page.path), own),
    ...liquidChange(data),
  };
}

/** What becomes of a document; `null` for one that is not published. */
export function integrateDocument(document: Document, tools: IntegrationTools): Change | null {
  const { build, site } = tools;
  const data = ownData(document.data, document.data);
  const { own } = data;
  const text = tools.textOf(document);
  const separator = excerptSeparator(document, data, tools);
  const header = separator === null ? headerOf(text) : headerAndExcerpt(text, separator);
  const parsed = parseHeader(document, header, data, tools);
  const revised = revisionDate(parsed, document, site);
  const added = addHeader(own, parsed, tools, revised);
  const date = attributeDate(added, document, site) ?? revised;
  if (date !== null) own.set('date', date);
  settleLists(own, data.lookup);
  const excerpt = settleExcerpt(data, added, parsed, build);
  const isStandalone = isTruthy(data.lookup('standalone'));
  const isAlone = settleLayout(data, document.collection.replace(/s$/, ''), site);
  if (isAlone && !isStandalone) build.noteAlone(document);
  if (!isTruthy(own.get('published') ?? true)) return null;
  return {
    data: own,
    excerptBody: excerpt,
    isExcerptWhole: true,
    ...liquidChange(data),
    ...(date !== null && { date, isDated: true, isWritten: isWritten(document, date, site) }),
  };
}

function ownData(written: RubyHash, whole: RubyHash): OwnData {
  const own = new Map(written);
  return { own, lookup: (key) => (own.has(key) ? own.get(key) : whole.get(key)) ?? null };
}

function parseHeader(
  file: Page | Document,
  header: string,
  data: OwnData,
  { build }: IntegrationTools,
): ParsedDocument {
  return build.parseHeader(file, header, layoutAttribute(data, build.settings));
}

/** Answers what attributes gave. */
function addHeader(
  own: RubyHash,
  parsed: ParsedDocument,
  { build }: IntegrationTools,
  date: RubyTime | null = null,
): RubyHash {
  const added = attributeData(parsed, build.settings.prefix);
  for (const [key, value] of headerData(parsed)) own.set(key, value);
  if (date !== null) own.set('date', date);
  for (const [key, value] of added) own.set(key, value);
  return added;
}

/** Where the text ends that makes the excerpt; `null` when there is no excerpt of the text. */
function excerptSeparator(
  { hasExcerpt }: Document,
  { lookup }: OwnData,
  { build, site }: IntegrationTools,
): string | null {
  const own = lookup('excerpt_separator');
  const ofSite = site.config.excerptSeparator;
  const isCut = hasExcerpt && !isTruthy(lookup('excerpt')) && (isTruthy(own) ? toS(own) : ofSite) !== '';
  if (!isCut) return null;
  const separator = [own, build.settings.excerptSeparator, ofSite].find(isTruthy) ?? '';
  return separator === '' ? null : toS(separator);
}

/** The excerpt's text is the header's or front matter's, else header and beginning of the document. */
function settleExcerpt(
  { own, lookup }: OwnData,
  added: RubyHash,
  parsed: ParsedDocument,
  { settings }: AsciidocBuild,
): string {
  const given = lookup('excerpt');
  own.delete('excerpt');
  const { excerptDoctype } = settings;
  if (!isTruthy(lookup('excerpt_doctype')) && isTruthy(excerptDoctype))
    own.set('excerpt_doctype', excerptDoctype);
  if (!isTruthy(given)) {
    own.set('excerpt_origin', 'body');
    return parsed.getSource();
  }
  own.set('excerpt_origin', added.has('excerpt') ? 'asciidoc-header' : 'front-matter');
  return toS(given);
}

/** Liquid runs only where `liquid` asks for it. */
function liquidChange({ lookup }: OwnData): Change {
  return isTruthy(lookup('liquid')) ? {} : { isLiquid: false };
}

function isWritten({ collection }: Document, date: RubyTime, { collections, config, time }: Site): boolean {
  const isOutput = collections.get(collection)?.config.output ?? false;
  return isOutput && (config.future || date.seconds <= time.seconds);
}
