/**
 * Text in ASCII for ids (`transliterated_header_ids`). kramdown takes the tables of the gem stringex, which know all of Unicode;
 * here are those of the Latin, Greek and Cyrillic scripts. Other letters get lost on the way to an id, as unknown ones do there.
 */

/** Letters that do not decompose into an ASCII letter and marks, or not into the one stringex writes; lower case. */
const letters: ReadonlyMap<string, string> = new Map(
  (
    'ß=ss æ=ae ø=o œ=oe đ=d ð=d þ=th ł=l ı=i ħ=h ŋ=ng ĸ=k ŧ=t ſ=s ' +
    'α=a β=b γ=g δ=d ε=e ζ=z η=e θ=th ι=i κ=k λ=l μ=m ν=n ξ=x ο=o π=p ρ=r σ=s ς=s τ=t υ=u φ=ph χ=kh ψ=ps ω=o ' +
    'а=a б=b в=v г=g д=d е=e ё=io ж=zh з=z и=i й=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts ч=ch ' +
    'ш=sh щ=shch ъ= ы=y ь= э=e ю=iu я=ia ђ=dj ѓ=gj є=ie ѕ=dz і=i ї=yi ј=j љ=lj њ=nj ћ=tsh ќ=kj ў=u џ=dzh ґ=g'
  )
    .split(' ')
    .map((entry) => entry.split('=') as [string, string]),
);

/** The text with letters of those scripts in ASCII; upper case stays upper case. */
export function transliterate(text: string): string {
  return Array.from(text.normalize('NFC'), (character) => {
    if (character < '\x80') return character;
    return fromTable(character) ?? decompose(character);
  }).join('');
}

function fromTable(character: string): string | undefined {
  const lower = character.toLowerCase();
  const ascii = letters.get(lower);
  return ascii === undefined || lower === character
    ? ascii
    : ascii.slice(0, 1).toUpperCase() + ascii.slice(1);
}

/** The letter without its marks, then as in the table. */
function decompose(character: string): string {
  const [base = '', ...marks] = character.normalize('NFD');
  return marks.length > 0 ? (fromTable(base) ?? base) : character;
}
