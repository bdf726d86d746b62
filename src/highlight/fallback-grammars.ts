import type { ScopeTokens } from './fallback-scopes.js';
import { Token } from './tokens.js';

/** A grammar of highlight.js, and what its scopes are in Rouge's lexer where that isn't usual. */
export interface Grammar {
  /** highlight.js's name, which is its file's. */
  readonly name: string;
  readonly tokens: ScopeTokens;
}

function grammar(name: string, tokens: ScopeTokens = {}): Grammar {
  return { name, tokens };
}

/**
 * The grammar for each of Rouge's languages, by its name, that has no lexer of ours: the language's own, or that of a
 * close relative. The tokens were found by comparing with Rouge 4.7 on code; a language is left out when that gave
 * hardly more than plain text.
 */
// biome-ignore format: a table, one language a line
export const grammars: Readonly<Record<string, Grammar>> = {
};
