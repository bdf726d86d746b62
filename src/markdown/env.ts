/**
 * The state of one document, kept in markdown-it's `env` so that one parser instance serves any number of documents.
 * Origin: the instance variables of kramdown 2.5.2's parser and converter.
 */
import type { Env, Token } from 'markdown-it';
import type { Highlighter } from '../highlight/highlighter.js';
import { type AttributeList, createAttributeList } from './attribute-list.js';
import { type Entity, entityText } from './entity.js';
import { normalizeLinkId } from './link-id.js';
import type { KramdownOptions, MutableOptions } from './options.js';

/** What a link definition says. */
export interface LinkDefinition {
  readonly url: string;
  readonly title: string | null;
  /** Filled by a `{: }` line after the definition. */
  readonly attributeList: AttributeList;
}

/** What `*[HTML]: Hyper Text Markup Language` says. */
export interface Abbreviation {
  readonly title: string;
  /** Filled by a `{: }` line after the definition. */
  readonly attributeList: AttributeList;
}

/** What `[^name]: text` says. */
export interface FootnoteDefinition {
  readonly name: string;
  /** Block tokens of the text, at level 0. */
  tokens: Token[];
  /** 1-based. */
  readonly line: number;
  /** Filled by a `{: }` line after the definition. */
  readonly attributeList: AttributeList;
  /** Whether a marker names it. */
  isReferenced: boolean;
}

/** A footnote that is written: a definition with its number. */
export interface Footnote {
  /** With `footnote_prefix`. */
  readonly name: string;
  readonly number: number;
  readonly definition: FootnoteDefinition;
  /** Markers after the first one. */
  repeats: number;
}

/** An entry of the table of contents. */
export interface TocEntry {
  readonly level: number;
  readonly id: string;
  /** The header's inline token. */
  readonly inline: Token;
}

/** Where a span text stands: what its rules ask and markdown-it's `inline.parse` has no argument for. */
export interface SpanPlace {
  /** 1-based line on which the text starts. */
  readonly line: number;
  /** Level of its `inline` token. */
  readonly level: number;
  /** Whether nothing stands behind it in its block. */
  readonly endsBlock: boolean;
  /** Whether GFM's line breaks apply to it: not in footnotes and HTML elements. */
  readonly hasLineBreaks: boolean;
}

/** The place of a text that is parsed by itself, as plugins do. */
const nowhere: SpanPlace = { line: 1, level: 0, endsBlock: false, hasLineBreaks: true };

/** Everything kramdown remembers while it works on a document. */
export class KramdownEnv {
  /** The document's own copy: `{::options}` changes it. */
  readonly options: MutableOptions;
  /** By normalised id (`normalizeLinkId`). */
  readonly linkDefinitions = new Map<string, LinkDefinition>();
  /** By the abbreviated text, in order of definition. */
  readonly abbreviations = new Map<string, Abbreviation>();
  /** Characters of all abbreviated texts. */
  abbreviationLength = 0;
  /** Characters and lines of the deeply nested texts parsed so far, weighed (`block/state.ts`). */
  deepLength = 0;
  /** By name, in order of definition. */
  readonly footnoteDefinitions = new Map<string, FootnoteDefinition>();
  /** `{:name: .class}` by name. */
  readonly attributeListDefinitions = new Map<string, AttributeList>();
  /** Footnotes by name, in the order in which they are numbered. */
  readonly footnotes = new Map<string, Footnote>();
  readonly tocEntries: TocEntry[] = [];
  /** Uses of each generated header id, without prefix: GFM's and kramdown's counters are apart. */
  readonly gfmIdCounts = new Map<string, number>();
  readonly idCounts = new Map<string, number>();
  /** kramdown's wording, in order. */
  readonly warnings: string[] = [];
  /** Whether plugins added block rules, so that a line of text may be more than a paragraph. */
  hasForeignRules = false;
  #span = nowhere;

  /** Whether the encoding of the source, which is that of the output, lacks a character. */
  lacks: (codePoint: number) => boolean = () => false;

  constructor(
    /** What the site set, whatever the document changed. */
    readonly siteOptions: KramdownOptions,
    /** `null`: code is escaped only. */
    readonly highlighter: Highlighter | null,
  ) {
    this.options = { ...siteOptions };
    for (const [id, [url, title]] of siteOptions.link_defs) {
      this.linkDefinitions.set(normalizeLinkId(id), { url, title, attributeList: createAttributeList() });
    }
  }

  /** Whether the dialect is GFM. */
  get isGfm(): boolean {
    return this.siteOptions.input === 'GFM';
  }

  /** Whether blocks may start directly behind a paragraph (GFM's quirk `paragraph_end`). */
  get hasParagraphEnd(): boolean {
    return this.isGfm && this.siteOptions.gfm_quirks.includes('paragraph_end');
  }

  /** Where the span text being parsed stands. */
  get span(): SpanPlace {
    return this.#span;
  }

  /** Runs what parses the span text that stands at `span`. */
  withSpan<T>(span: SpanPlace, run: () => T): T {
    const outer = this.#span;
    this.#span = span;
    try {
      return run();
    } finally {
      this.#span = outer;
    }
  }

  /** The output form of an entity; `original` is its form in the source, if it has one. */
  entityText(entity: Entity, original: string | null = null): string {
    return entityText(entity, this.options.entity_output, original, this.lacks(entity.codePoint));
  }

  /** Adds a warning, worded as kramdown words it. */
  warn(message: string): void {
    this.warnings.push(message);
  }

  /** The attribute list definition of that name, made when there is none. */
  attributeListDefinition(name: string): AttributeList {
    let list = this.attributeListDefinitions.get(name);
    if (!list) this.attributeListDefinitions.set(name, (list = createAttributeList()));
    return list;
  }
}

const key = Symbol('kramdown');

/** The document's state; `startDocument` put it there. */
export function envOf(env: Env | undefined): KramdownEnv {
  const state = env?.[key];
  if (!(state instanceof KramdownEnv))
    throw new Error('no kramdown document: the core rule `normalize` has not run');
  return state;
}

/** Makes the state of a new document and leaves it in `env`, which may say what the encoding `lacks`. */
export function startDocument(
  env: Env,
  options: KramdownOptions,
  highlighter: Highlighter | null,
): KramdownEnv {
  const state = new KramdownEnv(options, highlighter);
  if (typeof env['lacks'] === 'function') state.lacks = env['lacks'] as typeof state.lacks;
  env[key] = state;
  return state;
}
