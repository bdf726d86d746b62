import { CslError } from './csl-error.js';
import { htmlFormat } from './html-format.js';
import { type CitedItem, type CslItem, RenderedItem } from './item.js';
import { type CslLocale, readLocale } from './locale.js';
import { normalizeLocaleTag } from './locale-tag.js';
import { renderLayout, renderNode } from './render/render-node.js';
import type { Rendering } from './render/rendering.js';
import { type CslNode, type CslStyle, childOf, readStyle } from './style-tree.js';

/** Writes references and citations in a style, as HTML: what citeproc-ruby 2.1 makes without an engine, as jekyll-scholar uses it. */
export interface CslProcessor {
  /** An entry of a bibliography. Its first names may give way to a substitute when the entry before had the same. */
  bibliographyEntry(cited: CslItem | CitedItem): string;
  /** A citation of one or more references. */
  citation(items: readonly CitedItem[]): string;
  /** What the style puts around and between citations. */
  readonly citationAffixes: { readonly prefix: string; readonly suffix: string; readonly delimiter: string };
  /** The same style and locale with no entry before. */
  fresh(): CslProcessor;
}

/**
 * A processor for a style. Without a locale file the locale can be American English only, whose terms are known here; terms
 * that a style brings itself count for nothing, as in the original. Throws `CslError` when one of the files can't be read.
 */
export function createCslProcessor(styleXml: string, localeXml: string | null, locale: string): CslProcessor {
  const style = readStyle(styleXml);
  if (localeXml === null && normalizeLocaleTag(locale) !== 'en-US')
    throw new CslError(`the locale ${locale} needs its file`);
  return processorOf(style, readLocale(localeXml));
}

function processorOf(style: CslStyle, locale: CslLocale): CslProcessor {
  const format = htmlFormat(locale);
  const begin = (mode: CslNode | null, name: string, previous: readonly string[] | null): Rendering => {
    if (mode === null || childOf(mode, 'layout') === null) throw new CslError(`the style has no ${name}`);
    const rendering: Rendering = {
      style,
      locale,
      format,
      mode,
      previousAuthors: previous,
      authors: [],
      hasRenderedNames: false,
      substituted: null,
      render: (item, node) => renderNode(rendering, item, node),
    };
    return rendering;
  };
  const create = (): CslProcessor => {
    let previousAuthors: readonly string[] | null = null;
    return {
      bibliographyEntry(cited) {
        const rendering = begin(style.bibliography, 'bibliography', previousAuthors);
        previousAuthors = rendering.authors;
        const item = new RenderedItem(isCited(cited) ? cited : { item: cited });
        const text = rendering.render(item, childOf(rendering.mode, 'layout')!);
        return format.apply(text, rendering.mode);
      },
      citation(items) {
        const rendering = begin(style.citation, 'citation', null);
        const layout = childOf(rendering.mode, 'layout')!;
        const texts = items.map((cited) => renderCited(rendering, cited, layout));
        const text = format.join(texts, layout.attributes.get('delimiter') ?? '');
        return format.apply(format.apply(text, layout), rendering.mode);
      },
      citationAffixes: affixesOf(style.citation),
      fresh: create,
    };
  };
  return create();
}

function isCited(value: CslItem | CitedItem): value is CitedItem {
  return typeof value.item === 'object';
}

/** One of a citation's references, between what the writer puts before and behind it. */
function renderCited(rendering: Rendering, cited: CitedItem, layout: CslNode): string {
  const { prefix, suffix } = cited;
  const text = renderLayout(rendering, new RenderedItem(cited), layout);
  return rendering.format.join([prefix ?? '', text, suffix ?? '']);
}

function affixesOf(citation: CslNode | null): CslProcessor['citationAffixes'] {
  const attributes = citation === null ? undefined : childOf(citation, 'layout')?.attributes;
  const get = (name: string): string => attributes?.get(name) ?? '';
  return { prefix: get('prefix'), suffix: get('suffix'), delimiter: get('delimiter') };
}
