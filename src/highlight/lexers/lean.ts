import { type Lexer, rule, when, wordSet } from '../lexer.js';
import type { LexerRun } from '../run.js';
import { Token } from '../tokens.js';

const keywords = wordSet(`
  #check #eval #print #reduce abbreviation add_rewrite alias assume axiom begin by calc calc_refl calc_subst calc_trans
  coercion conjecture constant constants context corollary def definition end example exit export expose exposing extends
  from fun have help hiding hott hypothesis import include including inductive infix infixl infixr inline instance
  irreducible lemma match namespace notation opaque opaque_hint open options parameter parameters postfix precedence
  prefix private protected reducible renaming repeat section set_option show tactic_hint theorem universe universes using
  variable variables with
`);
const types = wordSet('Prop Sort Type');

const afterDashes = /[^-]/g;
const spaceAfterDash = /(?<=-)[ \t-\r]/g;

/** Lean 3. A comment needs white space behind its dashes, and takes that before them, too. */
export const lean: Lexer = {
  states: () => ({
    root: [
      rule(/\s+--+\s+.*/, Token.CommentDoc),
      when((run) => run.meets(afterDashes, spaceAfterDash), rule(/--+\s+.*/, Token.CommentDoc)),
      rule(/"/, Token.String, 'string'),
      rule(/\d+/, Token.NumberInteger),
      rule(/#?\w+/, lexWord),
      rule(/λ/, Token.Keyword),
      rule(/:=?/, Token.Text),
      rule(/\.\d*/, Token.Operator),
      rule(/[!#&*+/@`;<=>|~∀Π↔∧∨≠≤≥⊎¬⬝▸→∃ℕℤ≈×⌞⌟≡⟨⟩-]|⁻¹/, Token.Operator),
      rule(/[\s(),[\]αβ‹›]+/, Token.Text),
    ],
    string: [
      rule(/"/, Token.String, '#pop'),
      rule(/\\/, Token.StringEscape, 'escape'),
      rule(/[^\\"]+/, Token.String),
    ],
    escape: [rule(/[nrt"'\\]|[xX][\da-fA-F]+/, Token.StringEscape, '#pop')],
  }),
};

function lexWord(run: LexerRun, [word]: RegExpExecArray): void {
  if (keywords.has(word)) run.token(Token.Keyword, word);
  else run.token(types.has(word) ? Token.KeywordType : Token.Name, word);
}
