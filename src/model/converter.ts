import type { Diagnostic } from './diagnostic.js';
import type { Document, Page } from './page.js';
import type { PluginPriority } from './plugin-priority.js';

/** Turns a file's text into another format. All that match the file's extension run, each on what the one before it made. */
export interface Converter {
  /** As Jekyll names its class in messages, e.g. `Jekyll::Converters::Markdown`. */
  readonly name: string;
  /** When it runs; of those that match a file, the last but one decides on the output's extension. */
  readonly priority: PluginPriority;
  /** Put before what the `highlight` tag writes on pages whose first converter this is, e.g. a line end; `null` for nothing. */
  readonly highlighterPrefix: string | null;
  /** The same, put behind. */
  readonly highlighterSuffix: string | null;
  /** Keys of the configuration that the conversion goes by, e.g. `['sass']`: what it makes is made again when one of them changes. */
  readonly settings?: readonly string[];
  /** That its class comes from that of a built-in one: it then runs before that (Jekyll 4.4.1, `Plugin.descendants`). */
  readonly isDerived?: true;
  /** That it goes by more than the text and its settings, such as other files: what it makes is made again at every build. */
  readonly readsUnseen?: boolean;
  /**
   * Whether it takes files with this extension; asked once per extension and build.
   *
   * @param extension with the dot, as in the file name, e.g. `.md`; `''` for none
   */
  matches(extension: string): boolean;
  /** The output's extension for such a file, e.g. `.html`. */
  outputExtension(extension: string): string;
  /**
   * Converts a text, after Liquid and before layouts. What it cannot convert it answers with a `ConversionError`.
   *
   * @param text    what Liquid, or the converter before, made of the file's body
   * @param file    the page in hand; `null` for text that belongs to none (a filter's input) or is a part (an excerpt)
   * @param isAscii whether the text's encoding in Ruby is US-ASCII: it starts with what Liquid made of no string, such as a number, and
   *                is ASCII throughout. kramdown then writes `&#8217;` for a curly quote; default false
   * @param excerptOf the page or document whose excerpt the text is; `null` or left out for none
   * @returns the text, or the text with pages that came up on the way
   */
  convert(
    text: string,
    file: Page | Document | null,
    isAscii?: boolean,
    excerptOf?: Page | Document | null,
  ): string | Conversion;
}

/** What a plugin's converters may ask of the build. */
export interface ConverterTools {
  /** Markdown to HTML with the site's converter. */
  markdownify(text: string): string;
  /** Tells the user of something wrong; an error makes the build fail, though not at once. */
  report(diagnostic: Diagnostic): void;
}

/** Text that a converter cannot convert; the build adds which converter and which file. */
export class ConversionError extends Error {
  /** What to do about it, when that is known. */
  readonly hint: string | null;

  /**
   * @param message why, as the converter's own library says it
   * @param place   where, when that is known better than the file in hand: a path from the site's folder, line and column from 1
   * @param options the error behind it, and what to do about it, if known
   */
  constructor(
    message: string,
    readonly place: { readonly file: string; readonly line: number; readonly column: number } | null = null,
    options?: { readonly cause?: unknown; readonly hint?: string | null },
  ) {
    super(message, options);
    this.name = 'ConversionError';
    this.hint = options?.hint ?? null;
  }
}

/** The result of a converter that makes more than one file, such as a style sheet with its source map. */
export interface Conversion {
  /** The converted text. */
  readonly text: string;
  /** Pages to render after all others; their `url` and `outputPath` are `''`, for the build to fill in. */
  readonly pages: readonly Page[];
}
