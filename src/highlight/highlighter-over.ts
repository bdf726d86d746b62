import { type CompiledLexer, compileLexer, type PreparedLexers } from './compile.js';
import { HtmlFormatter } from './formatter.js';
import { guessLanguage } from './guess.js';
import type { Highlighter } from './highlighter.js';
import { type Language, languages } from './languages.js';
import type { Lexer } from './lexer.js';
import type { LexerTable } from './lexers.js';
import { type FoundLexer, type LexerOptions, LexerRun, type LexerSource, noOptions } from './run.js';

/**
 * Makes a highlighter that writes what Rouge 4.7 writes. Lexers are prepared when first used and kept.
 *
 * @param table    gives the lexers
 * @param prepared where they are kept; give the same to several highlighters, and each finds what another prepared
 */
export function createHighlighterOver(table: LexerTable, prepared: PreparedLexers = new Map()): Highlighter {
  const lexers = new UsedLexers(table, prepared);
  return {
    highlight(code, language) {
      const found = lexers.find(language, code);
      if (found === null) return null;
      const formatter = new HtmlFormatter();
      new LexerRun(found.lexer, found.options, lexers, formatter.add).lex(code);
      return formatter.finish();
    },
    guess: (code) => guessLanguage(code, table),
  };
}

/** The languages by every name they have, and the lexers used so far. */
class UsedLexers implements LexerSource {
  private readonly byName = new Map<string, Language>();

  constructor(
    private readonly table: LexerTable,
    private readonly prepared: PreparedLexers,
  ) {
    for (const language of languages) {
      for (const name of [language.name, ...language.aliases]) this.byName.set(name, language);
    }
  }

  compiled(lexer: Lexer): CompiledLexer {
    let compiled = this.prepared.get(lexer);
    if (compiled === undefined) this.prepared.set(lexer, (compiled = compileLexer(lexer)));
    return compiled;
  }

  find(language: string, code: string): FoundLexer | null {
    const mark = language.indexOf('?');
    const name = mark === -1 ? language : language.slice(0, mark);
    const options = mark === -1 ? noOptions : readOptions(language.slice(mark + 1));
    const wanted = name === 'guess' ? (guessLanguage(code, this.table) ?? 'plaintext') : name;
    const found = this.byName.get(wanted);
    return found === undefined ? null : { lexer: this.table[found.name]!(), options };
  }
}

/** Reads `start_inline=1&funcnamehighlighting=0`; of a repeated option the last counts. */
function readOptions(query: string): LexerOptions {
  return new Map(new URLSearchParams(query));
}
