import { include, type Lexer, rule, type StateEntry, wordSet } from '../lexer.js';
import type { LexerRun } from '../run.js';
import { Token } from '../tokens.js';

const commands = wordSet(`
  About Admitted Arguments Check Class CoFixpoint CoInductive Compute Context Corollary Defined Definition End Eval
  Example Existing Export Fixpoint Global Goal Hint Immediate Import Include Inductive Infix Instance Lemma Local
  Ltac Module Monomorphic Notation Opaque Polymorphic Print Printing Proof Qed Record Remark Require Rewrite Search
  SearchAbout Section Theorem Transparent Universe Universes Variable Variables
`);
const terms = wordSet(`
  Prop Set Type as else end forall fun if in let match return then
`);
const tactics = wordSet(`
  apply as at auto autorewrite beta cbn cbv clear compute constructor delta dependent destruct eapply eauto
  econstructor edestruct eexists erewrite etransitivity exfalso exists f_equal first fold generalize in induction
  injection instantiate intro intros inversion iota lazy native_compute red refine repeat revert rewrite
  setoid_rewrite simpl specialize split subst symmetry transitivity try unfold vm_compute with zeta
`);
const finishers = wordSet('assumption congruence eassumption exact omega reflexivity solve');

/** A name that was read and not yet yielded: what follows tells whether it qualifies another. */
interface Pending {
  name: string | undefined;
  isQualified: boolean;
}

const rest = "[\\p{L}\\p{N}_']";
const name = `(?:\\p{L}${rest}*|_${rest}+)`;
const symbol = String.raw`[\p{S}\p{Pc}./:<=>*+-]`;
const { Keyword, Punctuation, PunctuationIndicator, Whitespace } = Token;

/** Coq. A sentence starts with a name and ends with a dot before white space; between `Proof.` and `Qed.` there are bullets and braces, too. */
export const coq: Lexer<Pending> = {
  start: () => ({ name: undefined, isQualified: false }),
  states: () => ({
    root: [include('proof'), include('space'), include('options'), startSentence],
    proof: [
      rule(/(Proof)(\s*)(\.)(\s+)/i, [Keyword, Whitespace, PunctuationIndicator, Whitespace], 'in proof'),
    ],
    'in proof': [
      include('space'),
      include('options'),
      include('proof'),
      rule(
        /(Qed|Defined|Save|Admitted)(\s*)(\.)(\s+)/i,
        [Keyword, Whitespace, PunctuationIndicator, Whitespace],
        '#pop',
      ),
      rule(/-+|\++|\*+|[{}]/, Punctuation),
      rule(/(!|all|par)(:)/, [Token.KeywordPseudo, Punctuation]),
      rule(/\d+/, Token.NumberInteger, 'goals'),
      rule(new RegExp(`(\\[)(\\s*)(${name})(\\s*)(\\])(\\s*)(:)`), [
        Punctuation,
        Whitespace,
        Token.NameConstant,
        Whitespace,
        Punctuation,
        Whitespace,
        Punctuation,
      ]),
      startSentence,
    ],
    goals: [
      rule(/\s+/, Whitespace),
      rule(/(,)(\s*)(\d+)/, [Punctuation, Whitespace, Token.NumberInteger]),
      rule(/:/, Punctuation, '#pop'),
    ],

    space: [rule(/\(\*(?!\))/, Token.Comment, 'comment'), rule(/\s+/, Whitespace)],
    comment: [
      rule(/[^(*)]+/, Token.Comment),
      rule(/\(\*/, Token.Comment, '#push'),
      rule(/\*\)/, Token.Comment, '#pop'),
      rule(/[(*)]/, Token.Comment),
    ],
    options: [
      rule(/(Module)(\s+)(Type)(\s+)/, [Keyword, Whitespace, Keyword, Whitespace]),
      rule(
        /(Set|Unset)(\s+)(Universe|Printing|Implicit|Strict)(\s+)(?:(Polymorphism|All|Notations|Arguments|Universes|Implicit)(\s*))?(\.)/,
        [Keyword, Whitespace, Keyword, Whitespace, Keyword, Whitespace, PunctuationIndicator],
      ),
    ],

    sentence: [
      include('space'),
      include('options'),
      rule(/:=|=>|:>|[;:|_]/, Punctuation),
      rule(/->|\/\\|\\\/|[⇒→↔⇔≔≡∀∃∧∨¬⊤⊥⊢⊨∈λ]/, Token.Operator),
      rule(new RegExp(name), keepName, 'name'),
      rule(/\.(?=\s)/, PunctuationIndicator, '#pop'),
      ...literals,
      rule(/`\{|[{}[\]()?|,.]/, Punctuation),
      rule(/[!@^~#%/][!@^|~#.%/]*/, Token.Operator),
      rule(new RegExp(`${symbol}+`), Token.Operator),
      rule(/./, Token.Error),
    ],
    string: [rule(/[^"]+|""/, Token.StringDouble), rule(/"/, Token.StringDouble, '#pop')],

    // Right after a name.
    name: [
      rule(new RegExp(`\\.(${name})`), qualify),
      rule(/(\.)(\s+)/, endSentence, ['#pop', '#pop']),
      rule(/(?:)/, yieldName, '#pop'),
    ],
  }),
};

const startSentence = rule(new RegExp(name), keepName, ['sentence', 'name']);

const literals: StateEntry<Pending>[] = [
  rule(/-?\d[\d_]*(?:[^\d_\n][\d_]*)?e[+-]?\d[\d_]*/i, Token.NumberFloat),
  rule(/-?\d[\d_]*/, Token.NumberInteger),
  rule(/'(?:\\[\\"'ntbr ]|\\[0-9]{3}|\\x[\da-fA-F]{2})'/, Token.StringChar),
  rule(/'/, Keyword),
  rule(/"/, Token.StringDouble, 'string'),
  rule(new RegExp(`[~?]${name}`), Token.NameVariable),
];

function keepName({ memory }: LexerRun<Pending>, [text]: RegExpExecArray): void {
  memory.name = text;
  memory.isQualified = false;
}

function qualify(run: LexerRun<Pending>, [, next]: RegExpExecArray): void {
  run.token(Token.NameNamespace, run.memory.name);
  run.token(Punctuation, '.');
  run.memory.isQualified = true;
  run.memory.name = next;
}

function endSentence(run: LexerRun<Pending>, match: RegExpExecArray): void {
  yieldName(run);
  run.groups(match, PunctuationIndicator, Whitespace);
}

function yieldName(run: LexerRun<Pending>): void {
  const { name, isQualified } = run.memory;
  run.token(isQualified ? Token.NameConstant : classOf(name!), name);
  run.memory.name = undefined;
  run.memory.isQualified = false;
}

function classOf(word: string): Token {
  if (commands.has(word)) return Keyword;
  if (terms.has(word)) return Token.KeywordReserved;
  if (tactics.has(word)) return Token.KeywordPseudo;
  return finishers.has(word) ? Token.NameException : Token.NameConstant;
}
