import type { PreparedLexers } from './compile.js';
import type { createHighlighter } from './create-highlighter.js';
import type { Highlighter } from './highlighter.js';

/** Whether all modules are in one file (esbuild.config.js), which can begin to use one at any moment. */
declare const __ONE_FILE__: boolean;

type HighlightModule = { readonly createHighlighter: typeof createHighlighter };

/** A highlighter that is made, as `createHighlighter` makes it, when it is first asked: its lexers are many, and most pages have no code. */
export async function createLateHighlighter(prepared?: PreparedLexers): Promise<Highlighter> {
  const load = await prepareModule();
  let made: Highlighter | null = null;
  const highlighter = (): Highlighter => (made ??= load().createHighlighter(prepared));
  return {
    highlight: (code, language) => highlighter().highlight(code, language),
    guess: (code) => highlighter().guess(code),
  };
}

/** Rendering waits for nothing: where modules are files, they are loaded before. */
async function prepareModule(): Promise<() => HighlightModule> {
  if (__ONE_FILE__) return () => require('./create-highlighter.js') as HighlightModule;
  const module = await import('./create-highlighter.js');
  return () => module;
}
