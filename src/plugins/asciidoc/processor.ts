/** Asciidoctor, from npm's `@asciidoctor/core` in the site's `node_modules`. */
import { createRequire } from 'node:module';
import type { Config } from '../../model/config.js';
import { SiteError } from '../../model/diagnostic.js';
import * as messages from '../../report/messages.js';
import { toJson } from '../../ruby/json.js';
import type { RubyHash } from '../../ruby/value.js';
import { packageFile } from '../module-file.js';
import type { Attributes } from './attributes.js';
import { type CodeHighlighter, htmlPipeline, prettify } from './highlighters.js';

const PACKAGE = '@asciidoctor/core';

/** A document that Asciidoctor has parsed, as far as it is used here. */
export interface ParsedDocument {
  convert(): string;
  getAttributes(): Readonly<Record<string, unknown>>;
  getConverter(): { convert(node: ParsedDocument, transform: string, options?: unknown): unknown };
  getDocumentTitle(): string | undefined;
  getId(): string | undefined;
  getSource(): string;
  hasHeader(): boolean;
  /** A Ruby Hash. */
  readonly attributes: { $class(): { $new(): { '$[]='(key: string, value: unknown): void } } };
}

/** What a document is parsed with. */
export interface ParseOptions {
  /** From the configuration, by Asciidoctor's names. */
  readonly options: RubyHash;
  readonly attributes: Attributes;
  /** Absolute path that includes are looked up from; `null` leaves it to Asciidoctor. */
  readonly base: string | null;
  readonly isHeaderOnly?: boolean;
  /** Whether the result is a whole page with a head. */
  readonly isStandalone?: boolean;
  readonly doctype?: string | null;
}

interface Asciidoctor {
  load(text: string, options: Readonly<Record<string, unknown>>): ParsedDocument;
  readonly SyntaxHighlighter?: { register(name: string, highlighter: CodeHighlighter): void };
}

/** Asciidoctor of one site, loaded when it is first needed. */
export class Processor {
  private engine: Asciidoctor | null = null;
  private readonly highlighters = new Map<string, CodeHighlighter>([
    ['prettify', prettify],
    ['html-pipeline', htmlPipeline],
  ]);

  /**
   * @param name who converts, as the configuration says
   * @throws SiteError for a name that is none
   */
  constructor(
    private readonly config: Config,
    name: string,
  ) {
    if (name !== 'asciidoctor') throw new SiteError(messages.asciidocProcessorInvalid(name));
  }

  /** @throws SiteError where the package is missing, or `safe` keeps it from being loaded */
  parse(text: string, options: ParseOptions): ParsedDocument {
    this.engine ??= loadEngine(this.config, this.highlighters);
    return this.engine.load(text, engineOptions(options));
  }

  /** Lets code be highlighted here where the source highlighter has that name. */
  addHighlighter(name: string, highlighter: CodeHighlighter): void {
    this.highlighters.set(name, highlighter);
    this.engine?.SyntaxHighlighter?.register(name, highlighter);
  }
}

/** No code of the site's runs under `safe`, that of its packages included. */
function loadEngine(
  { directories, safe }: Config,
  highlighters: ReadonlyMap<string, CodeHighlighter>,
): Asciidoctor {
  if (safe) throw new SiteError(messages.asciidoctorUnsafe());
  const file = packageFile(PACKAGE, directories.root);
  // Asked before the gem was loaded.
  if (file === null) throw new Error('Asciidoctor has gone from the site meanwhile.');
  const create: () => Asciidoctor = createRequire(file)(file);
  const engine = create();
  for (const [name, one] of highlighters) engine.SyntaxHighlighter?.register(name, one);
  return engine;
}

function engineOptions({ base, doctype, ...given }: ParseOptions): Readonly<Record<string, unknown>> {
  return {
    ...(JSON.parse(toJson(given.options)) as object),
    attributes: engineAttributes(given.attributes),
    ...(base !== null && { base_dir: base }),
    ...(given.isHeaderOnly === true
      ? { parse_header_only: true }
      : { header_footer: given.isStandalone === true }),
    ...(doctype !== null && doctype !== undefined && { doctype }),
  };
}

/** What is to stay unset is marked at its name: Asciidoctor takes JavaScript's `null` for a value. */
function engineAttributes(attributes: Attributes): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    [...attributes].map(([name, value]) => (value === null ? [`${name}!`, ''] : [name, value])),
  );
}

/** The table of contents; `null` for a document without sections. @param levels how deep; `null` leaves it to the document */
export function outlineOf(document: ParsedDocument, levels: number | null): string | null {
  const options = document.attributes.$class().$new();
  if (levels !== null) options['$[]=']('toclevels', levels);
  const outline = document.getConverter().convert(document, 'outline', options);
  return typeof outline === 'string' ? outline : null;
}
