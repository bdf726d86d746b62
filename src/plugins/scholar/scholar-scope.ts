import { LiquidError } from '../../liquid/errors.js';
import type { Frame } from '../../liquid/run/frame.js';
import type { Config } from '../../model/config.js';
import { toS } from '../../ruby/to-s.js';
import { isTruthy, type Value } from '../../ruby/value.js';
import { dig } from '../shared/template-values.js';
import { bibliographyPaths, readBibliography } from './bibliography-files.js';
import type { Bibliography } from './bibtex/bibliography.js';
import type { Entry } from './bibtex/entry.js';
import type { Citations, CitedKeys } from './citations.js';
import { ReferenceWriter } from './reference-writer.js';
import { type Repository, readRepository } from './repository.js';
import { ScholarSettings } from './settings.js';
import { sortEntries } from './sort-entries.js';
import type { TagOptions } from './tag-options.js';

/** Evaluates an expression of Liquid's. */
export type Lookup = (expression: string, frame: Frame) => Value;

/** What a tag of jekyll-scholar's works with while it runs on a page (7.3.0, `Utilities`). */
export class ScholarScope {
  readonly config: Config;
  readonly settings: ScholarSettings;
  /** What the page has cited so far. */
  readonly cited: CitedKeys;
  private writerInHand: ReferenceWriter | null = null;
  private bibliographyInHand: Bibliography | null = null;

  constructor(
    readonly frame: Frame,
    readonly options: TagOptions,
    private readonly lookup: Lookup,
    private readonly citations: Citations,
  ) {
    const { config } = frame;
    if (config === null) throw new LiquidError('ruby', 'a bibliography needs a site');
    this.config = config;
    for (const key of ['scholar', 'baseurl', 'base_url', 'permalink'] as const) frame.depend(`config:${key}`);
    this.settings = new ScholarSettings(config.settings.get('scholar') ?? null, dig(frame.page, 'scholar'));
    this.cited = citations.of(frame.page);
  }

  /** The bibliography of the files that were asked for; read once a build. */
  get bibliography(): Bibliography {
    return (this.bibliographyInHand ??= this.findBibliography());
  }

  /** What the query finds, sorted. */
  get entries(): readonly Entry[] {
    const { settings, options } = this;
    const query = options.query === null ? null : this.interpolate(options.query);
    const found = this.bibliography.query(query ?? settings.text('query'));
    if (this.isUnsorted) return found;
    return sortEntries(found, settings.words('sort_by'), settings.words('order'));
  }

  /** The entries a list is made of; `null` for one that was cited and is not there. */
  get listedEntries(): readonly (Entry | null)[] {
    const { entries, options, cited } = this;
    if (!options.isCited) return entries;
    const listed = this.isUnsorted
      ? cited.keys.map((key) => entries.find((entry) => entry.key === key) ?? null)
      : entries.filter(({ key }) => cited.has(key));
    if (options.clears) cited.clear();
    return listed;
  }

  get repository(): Repository {
    const { settings, config, frame } = this;
    const name = `${settings.text('repository')}\0${settings.text('repository_file_delimiter')}`;
    return frame.render.keep(`scholar repository\0${name}`, () => {
      // Its files are static files of the site, unless the configuration leaves them out.
      frame.depend('site:static_files');
      return readRepository(settings, config);
    });
  }

  get missingReference(): string {
    return this.settings.text('missing_reference');
  }

  /** What writes the references of the list in hand. */
  get writer(): ReferenceWriter {
    return (this.writerInHand ??= this.newWriter());
  }

  /** Lets the next entry be written as the first of a list. */
  beginList(): void {
    this.writerInHand = null;
  }

  /** A whole reference with an address of its own. */
  reference(entry: Entry | null, number: number | null): string {
    if (entry === null) return this.missingReference;
    return this.writer.reference(entry, number, this.anchor(entry.key), this.options.suppressesAuthor);
  }

  /** What an entry's address on its page is. */
  anchor(key: string): string {
    const { prefix } = this.options;
    return prefix === null ? key : `${prefix}-${key}`;
  }

  /** `{{ name }}` in an option's value; what there is nothing for stays. */
  interpolate(text: string): string {
    return text.replace(/\{\{[ \t\r\n\f\v]*([\w.]+)[ \t\r\n\f\v]*\}\}/g, (all, expression: string) => {
      const value = this.lookup(expression, this.frame);
      return isTruthy(value) ? toS(value) : all;
    });
  }

  /** A key as it is written, or what it is the name of. */
  keyOf(word: string): Value {
    const value = this.lookup(word, this.frame);
    return isTruthy(value) ? value : word;
  }

  /** The entry of a key, whatever the key is; `null` when there is none. */
  entryOf(key: Value): Entry | null {
    return typeof key === 'string' ? this.bibliography.entry(key) : null;
  }

  private get isUnsorted(): boolean {
    return this.options.isInCitedOrder || this.settings.get('sort_by') === 'none';
  }

  private findBibliography(): Bibliography {
    const { settings, options, config, frame } = this;
    const paths = bibliographyPaths(options.files, settings, config, (text) => this.interpolate(text));
    const isFree = options.removesDuplicates || settings.isOn('remove_duplicates');
    const matchFields = isFree ? options.matchFields : null;
    const asked = [paths, matchFields, settings.texts('bibtex_options'), settings.isOn('replace_strings')];
    const name = JSON.stringify([...asked, settings.isOn('join_strings')]);
    return frame.render.keep(`scholar bibliography\0${name}`, () =>
      readBibliography(paths, settings, matchFields, {
        config,
        depend: (key) => frame.depend(key),
        report: (diagnostic) => frame.report(diagnostic),
      }),
    );
  }

  private newWriter(): ReferenceWriter {
    const { settings, options, frame, config } = this;
    const style = options.style === null ? settings.text('style') : this.interpolate(options.style);
    const formatters = this.citations.formatters(config);
    return new ReferenceWriter(formatters, settings, style, frame);
  }
}
