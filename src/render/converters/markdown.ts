import type { Highlighter } from '../../highlight/highlighter.js';
import {
  createKramdown,
  type Kramdown,
  type KramdownOptions,
  MarkdownError,
  OptionError,
  readOptions,
} from '../../markdown/index.js';
import type { Config } from '../../model/config.js';
import { type Diagnostic, SiteError } from '../../model/diagnostic.js';
import { ConversionError, type Converter } from '../../model/plugin.js';
import * as messages from '../../report/messages.js';
import { inspect } from '../../ruby/inspect.js';
import { toS } from '../../ruby/to-s.js';
import { isTruthy, type RubyHash, type Value } from '../../ruby/value.js';

/** Markdown to HTML (Jekyll 4.4.1, `Converters::Markdown`): kramdown, for the extensions of `markdown_ext`. */
export function createMarkdownConverter(
  config: Config,
  highlighter: Highlighter | null,
  report: (diagnostic: Diagnostic) => void,
): Converter {
  let kramdown: Kramdown | null = null;
  const showsWarnings = isTruthy(config.kramdown.get('show_warnings') ?? null);
  return {
    name: 'Jekyll::Converters::Markdown',
    priority: 'normal',
    highlighterPrefix: '\n',
    highlighterSuffix: '\n',
    matches: (extension) => config.markdownExtensions.has(extension.toLowerCase()),
    outputExtension: () => '.html',
    convert(text) {
      kramdown ??= createProcessor(config, highlighter);
      const { html, warnings } = render(kramdown, text);
      if (showsWarnings) for (const warning of warnings) report(messages.kramdownWarning(warning));
      return html;
    },
  };
}

/** What kramdown highlights with: its own setting, the site's, or Rouge. */
export function kramdownHighlighter({ kramdown, settings }: Config): Value {
  const names = [kramdown.get('syntax_highlighter') ?? null, settings.get('highlighter') ?? null];
  return names.find(isTruthy) ?? 'rouge';
}

function createProcessor(config: Config, highlighter: Highlighter | null): Kramdown {
  if (config.markdown === 'kramdown') {
    completeSettings(config);
    checkInput(toS(config.kramdown.get('input') ?? 'kramdown'));
    checkHighlighter(kramdownHighlighter(config));
    return createKramdown(readSettings(config.kramdown), highlighter);
  }
  const name = config.settings.get('markdown') ?? null;
  throw new SiteError(messages.invalidMarkdownProcessor(inspect(name), toS(name), ['kramdown']));
}

/** kramdown's parsers by the name of their class; the first letter may be written small. */
const PARSERS: ReadonlySet<string> = new Set(['Kramdown', 'GFM']);
const UNSUPPORTED_PARSERS: ReadonlySet<string> = new Set(['Html', 'Markdown']);

function checkInput(input: string): void {
  const name = input.charAt(0).toUpperCase() + input.slice(1);
  if (PARSERS.has(name)) return;
  throw new ConversionError(
    UNSUPPORTED_PARSERS.has(name)
      ? `kramdown's input format ${input} is not supported yet`
      : `kramdown has no parser to handle the specified input format: ${input}`,
  );
}

/** A name kramdown does not know highlights nothing; this one it knows. */
function checkHighlighter(name: Value): void {
  if (name === 'coderay') throw new ConversionError("kramdown's syntax_highlighter coderay is not supported");
}

function readSettings(kramdown: RubyHash): KramdownOptions {
  try {
    return readOptions(kramdown);
  } catch (error) {
    if (!(error instanceof OptionError)) throw error;
    throw new ConversionError(error.message, null, { cause: error });
  }
}

/**
 * Jekyll completes the site's own `kramdown` section when the first text is converted; templates see it from then on (Jekyll 4.4.1,
 * `KramdownParser#setup`).
 */
function completeSettings(config: Config): void {
  const { kramdown } = config;
  const ensure = (hash: RubyHash, key: string, value: Value): void => {
    if (!isTruthy(hash.get(key) ?? null)) hash.set(key, value);
  };
  kramdown.set('syntax_highlighter', kramdownHighlighter(config));
  const options = kramdown.get('syntax_highlighter_opts');
  const completed: RubyHash = new Map(options instanceof Map ? options : []);
  ensure(completed, 'default_lang', 'plaintext');
  completed.set('guess_lang', kramdown.get('guess_lang') ?? null);
  kramdown.set('syntax_highlighter_opts', completed);
  ensure(kramdown, 'coderay', new Map());
}

function render(kramdown: Kramdown, text: string): ReturnType<Kramdown['render']> {
  try {
    return kramdown.render(text);
  } catch (error) {
    if (!(error instanceof MarkdownError)) throw error;
    throw new ConversionError(error.message, null, { cause: error });
  }
}
