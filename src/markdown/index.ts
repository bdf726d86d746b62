/**
 * Markdown: kramdown's dialect on markdown-it (`utterson/markdown`).
 */
import markdownIt, { type Env, type MarkdownIt } from 'markdown-it';
import type { Highlighter } from '../highlight/highlighter.js';
import { envOf } from './env.js';
import { kramdown } from './kramdown.js';
import { templateBody } from './option-values.js';
import type { KramdownOptions } from './options.js';

export { MarkdownError } from './error.js';
export { type KramdownPluginOptions, kramdown } from './kramdown.js';
export { OptionError } from './option-values.js';
export { defaults, type KramdownOptions, readOptions } from './options.js';
export { createSmartyPants, type SmartyPants } from './smartypants.js';

/** A converted text. */
export interface RenderedMarkdown {
  readonly html: string;
  /** kramdown's warnings in its words, e.g. `Duplicate link ID 'a' on line 3 - overwriting`. */
  readonly warnings: readonly string[];
}

/** A converter for any number of texts. */
export interface Kramdown {
  /** The markdown-it instance, for plugins. */
  readonly md: MarkdownIt;
  /** Throws `MarkdownError` for a text that cannot be converted. */
  render(text: string): RenderedMarkdown;
}

/** Makes a converter; make one a site, it keeps no document's state. */
export function createKramdown(options: KramdownOptions, highlighter: Highlighter | null): Kramdown {
  const md = new markdownIt().use(kramdown, { options, highlighter });
  const { template } = options;
  return {
    md,
    render(text) {
      const env: Env = {};
      const html = md.render(text, env);
      return {
        html: template === '' ? html : template.replace(templateBody, () => html),
        warnings: envOf(env).warnings,
      };
    },
  };
}
