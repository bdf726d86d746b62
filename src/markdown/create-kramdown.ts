import markdownIt, { type Env, type MarkdownIt } from 'markdown-it';
import type { Highlighter } from '../highlight/highlighter.js';
import { envOf } from './env.js';
import { kramdown } from './kramdown.js';
import { templateBody } from './option-values.js';
import type { KramdownOptions } from './options.js';

/** A converted text. */
export interface RenderedMarkdown {
  readonly html: string;
  /** kramdown's warnings in its words, e.g. `Duplicate link ID 'a' on line 3 - overwriting`. */
  readonly warnings: readonly string[];
}

/** What is known about a text besides itself. */
export interface TextSource {
  /** Whether its encoding is ASCII. Ruby then cannot write a curly quote but as a number: `&#8217;`. */
  readonly isAscii: boolean;
  /** Whether its encoding, if it is another one, lacks the character of a code point. Default: it has all. */
  readonly lacks?: ((codePoint: number) => boolean) | undefined;
}

/** A converter for any number of texts. */
export interface Kramdown {
  /** The markdown-it instance, for plugins. */
  readonly md: MarkdownIt;
  /** Throws `MarkdownError` for a text that cannot be converted. */
  render(text: string, source?: TextSource): RenderedMarkdown;
}

/** Makes a converter; make one a site, it keeps no document's state. */
export function createKramdown(options: KramdownOptions, highlighter: Highlighter | null): Kramdown {
  const md = new markdownIt().use(kramdown, { options, highlighter });
  const { template } = options;
  return {
    md,
    render(text, { isAscii, lacks } = { isAscii: false }) {
      const env: Env = { lacks: isAscii ? isPastAscii : lacks };
      const html = md.render(text, env);
      return {
        html: template === '' ? html : template.replace(templateBody, () => html),
        warnings: envOf(env).warnings,
      };
    },
  };
}

function isPastAscii(codePoint: number): boolean {
  return codePoint > 0x7f;
}
