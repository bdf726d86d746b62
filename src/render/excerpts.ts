import { SiteError } from '../model/diagnostic.js';
import { type HeldText, type TextHolder, wholeText } from '../model/output.js';
import { excerptSource, groupOf, lookup, type Renderable } from '../model/page.js';
import type { Site } from '../model/site.js';
import * as messages from '../report/messages.js';
import { printOf } from '../reuse/print.js';
import type { Recorder } from '../reuse/recorder.js';
import { inspect } from '../ruby/inspect.js';
import { toS } from '../ruby/to-s.js';
import { isTruthy, type Value } from '../ruby/value.js';
import { extensionOf, isHtml } from '../url/extension.js';
import { documentId } from './drops/document-drop.js';
import { type Excerpt, extractExcerpt } from './excerpt.js';
import type { FirstResults } from './first-results.js';

/** See `KnownFiles`. */
export interface KnownData {
  mayHold(file: Renderable, start: string): boolean;
}

/**
 * The excerpts of one build. They are cut before anything is rendered, since texts change at their turn, and rendered when a
 * template first asks for them.
 */
export class Excerpts {
  /** Where the excerpts of those that have one end, by id. */
  private readonly separators = new Map<string, string>();
  /** What stands for the texts of those that were rendered, by id. */
  private readonly prints = new Map<string, string>();
  /** Whether pages have excerpts, too. */
  private hasOfPages = false;
  private excerptsGetUsedDefinitions = true;
  /** Files whose excerpt is being rendered right now. */
  private readonly open = new Set<string>();

  /**
   * @param isBlock whether a Liquid tag of that name has an end tag
   * @param firsts  where rendered ones are kept
   * @param storage where their texts are kept
   * @param render  Liquid and converters on an excerpt's text
   */
  constructor(
    private readonly isBlock: (tag: string) => boolean,
    private readonly recorder: Recorder,
    private readonly firsts: FirstResults,
    private readonly storage: TextHolder,
    private readonly render: (file: Renderable, excerpt: string) => string,
  ) {}

  /** Looks at the excerpts of all documents and, with `page_excerpts`, pages. @param known data that need not be read for it */
  prepare(site: Site, known: KnownData | null): void {
    this.excerptsGetUsedDefinitions = site.config.generation.excerptsGetUsedDefinitions;
    for (const { documents } of site.collections.values()) {
      for (const document of documents) {
        if (document.hasExcerpt) this.look(document, site.config.excerptSeparator, known);
      }
    }
    this.hasOfPages = site.config.pageExcerpts;
    if (!this.hasOfPages) return;
    for (const page of site.pages) {
      const isFile = page.source !== null && isHtml(extensionOf(page.outputPath));
      if (isFile) this.look(page, site.config.excerptSeparator, known);
    }
  }

  private look(file: Renderable, siteSeparator: string, known: KnownData | null): void {
    const hasOwn = known?.mayHold(file, 'excerpt') !== false;
    const own = (key: 'excerpt' | 'excerpt_separator'): Value => (hasOwn ? lookup(file, key) : null);
    if (isTruthy(own('excerpt'))) return;
    if (isWhole(file)) {
      this.separators.set(file.id, '');
      return;
    }
    const ownSeparator = own('excerpt_separator');
    const separator = isTruthy(ownSeparator) ? toS(ownSeparator) : siteSeparator;
    if (separator === '') return;
    const isRepaired = mayHoldLiquid(excerptSource(file)) && this.cut(file, separator).isRepaired;
    if (isRepaired) this.recorder.report(messages.excerptModified(file.path, inspect(separator)));
    this.separators.set(file.id, separator);
  }

  /** What stands for the text that an excerpt is made of; `null` when there is none. */
  printOf(file: Renderable): string | null {
    const separator = this.separators.get(file.id);
    if (separator === undefined) return null;
    return this.prints.get(file.id) ?? printOf(this.cut(file, separator).text);
  }

  private renderFirst(file: Renderable, separator: string): string {
    const { text } = this.cut(file, separator);
    this.prints.set(file.id, printOf(text));
    return this.render(file, text);
  }

  private cut(file: Renderable, separator: string): Excerpt {
    if (isWhole(file)) return { text: wholeText(excerptSource(file)), isRepaired: false };
    const { isBlock, excerptsGetUsedDefinitions } = this;
    return extractExcerpt(wholeText(excerptSource(file)), separator, { isBlock, excerptsGetUsedDefinitions });
  }

  /** Front matter's excerpt as it is, else the rendered one; `null` when there is none. */
  of(file: Renderable): string | null {
    const own = file.data.get('excerpt') ?? null;
    if (isTruthy(own)) return toS(own);
    if (file.kind === 'document' || this.hasOfPages) this.recorder.depend('config:excerpt_separator');
    const separator = this.separators.get(file.id);
    if (separator === undefined) return null;
    // Whole pages bring theirs along, and whoever comes first leaves it to all others.
    this.recorder.readAttribute(groupOf(file), file.id, 'excerpt');
    if (this.open.has(file.id)) throw asksForItself(file);
    this.open.add(file.id);
    try {
      return wholeText(
        this.firsts.get(`excerpt ${file.id}`, () =>
          this.storage.holdForLater(this.renderFirst(file, separator)),
        ),
      );
    } finally {
      this.open.delete(file.id);
    }
  }
}

function mayHoldLiquid(text: string | HeldText): boolean {
  return typeof text === 'string' || text.mayHoldLiquid !== false;
}

function isWhole(file: Renderable): boolean {
  return file.kind === 'document' && file.isExcerptWhole === true;
}

/** Ruby's words for an endless recursion. */
function asksForItself(file: Renderable): SiteError {
  const diagnostic = messages.liquidException('stack level too deep', excerptPath(file), { file: file.path });
  return new SiteError({
    ...diagnostic,
    hint: 'The excerpt needs itself: it prints excerpts or whole pages, its own among them.',
  });
}

/** Path of an excerpt in messages. */
export function excerptPath(file: Renderable): string {
  return `${file.kind === 'page' ? file.path : (file.source?.absolutePath ?? documentId(file))}/#excerpt`;
}
