import type { PreparedLexers } from './compile.js';
import type { Highlighter } from './highlighter.js';
import { createHighlighterOver } from './highlighter-over.js';
import { lexers } from './lexers.js';

/** A highlighter, as `createHighlighterOver` makes it, with all lexers loaded. */
export function createHighlighter(prepared?: PreparedLexers): Highlighter {
  return createHighlighterOver(lexers, prepared);
}
