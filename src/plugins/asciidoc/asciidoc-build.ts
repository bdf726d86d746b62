/** AsciiDoc in one build: what converter, generator, hooks and filters share (jekyll-asciidoc 3.0.1, `Converter`). */
import type { Highlighter } from '../../highlight/highlighter.js';
import type { Config } from '../../model/config.js';
import type { Document, Page } from '../../model/page.js';
import { toS } from '../../ruby/to-s.js';
import type { RubyHash, Value } from '../../ruby/value.js';
import { isTruthy } from '../../ruby/value.js';
import { type Attributes, hardValue } from './attributes.js';
import { DocumentValue } from './document-value.js';
import { excerptPaths, type FilePaths, filePaths } from './file-paths.js';
import { rougeHighlighter } from './highlighters.js';
import { type ParsedDocument, type ParseOptions, Processor } from './processor.js';
import { type AsciidocSettings, asciidocSettings } from './settings.js';

/** Front matter as it counts while something is converted. */
interface FrontMatter {
  get(key: string): Value | undefined;
}

/** What has its turn. */
interface Turn {
  readonly data: FrontMatter;
  readonly paths: FilePaths;
  /** What its templates find as `page.document`. */
  readonly value: DocumentValue;
}

/** What one configuration makes of AsciiDoc. */
export class AsciidocBuild {
  readonly settings: AsciidocSettings;
  private readonly processor: Processor;
  private readonly destination: string;
  private readonly source: string;
  /** Ids of the files whose header has been read: they alone are told apart from any text. */
  private readonly read = new Set<string>();
  /** Ids of documents that are whole pages for want of a layout, which their excerpts are not. */
  private readonly alone = new Set<string>();
  private wantsRouge = false;
  private attributes: Attributes;
  private turn: Turn | null = null;
  private latest: { readonly key: object | null; readonly parsed: ParsedDocument | null } = {
    key: null,
    parsed: null,
  };

  /** @throws SiteError for a processor that is none */
  constructor(config: Config) {
    this.settings = asciidocSettings(config);
    this.processor = new Processor(config, this.settings.processor);
    ({ source: this.source, destination: this.destination } = config.directories);
    this.attributes = this.settings.attributes;
  }

  /** Lets all that is converted from now on know more. */
  addAttributes(attributes: Attributes): void {
    this.attributes = new Map([...this.attributes, ...attributes]);
  }

  /** Parses a file's header. */
  parseHeader(file: Page | Document, header: string, layout: Attributes): ParsedDocument {
    this.read.add(file.id);
    const paths = filePaths(file, this.source, null);
    const parsed = this.processor.parse(header, { ...this.optionsIn(paths, layout), isHeaderOnly: true });
    if (parsed.getAttributes()['source-highlighter'] === 'rouge') this.wantsRouge = true;
    return parsed;
  }

  /** Whether a header read so far, or the configuration, asks for Rouge. */
  get needsRouge(): boolean {
    return this.wantsRouge || hardValue(this.attributes.get('source-highlighter') || '') === 'rouge';
  }

  /** Lets Rouge's part be done by this. @param onUnstyled called where styles would be needed that are not made */
  addRouge(highlighter: Highlighter, onUnstyled: () => void): void {
    this.processor.addHighlighter('rouge', rougeHighlighter(highlighter, onUnstyled));
  }

  /** Notes a document that is a whole page for want of a layout. */
  noteAlone({ id }: Document): void {
    this.alone.add(id);
  }

  /** Begins a turn. @param data the page as its templates see it */
  begin(file: Page | Document, data: FrontMatter): void {
    if (!this.read.has(file.id)) return;
    const paths = filePaths(file, this.source, this.destination);
    this.turn = { data, paths, value: new DocumentValue() };
  }

  /** What has been converted in this turn; `null` when nothing was. */
  get converted(): DocumentValue | null {
    return this.turn?.value.isEmpty === false ? this.turn.value : null;
  }

  end(file: Page | Document): void {
    if (this.read.has(file.id)) this.turn = null;
  }

  /** Converts an excerpt. As in the gem, that ends the turn in which it is asked for. */
  convertExcerpt(text: string, document: Document | Page): string {
    const data: RubyHash = new Map(document.data);
    if (this.alone.has(document.id)) data.delete('standalone');
    const doctype = data.get('excerpt_doctype') ?? null;
    if (isTruthy(doctype)) data.set('doctype', doctype);
    const paths = excerptPaths(document, this.source, this.destination);
    this.turn = { data, paths, value: new DocumentValue() };
    const html = this.convert(text);
    this.turn = null;
    return html;
  }

  /** Converts a text as part of what has its turn, if anything has. */
  convert(text: string): string {
    if (text === '') return '';
    const data = this.turn?.data;
    const doctype = data?.get('doctype') ?? null;
    const options: ParseOptions = {
      ...this.optionsIn(this.turn?.paths ?? null),
      isStandalone: isTruthy(data?.get('standalone') ?? null),
      doctype: isTruthy(doctype) ? toS(doctype) : null,
    };
    const parsed = this.processor.parse(text, options);
    if (this.turn !== null) this.show(this.turn, parsed, () => this.processor.parse(text, options));
    return parsed.convert();
  }

  /** Of what was parsed only the latest is kept: it is the one that a layout asks for its table of contents. */
  private show({ data, value }: Turn, parsed: ParsedDocument, parse: () => ParsedDocument): void {
    // A page's own templates see it at once and nobody else does; the value of a document stays, and its hook sees to that.
    if (data instanceof Map) data.set('document', value);
    const key = {};
    this.latest = { key, parsed };
    value.hold(() => (this.latest.key === key ? this.latest.parsed : null) ?? parse());
  }

  private optionsIn(paths: FilePaths | null, more: Attributes = new Map()): ParseOptions {
    const { base, options } = this.settings;
    const isOwnFolder = base === ':docdir';
    const own = new Map(paths ?? []);
    if (!isOwnFolder) own.delete('docdir');
    return {
      options,
      base: isOwnFolder ? (own.get('docdir') ?? null) : base,
      attributes: new Map([...this.attributes, ...own, ...more]),
    };
  }
}
