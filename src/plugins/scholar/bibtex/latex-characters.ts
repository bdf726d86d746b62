/** The commands of LaTeX that latex-decode 0.4.2 knows, and the characters they print. */

/** `name character` again and again. */
function table(...lines: readonly string[]): ReadonlyMap<string, string> {
  const words = lines.join(' ').split(' ');
  const pairs = Array.from({ length: words.length / 2 }, (_, at): [string, string] => [
    words[2 * at]!,
    words[2 * at + 1]!,
  ]);
  return new Map(pairs);
}

function combining(marks: Readonly<Record<string, number>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(marks).map(([name, code]) => [name, String.fromCharCode(code)]));
}

/** Accents that are written as signs: grave, acute, circumflex, tilde, macron, dot, diaeresis. */
export const ACCENTS = combining({
  '`': 0x300,
  "'": 0x301,
  '^': 0x302,
  '~': 0x303,
  '=': 0x304,
  '.': 0x307,
  "''": 0x308,
  '"': 0x308,
});

/** Accents that are written as letters: ring, double acute, breve, caron, double grave, hooks, dots, cedilla, ogonek, bars, tie. */
export const DIACRITICS = combining({
  r: 0x30a,
  H: 0x30b,
  u: 0x306,
  v: 0x30c,
  G: 0x30f,
  M: 0x322,
  d: 0x323,
  c: 0x327,
  k: 0x328,
  b: 0x331,
  B: 0x335,
  t: 0x361,
});

/** Letters of their own. */
export const LETTERS = table('AA Å AE Æ L Ł O Ø aa å ae æ l ł o ø');

/** Quotation marks, dashes and other signs in texts. */
export const PUNCTUATION = table(
  'textendash – textemdash — dots … textbullet • dag † ddag ‡ textreferencemark ※ textinterrobang ‽',
  "textquoteleft ‘ textquoteright ’ quotesinglbase ‚ textquotedblleft “ textquotedblright ” quotedblbase „ textquotesingle '",
  'guilsinglleft ‹ guilsinglright › langle ⟨ rangle ⟩ textoverline ‾ textperthousand ‰ textpertenthousand ‱',
  'textasciicircum ^ textasciitilde ~ textbackslash \\',
);

/** Runs of hyphens and quotation marks; longer runs of hyphens are left out. */
export const MARKS = table("- - -- – --- — ` ‘ `` “ ' ’ '' ”");

/** Symbols, most of them of mathematics. */
export const SYMBOLS = table(
  'ss ß tone1 ˩ tone2 ˨ tone3 ˧ tone4 ˦ tone5 ˥',
  'euro € texteuro € textcolonmonetary ₡ textdong ₫ textlira ₤ textnaira ₦ textwon ₩ textnumero № texttrademark ™',
  'leftarrow ← rightarrow → uparrow ↑ downarrow ↓ leftrightarrow ↔ updownarrow ↕ Leftrightarrow ⇔ Rightarrow ⇒ leadsto ↝',
  'rightleftharpoons ⇌ multimap ⊸ forall ∀ exists ∃ nexists ∄ set ∅ complement ∁ partial ∂ nabla ∇ Delta ∆ infty ∞ surd √',
  'propto ∝ in ∈ ni ∋ notin ∉ mid ∣ nmid ∤ parallel ∥ nparallel ∦ angle ∠ measuredangle ∡ sphericalangle ∢',
  'sum ∑ prod ∏ coprod ∐ int ∫ iint ∬ iiint ∭ oint ∮ wedge ∧ vee ∨ cap ∩ cup ∪ bigwedge ⋀ bigvee ⋁ bigcap ⋂ bigcup ⋃',
  'mp ∓ dotplus ∔ setminus ∖ ast ∗ circ ∘ bullet ∙ cdot ⋅ star ⋆ diamond ⋄ divideontimes ⋇ bowtie ⋈ wr ≀ intercal ⊺',
  'therefore ∴ because ∵ sim ∼ backsim ∽ nsim ≁ simeq ≃ backsimeq ⋍ cong ≅ ncong ≇ approx ≈ approxeq ≊ asymp ≍',
  'Bumpeq ≎ bumpeq ≏ doteq ≐ doteqdot ≑ fallingdotseq ≒ risingdotseq ≓ eqcirc ≖ circeq ≗ triangleq ≜ neq ≠ equiv ≡',
  'leq ≤ geq ≥ leqq ≦ geqq ≧ lneqq ≨ gneqq ≩ lnsim ⋦ gnsim ⋧ ll ≪ gg ≫ lll ⋘ ggg ⋙ nless ≮ ngtr ≯ nleq ≰ ngeq ≱',
  'lesssim ≲ gtrsim ≳ lessgtr ≶ gtrless ≷ lesseqgtr ⋚ gtreqless ⋛ lessdot ⋖ gtrdot ⋗ between ≬ pitchfork ⋔',
  'prec ≺ succ ≻ preccurlyeq ≼ succcurlyeq ≽ curlyeqprec ⋞ curlyeqsucc ⋟ precsim ≾ succsim ≿ precnsim ⋨ succnsim ⋩',
  'nprec ⊀ nsucc ⊁ subset ⊂ supset ⊃ subseteq ⊆ supseteq ⊇ nsubseteq ⊈ nsupseteq ⊉ subsetneq ⊊ supsetneq ⊋ Subset ⋐',
  'Supset ⋑ Cap ⋒ Cup ⋓ uplus ⊎ sqsubset ⊏ sqsupset ⊐ sqsubseteq ⊑ sqsupseteq ⊒ sqcap ⊓ sqcup ⊔',
  'oplus ⊕ ominus ⊖ otimes ⊗ oslash ⊘ odot ⊙ circledcirc ⊚ circledast ⊛ circleddash ⊝ boxplus ⊞ boxminus ⊟ boxtimes ⊠',
  'boxdot ⊡ Box □ vdash ⊢ dashv ⊣ top ⊤ bot ⊥ Vdash ⊩ Vvdash ⊪ nVdash ⊮ lhd ⊲ rhd ⊳ unlhd ⊴ unrhd ⊵',
  'ntriangleleft ⋪ ntriangleright ⋫ ntrianglelefteq ⋬ ntrianglerighteq ⋭ veebar ⊻ barwedge ⊼ curlyvee ⋎ curlywedge ⋏',
  'ltimes ⋉ rtimes ⋊ leftthreetimes ⋋ rightthreetimes ⋌ vdots ⋮ cdots ⋯ ddots ⋱ lceil ⌈ rceil ⌉ lfloor ⌊ rfloor ⌋',
  'spadesuit ♠ heartsuit ♡ diamondsuit ♢ clubsuit ♣ flat ♭ natural ♮ sharp ♯',
);

/** Greek letters; `Delta` is a symbol before it comes to them. */
export const GREEK = table(
  'alpha α beta β gamma γ delta δ epsilon ε zeta ζ eta η theta θ iota ι kappa κ lambda λ mu μ nu ν xi ξ rho ρ sigma σ',
  'tau τ upsilon υ phi φ chi χ psi ψ omega ω',
  'Alpha Α Beta Β Gamma Γ Delta Δ Epsilon Ε Zeta Ζ Eta Η Theta Θ Iota Ι Kappa Κ Lambda Λ Mu Μ Nu Ν Xi Ξ Rho Ρ Sigma Σ',
  'Tau Τ Upsilon Υ Phi Φ Chi Χ Psi Ψ Omega Ω',
);
