/**
 * The `kramdown` section as templates see it once Jekyll has made its converter, which writes its settings back (Jekyll 4.4.1,
 * `KramdownParser#setup`). Jekyll does so at the first conversion; here it is so from the start.
 */
import { isTruthy, type RubyHash } from '../ruby/value.js';

/** The settings with the section completed, unless another Markdown processor is chosen. */
export function withKramdownSetup(settings: RubyHash): RubyHash {
  const section = settings.get('kramdown');
  if (!(section instanceof Map) || settings.get('markdown') !== 'kramdown') return settings;
  const kramdown: RubyHash = new Map(section);
  setUnlessTrue(kramdown, 'syntax_highlighter', fallbackHighlighter(kramdown, settings));
  const options = kramdown.get('syntax_highlighter_opts');
  const highlighterOptions: RubyHash = new Map(options instanceof Map ? options : []);
  setUnlessTrue(highlighterOptions, 'default_lang', 'plaintext');
  highlighterOptions.set('guess_lang', kramdown.get('guess_lang') ?? null);
  kramdown.set('syntax_highlighter_opts', highlighterOptions);
  setUnlessTrue(kramdown, 'coderay', new Map());
  return new Map(settings).set('kramdown', kramdown);
}

function fallbackHighlighter(kramdown: RubyHash, settings: RubyHash): string {
  if (isTruthy(kramdown.get('enable_coderay') ?? null)) return 'coderay';
  const highlighter = settings.get('highlighter');
  return typeof highlighter === 'string' ? highlighter : 'rouge';
}

function setUnlessTrue(hash: RubyHash, key: string, value: RubyHash | string): void {
  if (!isTruthy(hash.get(key) ?? null)) hash.set(key, value);
}
