/** The converters of a file, by its extension, and running them (Jekyll 4.4.1, `Renderer#convert`, `#output_ext`). */
import type { RenderedText } from '../liquid/engine.js';
import type { Profile } from '../liquid/run/profile.js';
import type { DependencyKey } from '../model/dependency.js';
import { SiteError } from '../model/diagnostic.js';
import type { Page, Renderable } from '../model/page.js';
import { ConversionError, type Converter, PLUGIN_PRIORITIES } from '../model/plugin.js';
import * as messages from '../report/messages.js';
import type { Recorder } from '../reuse/recorder.js';

/** What a chain of converters made. */
export interface Converted {
  readonly text: string;
  /** Pages that came up on the way, e.g. source maps. */
  readonly pages: readonly Page[];
}

/** Whose text is converted. */
export interface TextOwner {
  /** The page in hand; its converters may use more than its text. */
  readonly file: Renderable;
  /** As messages name it. */
  readonly path: string;
  readonly isExcerpt?: boolean;
}

/** The converters of an extension, and what they go by. */
interface Chain {
  readonly converters: readonly Converter[];
  /** `markdown_ext` decides which converters take an extension. */
  readonly keys: readonly DependencyKey[];
}

/** All converters of one build. */
export class ConverterChains {
  private readonly byPriority: readonly Converter[];
  private readonly chains = new Map<string, Chain>();

  constructor(
    converters: readonly Converter[],
    private readonly recorder: Recorder,
    private readonly markdown: Converter,
    private readonly onKnownMarkdown: () => void,
    private readonly profile: Profile | null,
  ) {
    this.byPriority = [...converters].sort(
      (a, b) => PLUGIN_PRIORITIES[b.priority] - PLUGIN_PRIORITIES[a.priority],
    );
  }

  /** Those that take files with this extension, in the order in which they run. */
  for(extension: string): readonly Converter[] {
    return this.chainFor(extension).converters;
  }

  private chainFor(extension: string): Chain {
    let chain = this.chains.get(extension);
    if (chain === undefined) {
      const converters = this.byPriority.filter((converter) => converter.matches(extension));
      const settings = converters.flatMap((converter) => converter.settings ?? []);
      const isUnseen = converters.some(({ readsUnseen }) => readsUnseen);
      const keys = ['markdown_ext', ...settings].map((key) => `config:${key}` as const);
      chain = { converters, keys: isUnseen ? [...keys, 'unseen'] : keys };
      this.chains.set(extension, chain);
    }
    return chain;
  }

  /** What Markdown goes by besides its text; `null` for a file that more than Markdown converts, or what nobody sees. */
  markdownKeys({ extension }: Renderable): readonly DependencyKey[] | null {
    const { converters, keys } = this.chainFor(extension);
    return converters.length === 2 && converters[0] === this.markdown && !keys.includes('unseen')
      ? keys
      : null;
  }

  /** Records a conversion of Markdown whose outcome is known. */
  recallMarkdown(file: Renderable): void {
    this.recorder.dependOnAll(this.chainFor(file.extension).keys);
    this.noteMarkdown();
  }

  /** Notes that a text of Markdown would have been converted. */
  noteMarkdown(): void {
    this.onKnownMarkdown();
  }

  /** What Markdown makes of a text by itself; `null` where it fails. Nothing is recorded. */
  plainMarkdown(text: string): string | null {
    try {
      return this.markdown.convert(text, null) as string;
    } catch {
      return null;
    }
  }

  /** The last converter but one decides: the last is the one that changes nothing. */
  outputExtension(extension: string): string {
    const extensions = this.for(extension).map((converter) => converter.outputExtension(extension));
    return extensions.at(-2) ?? extensions.at(-1) ?? extension;
  }

  convert({ text, isAscii }: RenderedText, { file, path, isExcerpt = false }: TextOwner): Converted {
    const pages: Page[] = [];
    let current = text;
    const { converters, keys } = this.chainFor(file.extension);
    this.recorder.dependOnAll(keys);
    for (const converter of converters) {
      const convert = (): ReturnType<Converter['convert']> =>
        converter.convert(current, isExcerpt ? null : file, isAscii, isExcerpt ? file : null);
      const { profile } = this;
      const result = attempt(converter, path, () =>
        profile === null ? convert() : profile.span('conversion', converter.name, convert),
      );
      if (typeof result === 'string') {
        current = result;
      } else {
        current = result.text;
        pages.push(...result.pages);
      }
    }
    return { text: current, pages };
  }
}

function attempt<T>(converter: Converter, path: string, convert: () => T): T {
  try {
    return convert();
  } catch (error) {
    if (!(error instanceof ConversionError)) throw error;
    throw new SiteError({
      ...messages.conversionError(converter.name, path, error.message, error.place ?? { file: path }),
      cause: error,
      ...(error.hint === null ? {} : { hint: error.hint }),
    });
  }
}
