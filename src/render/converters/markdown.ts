import type { Highlighter } from '../../highlight/highlighter.js';
import type { MarkdownItPlugin } from '../../markdown/markdown-it-plugin.js';
import type { Config } from '../../model/config.js';
import { type Diagnostic, SiteError } from '../../model/diagnostic.js';
import type { Converter } from '../../model/plugin.js';
import * as messages from '../../report/messages.js';
import { type Encoding, writtenEncoding } from '../../ruby/encoding.js';
import { inspect } from '../../ruby/inspect.js';
import { toS } from '../../ruby/to-s.js';
import { isTruthy, type Value } from '../../ruby/value.js';
import { loadKatex } from '../../site/katex.js';
import { refuseText } from '../refuse-bytes.js';
import { useKatex } from './katex.js';
import { kramdownHighlighter, siteKramdownOptions } from './kramdown.js';
import { markdownFailure } from './markdown-failure.js';
import { createProcessor, type Processor, type ProcessorSetup } from './processor.js';

/** What converters of Markdown are made with. */
export interface MarkdownTools {
  readonly highlighter: Highlighter | null;
  /** Applied in this order. */
  readonly markdownItPlugins: readonly MarkdownItPlugin[];
  /** Told before kramdown is set up, for the first text. */
  readonly onKramdown: () => void;
  readonly report: (diagnostic: Diagnostic) => void;
}

/** What the conversion of Markdown goes by. */
export const MARKDOWN_SETTINGS = [
  'markdown',
  'kramdown',
  'commonmark',
  'markdown_it',
  'highlighter',
] as const;

/** Markdown to HTML (Jekyll 4.4.1, `Converters::Markdown`), for the extensions of `markdown_ext`. */
export function createMarkdownConverter(config: Config, tools: MarkdownTools): Converter {
  let processor: Processor | null = null;
  const encoding = writtenEncoding(config.encoding);
  const showsWarnings = isTruthy(config.kramdown.get('show_warnings') ?? null);
  return {
    name: 'Jekyll::Converters::Markdown',
    priority: 'normal',
    highlighterPrefix: '\n',
    highlighterSuffix: '\n',
    settings: MARKDOWN_SETTINGS,
    matches: (extension) => config.markdownExtensions.has(extension.toLowerCase()),
    outputExtension: () => '.html',
    convert(text, file, isAscii = false) {
      refuseText(text, file, config);
      processor ??= createSiteProcessor(config, tools);
      try {
        const { html, warnings } = processor.render(text, { isAscii, lacks: lackedIn(text, encoding) });
        if (showsWarnings) for (const warning of warnings) tools.report(messages.kramdownWarning(warning));
        return html;
      } catch (error) {
        throw markdownFailure(error, text, file);
      }
    },
  };
}

/** What the text's encoding lacks; a text with characters that the site's encoding lacks came from elsewhere, and is UTF-8. */
function lackedIn(text: string, encoding: Encoding): ((codePoint: number) => boolean) | undefined {
  if (encoding.isUtf8 || encoding.firstMissing(text) !== null) return undefined;
  return (codePoint) => encoding.firstMissing(String.fromCodePoint(codePoint)) !== null;
}

/** What the site's Markdown highlights with; CommonMark knows Rouge only. */
export function markdownHighlighter(config: Config): Value {
  return config.markdown.startsWith('commonmark') ? 'rouge' : kramdownHighlighter(config);
}

/** Makes a site's processor, and tells what its settings say in vain. */
function createSiteProcessor(config: Config, tools: MarkdownTools): Processor {
  if (config.markdown === 'kramdown') tools.onKramdown();
  const processor = createProcessor(processorSetup(config), tools.highlighter);
  for (const problem of processor.problems) tools.report(messages.commonMarkSetting(problem));
  if (usesKatex(config)) addKatex(processor, config, tools.report);
  for (const plugin of tools.markdownItPlugins) plugin.apply(processor.md);
  return processor;
}

/**
 * What a site's processor is made of.
 *
 * @throws ConversionError or SiteError for a configuration that none can be made of
 */
export function processorSetup(config: Config): ProcessorSetup {
  const section = config.settings.get('commonmark');
  switch (config.markdown) {
    case 'kramdown':
      return { kind: 'kramdown', options: siteKramdownOptions(config) };
    case 'commonmark':
    case 'commonmarkghpages':
      return {
        kind: 'commonmark',
        section: section instanceof Map ? section : null,
        isPages: config.markdown === 'commonmarkghpages',
      };
    default:
      throw invalidProcessor(config);
  }
}

/** Whether formulas are made ready by the site's KaTeX. */
export function usesKatex({ markdown, kramdown }: Config): boolean {
  return markdown === 'kramdown' && toS(kramdown.get('math_engine') ?? null) === 'katex';
}

/** `math_engine: katex` is what kramdown-math-katex does, with the KaTeX of the site. */
function addKatex({ md }: Processor, config: Config, report: MarkdownTools['report']): void {
  const katex = loadKatex(config.directories.root);
  if (katex === null)
    report(messages.mathEngineMissing(config.placeOf(['kramdown', 'math_engine']) ?? undefined));
  else useKatex(md, katex);
}

/** Jekyll lists CommonMark only when its gem is there. */
function invalidProcessor({ settings, plugins }: Config): SiteError {
  const name = settings.get('markdown') ?? null;
  const available = ['kramdown', ...(plugins.includes('jekyll-commonmark') ? ['CommonMark'] : [])];
  return new SiteError(messages.invalidMarkdownProcessor(inspect(name), toS(name), available));
}
