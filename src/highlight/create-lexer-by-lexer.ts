/** What `highlight.cjs` holds (esbuild.config.js): a highlighter that begins to use a lexer with the first code of its language. */
import type { PreparedLexers } from './compile.js';
import type { Highlighter } from './highlighter.js';
import { createHighlighterOver } from './highlighter-over.js';
import { lateLexers } from './late-lexers.js';

/** A highlighter, as `createHighlighterOver` makes it. */
export function createHighlighter(prepared?: PreparedLexers): Highlighter {
  return createHighlighterOver(lateLexers, prepared);
}
