/** Pages of BibTeX, `.bib` or `.bibtex`, as lists of references (jekyll-scholar 7.3.0, `BibTeXConverter`). */
import { LiquidError } from '../../liquid/errors.js';
import type { Config } from '../../model/config.js';
import { ConversionError, type Converter, type ConverterTools } from '../../model/plugin.js';
import { Bibliography, BibtexError } from './bibtex/bibliography.js';
import { filtersNamed } from './bibtex-settings.js';
import { Formatters } from './formatter.js';
import { ReferenceWriter } from './reference-writer.js';
import { ScholarSettings } from './settings.js';

/** Entries become references; what stands between them is Markdown. */
export function bibtexConverter(config: Config, tools: ConverterTools): Converter {
  const formatters = new Formatters(config);
  return {
    name: 'Jekyll::Scholar::BibTeXConverter',
    priority: 'highest',
    highlighterPrefix: null,
    highlighterSuffix: null,
    settings: ['scholar'],
    readsUnseen: true,
    matches: (extension) => /bib(?:tex)?$/i.test(extension),
    outputExtension: () => '.html',
    convert(text) {
      const settings = new ScholarSettings(config.settings.get('scholar') ?? null);
      try {
        return tools.markdownify(referencesIn(text, settings, formatters, tools));
      } catch (error) {
        if (error instanceof BibtexError || error instanceof LiquidError) {
          const hint = error instanceof LiquidError ? error.hint : null;
          throw new ConversionError(error.message, null, { cause: error, hint });
        }
        throw error;
      }
    },
  };
}

function referencesIn(
  text: string,
  settings: ScholarSettings,
  formatters: Formatters,
  { report }: ConverterTools,
): string {
  const { items } = new Bibliography(text, {
    isStrict: true,
    stripsLines: true,
    allowsMissingKeys: false,
    parsesNames: true,
    parsesMonths: true,
    filters: filtersNamed(settings.texts('bibtex_filters')),
  });
  const writer = new ReferenceWriter(formatters, settings, settings.text('style'), {
    depend: () => {},
    report,
  });
  return items.map((item) => (typeof item === 'string' ? item : writer.text(item, null))).join('\n');
}
