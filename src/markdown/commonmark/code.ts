import type { MarkdownIt, Token } from 'markdown-it';
import type { Highlighter } from '../../highlight/highlighter.js';
import { escapeCode } from '../output/escape.js';

/** How one of the gems writes a block of code. */
export interface CodeWriter {
  /** The element, without a line end behind it. */
  write(token: Token, md: MarkdownIt): string;
  /** Whether it stands on lines of its own. */
  isBlock(token: Token, md: MarkdownIt): boolean;
}

/**
 * jekyll-commonmark: in the elements Jekyll's highlighting has; without a language, in the one it looks like.
 *
 * @param namesOnPre whether the language's name stands on `pre` instead of `code`
 */
export function codeOfJekyll(highlighter: Highlighter | null, namesOnPre: boolean): CodeWriter {
  return {
    isBlock: () => true,
    write(token, md) {
      const language = infoOf(token, md).split(/\s+/)[0] || null;
      const used = language ?? highlighter?.guess(token.content) ?? null;
      const html =
        (used === null ? null : highlighter?.highlight(token.content, used)) ?? escapeCode(token.content);
      const attribute = language === null ? '' : ` data-lang="${language}"`;
      const [onPre, onCode] = namesOnPre ? [attribute, ''] : ['', attribute];
      return (
        `<div class="${language === null ? '' : `language-${language} `}highlighter-rouge"><div class="highlight">` +
        `<pre class="highlight"${onPre}><code${onCode}>${html}</code></pre></div></div>`
      );
    },
  };
}

/**
 * jekyll-commonmark-ghpages: plain where Rouge does not know the language, and then without line ends around it.
 *
 * @param namesOnPre whether a plain one has its language's name on `pre` instead of `code`
 */
export function codeOfPages(highlighter: Highlighter | null, namesOnPre: boolean): CodeWriter {
  const highlight = (token: Token, language: string | null): string | null =>
    language === null ? null : (highlighter?.highlight(token.content, language) ?? null);
  const languageOf = (token: Token, md: MarkdownIt): string | null => {
    const info = infoOf(token, md);
    return info === '' ? null : (info.split(/[\s,]/)[0] ?? null);
  };
  return {
    isBlock: (token, md) => highlight(token, languageOf(token, md)) !== null,
    write(token, md) {
      const language = languageOf(token, md);
      const html = highlight(token, language);
      if (html !== null) {
        return (
          `<div class="language-${language} highlighter-rouge"><div class="highlight">` +
          `<pre class="highlight"><code>${html}</code></pre></div></div>`
        );
      }
      const [onPre, onCode] = namesOnPre
        ? [` lang="${language}"`, '']
        : ['', ` class="language-${language}"`];
      const named = language === null ? '<pre><code>' : `<pre${onPre}><code${onCode}>`;
      return `${named}${md.utils.escapeHtml(token.content)}</code></pre>`;
    },
  };
}

/** What stands behind the fence, references and escapes resolved. */
function infoOf(token: Token, md: MarkdownIt): string {
  return token.type === 'fence' ? md.utils.unescapeAll(token.info).trim() : '';
}
