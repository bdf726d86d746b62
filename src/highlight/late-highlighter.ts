import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { PreparedLexers } from './compile.js';
import type { createHighlighter } from './create-highlighter.js';
import type { Highlighter } from './highlighter.js';

/** Whether this is in the one file of the command line (esbuild.config.js), beside which the lexers are another. */
declare const __ONE_FILE__: boolean;

type HighlightModule = { readonly createHighlighter: typeof createHighlighter };

/**
 * A highlighter that is made, as `createHighlighter` makes it, when it is first asked: its lexers are many, and most pages have no code.
 *
 * @param runFile gives what a file of CommonJS exports, the same each time; default: Node's `require`
 */
export async function createLateHighlighter(
  prepared?: PreparedLexers,
  runFile: (file: string) => unknown = createRequire(import.meta.url),
): Promise<Highlighter> {
  const load = await prepareModule(runFile);
  let made: Highlighter | null = null;
  const highlighter = (): Highlighter => (made ??= load().createHighlighter(prepared));
  return {
    highlight: (code, language) => highlighter().highlight(code, language),
    guess: (code) => highlighter().guess(code),
  };
}

/** Rendering waits for nothing: modules, which Node loads in its own time, are loaded before. */
async function prepareModule(runFile: (file: string) => unknown): Promise<() => HighlightModule> {
  if (!__ONE_FILE__) {
    const module = await import('./create-highlighter.js');
    return () => module;
  }
  return () => runFile(fileURLToPath(new URL('highlight.cjs', import.meta.url))) as HighlightModule;
}
