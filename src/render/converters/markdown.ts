import type { Highlighter } from '../../highlight/highlighter.js';
import { createCommonMark, type Kramdown } from '../../markdown/index.js';
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
import { createSiteKramdown, kramdownHighlighter } from './kramdown.js';
import { markdownFailure } from './markdown-failure.js';

/** What converters of Markdown are made with. */
export interface MarkdownTools {
  readonly highlighter: Highlighter | null;
  /** Applied in this order. */
  readonly markdownItPlugins: readonly MarkdownItPlugin[];
  /** Told before kramdown is set up, for the first text. */
  readonly onKramdown: () => void;
  readonly report: (diagnostic: Diagnostic) => void;
}

/** kramdown, or CommonMark, which gives no warnings. */
type Processor = Pick<Kramdown, 'md' | 'render'>;

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
      processor ??= createProcessor(config, tools);
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

function createProcessor(config: Config, tools: MarkdownTools): Processor {
  const processor = chooseProcessor(config, tools);
  for (const plugin of tools.markdownItPlugins) plugin.apply(processor.md);
  return processor;
}

function chooseProcessor(config: Config, tools: MarkdownTools): Processor {
  switch (config.markdown) {
    case 'kramdown':
      tools.onKramdown();
      return withMathEngine(createSiteKramdown(config, tools.highlighter), config, tools.report);
    case 'commonmark':
    case 'commonmarkghpages':
      return createSiteCommonMark(config, tools);
    default:
      throw invalidProcessor(config);
  }
}

/** `math_engine: katex` is what kramdown-math-katex does, with the KaTeX of the site. */
function withMathEngine(kramdown: Kramdown, config: Config, report: MarkdownTools['report']): Kramdown {
  if (toS(config.kramdown.get('math_engine') ?? null) !== 'katex') return kramdown;
  const katex = loadKatex(config.directories.root);
  if (katex === null)
    report(messages.mathEngineMissing(config.placeOf(['kramdown', 'math_engine']) ?? undefined));
  else useKatex(kramdown.md, katex);
  return kramdown;
}

function createSiteCommonMark(
  { markdown, settings }: Config,
  { highlighter, report }: MarkdownTools,
): Processor {
  const section = settings.get('commonmark');
  const { md, problems, render } = createCommonMark(
    section instanceof Map ? section : null,
    highlighter,
    markdown === 'commonmarkghpages',
  );
  for (const problem of problems) report(messages.commonMarkSetting(problem));
  return { md, render: (text) => ({ html: render(text), warnings: [] }) };
}

/** Jekyll lists CommonMark only when its gem is there. */
function invalidProcessor({ settings, plugins }: Config): SiteError {
  const name = settings.get('markdown') ?? null;
  const available = ['kramdown', ...(plugins.includes('jekyll-commonmark') ? ['CommonMark'] : [])];
  return new SiteError(messages.invalidMarkdownProcessor(inspect(name), toS(name), available));
}
