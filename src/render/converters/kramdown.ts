/** kramdown as a site sets it up (Jekyll 4.4.1, `Converters::Markdown::KramdownParser`). */
import { type KramdownOptions, OptionError, readOptions } from '../../markdown/index.js';
import type { Config } from '../../model/config.js';
import { ConversionError } from '../../model/plugin.js';
import { toS } from '../../ruby/to-s.js';
import { isTruthy, type RubyHash, type Value } from '../../ruby/value.js';

/**
 * What the site's kramdown goes by.
 *
 * @throws ConversionError for what it cannot be made of
 */
export function siteKramdownOptions(config: Config): KramdownOptions {
  checkInput(toS(config.kramdown.get('input') ?? 'kramdown'));
  checkHighlighter(kramdownHighlighter(config));
  const { footnotesHaveRoles } = config.generation;
  return { ...readSettings(completedKramdown(config)), footnote_roles: footnotesHaveRoles };
}

/** What kramdown highlights with: its own setting, the site's, or Rouge. */
export function kramdownHighlighter({ kramdown, settings }: Config): Value {
  const names = [kramdown.get('syntax_highlighter') ?? null, settings.get('highlighter') ?? null];
  return names.find(isTruthy) ?? 'rouge';
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
 * The site's `kramdown` section as Jekyll completes it in place when the first text is converted; templates see it so from then on
 * (Jekyll 4.4.1, `KramdownParser#setup`).
 */
export function completedKramdown(config: Config): RubyHash {
  const kramdown: RubyHash = new Map(config.kramdown);
  kramdown.set('syntax_highlighter', kramdownHighlighter(config));
  const options = kramdown.get('syntax_highlighter_opts');
  const completed: RubyHash = new Map(options instanceof Map ? options : []);
  ensure(completed, 'default_lang', 'plaintext');
  completed.set('guess_lang', kramdown.get('guess_lang') ?? null);
  kramdown.set('syntax_highlighter_opts', completed);
  ensure(kramdown, 'coderay', new Map());
  return kramdown;
}

function ensure(hash: RubyHash, key: string, value: Value): void {
  if (!isTruthy(hash.get(key) ?? null)) hash.set(key, value);
}
