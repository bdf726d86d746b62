/**
 * Quotes, dashes and ellipses in text that is HTML otherwise: the filter `smartify`. It is kramdown with two block rules and four
 * span rules. Origin: Jekyll 4.4.1, `Converters::SmartyPants` and `Kramdown::Parser::SmartyPants`.
 */
import markdownIt, { type Env, type StateBlock } from 'markdown-it';
import type { KramdownBlockState } from './block/state.js';
import type { RenderedMarkdown } from './create-kramdown.js';
import { envOf } from './env.js';
import { kramdown } from './kramdown.js';
import type { KramdownOptions } from './options.js';

/** A converter for any number of texts. */
export interface SmartyPants {
  /** Without the last line end. */
  render(text: string): RenderedMarkdown;
}

/** Makes a converter; make one a site, it keeps no document's state. */
export function createSmartyPants(options: KramdownOptions): SmartyPants {
  const md = new markdownIt().use(kramdown, { options: { ...options, input: 'SmartyPants' } });
  // every block state is a KramdownBlockState: kramdown's parser makes them
  md.block.ruler.push('content', (state: StateBlock) => content(state as KramdownBlockState));
  md.block.ruler.enableOnly(['kramdown_block_html', 'content']);
  md.inline.ruler.enableOnly(['text', 'smart_quotes', 'entity', 'typographic_syms', 'html_inline']);
  return {
    render(text) {
      const env: Env = {};
      const html = md.render(text, env).replace(/\n$/, '');
      return { html, warnings: envOf(env).warnings };
    },
  };
}

/** A line that starts no HTML: text, together with the lines before it. */
function content(state: KramdownBlockState): boolean {
  const { line, tokens } = state;
  const text = state.src.slice(state.pos, state.eMarks[line]! + 1);
  const last = state.lastBlock && tokens.at(-1);
  if (last?.type === 'inline') {
    last.content += text;
    last.map![1] = line + 1;
  } else state.addPlainBlock('other', state.pushInline(text, line, line + 1));
  state.line++;
  return true;
}
