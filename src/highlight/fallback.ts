import { createRequire } from 'node:module';
import { type Grammar, grammars } from './fallback-grammars.js';
import { type Scope, ScopeReader } from './fallback-scopes.js';
import { type Lexer, rule } from './lexer.js';

/** What is used of highlight.js 11; its own types bring in those of the browser. */
interface HighlightJs {
  newInstance(): HighlightJs;
  configure(options: { __emitter: new () => PieceCollector }): void;
  registerLanguage(name: string, definition: unknown): void;
  highlight(
    code: string,
    options: { language: string; ignoreIllegals: boolean },
  ): { readonly _emitter: PieceCollector; readonly errorRaised?: Error };
}

/** A piece of code between two scope borders. */
interface Piece {
  readonly scope: Scope | null;
  readonly text: string;
}

/**
 * Lexers for languages without one of our own: highlight.js recognises the parts of the code, and its scopes are taken
 * for Rouge's tokens. What comes out resembles Rouge's output; it isn't exact. The library and a grammar are loaded when first used,
 * from the package's own copy (`imports` in package.json).
 */
export class FallbackLexers {
  private readonly require = createRequire(import.meta.url);
  private readonly lexers = new Map<string, Lexer>();
  private library: HighlightJs | null = null;

  /** The lexer for a language by Rouge's name, `null` if highlight.js has no grammar that serves. */
  find(name: string): Lexer | null {
    const grammar = grammars[name];
    if (grammar === undefined) return null;
    let lexer = this.lexers.get(name);
    if (lexer === undefined) this.lexers.set(name, (lexer = this.create(grammar)));
    return lexer;
  }

  private create(grammar: Grammar): Lexer {
    const library = (this.library ??= this.loadLibrary());
    library.registerLanguage(grammar.name, this.require(`#highlight.js/languages/${grammar.name}`));
    const reader = new ScopeReader(grammar.tokens);
    return {
      states: () => ({
        root: [
          rule(/.+/s, (run, [code]) => {
            for (const { scope, text } of recognise(library, grammar.name, code)) {
              reader.read(scope, text, (token, part) => run.token(token, part));
            }
          }),
        ],
      }),
    };
  }

  private loadLibrary(): HighlightJs {
    const library = (this.require('#highlight.js/core') as HighlightJs).newInstance();
    library.configure({ __emitter: PieceCollector });
    return library;
  }
}

/** The pieces of the code. What the library fails on (it stops at what might be an endless loop) is one piece. */
function recognise(library: HighlightJs, language: string, code: string): readonly Piece[] {
  const { _emitter, errorRaised } = library.highlight(code, { language, ignoreIllegals: true });
  return errorRaised === undefined ? _emitter.pieces : [{ scope: null, text: code }];
}

/** Takes what highlight.js finds, in place of its maker of HTML. It asks for these methods by these names. */
class PieceCollector {
  readonly pieces: Piece[] = [];
  private scope: Scope | null = null;

  addText(text: string): void {
    if (text !== '') this.pieces.push({ scope: this.scope, text });
  }

  openNode(name: string): void {
    this.scope = { name, parent: this.scope };
  }

  closeNode(): void {
    this.scope = this.scope?.parent ?? null;
  }

  startScope(name: string): void {
    this.openNode(name);
  }

  endScope(): void {
    this.closeNode();
  }

  /** Code of another language inside: there is no grammar registered for it, so it is text. */
  __addSublanguage({ pieces }: PieceCollector): void {
    for (const { text } of pieces) this.addText(text);
  }

  finalize(): void {
    this.scope = null;
  }

  /** Asked for with each result. */
  toHTML(): string {
    return '';
  }
}
