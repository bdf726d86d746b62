import { strip } from '../ruby/string.js';
import { BOUNDARY, pattern, SPACE } from './characters.js';
import { isSet } from './is-set.js';

/** A name as CSL-JSON has it. */
export interface CslName {
  readonly family?: string;
  readonly given?: string;
  readonly suffix?: string;
  /** `van`, which stays with the family name where a style does not demote it. */
  readonly 'non-dropping-particle'?: string;
  /** `de`, which stays with the given name. */
  readonly 'dropping-particle'?: string;
  /** Written as it stands, e.g. an institution's. */
  readonly literal?: string;
  /** Whether a comma goes before the suffix. */
  readonly 'comma-suffix'?: boolean | string;
  /** Whether the family name always comes first. */
  readonly 'static-ordering'?: boolean | string;
}

/** How names are written: what concerns one name among the attributes of `cs:name`. */
export interface NameOptions {
  /** `long`, `short`. */
  readonly form: string;
  readonly isSortOrder: boolean;
  /** Between family and given name in sort order. */
  readonly sortSeparator: string;
  /** `initialize-with`; `null` when given names are written in full. */
  readonly initializeWith: string | null;
  /** Whether only initials that are there are written so (`initialize="false"`). */
  readonly initializesExistingOnly: boolean;
  /** `demote-non-dropping-particle`: `never`, `sort-only` or `display-and-sort`. */
  readonly demotion: string;
}

/** The parts of a name, written or yet to be written. */
export interface NameParts {
  family: string | null;
  given: string | null;
  suffix: string | null;
  particle: string | null;
  droppingParticle: string | null;
}

/** A name's parts to start with. */
export function partsOf(name: CslName): NameParts {
  return {
    family: name.family ?? null,
    given: name.given ?? null,
    suffix: name.suffix ?? null,
    particle: name['non-dropping-particle'] ?? null,
    droppingParticle: name['dropping-particle'] ?? null,
  };
}

/** Whether a name has parts at all and is not written as it stands. */
export function isPersonal(name: CslName): boolean {
  return Object.keys(name).length > 0 && !isSet(name.literal);
}

/** Whether the particle goes behind the given name. */
export function isParticleDemoted({ demotion, isSortOrder }: NameOptions): boolean {
  return (
    /^(?:display-and-sort|always)$/i.test(demotion) || (isSortOrder && /^sort(?:-only)?$/i.test(demotion))
  );
}

/** A name in one text (citeproc 1.1, `Name#format`), of parts that may have been formatted. */
export function writeName(name: CslName, parts: NameParts, options: NameOptions): string {
  if (isSet(name.literal)) return name.literal!;
  const { family, suffix, particle, droppingParticle: dropping } = parts;
  const initials = initialsOf(parts, options);
  if (isSet(name['static-ordering']) || !isRomanesque(parts))
    return [family, initials].filter((part) => part !== null).join(' ');
  if (/short/i.test(options.form)) return compactJoin([particle, family]);
  if (!options.isSortOrder) {
    const separator = isSet(name['comma-suffix']) ? options.sortSeparator : ' ';
    return compactJoin([compactJoin([initials, dropping, particle, family]), suffix], separator);
  }
  const inOrder = isParticleDemoted(options)
    ? [family, compactJoin([initials, dropping, particle]), suffix]
    : [compactJoin([particle, family]), compactJoin([initials, dropping]), suffix];
  return compactJoin(inOrder, options.sortSeparator);
}

/** Parts that are there, joined. */
export function compactJoin(parts: readonly (string | null)[], separator = ' '): string {
  return parts.filter((part) => part !== null && part !== '').join(separator);
}

const ROMANESQUE = pattern(
  '',
  '^[\\p{Script=Latin}\\p{Script=Greek}\\p{Script=Cyrillic}\\p{Script=Hebrew}\\p{Script=Armenian}',
  '\\p{Script=Georgian}\\p{Script=Common}]*$',
);

/** Whether a name is in a script whose names may be turned; of any other, the family name comes first. */
function isRomanesque({ given, family }: NameParts): boolean {
  const text = `${given?.normalize('NFC') ?? ''}${family?.normalize('NFC') ?? ''}`;
  return ROMANESQUE.test(text.replace(/<[^>]*>/g, ''));
}

const CAPITAL_WORD = pattern('g', `(\\p{Uppercase})(?:(?!${SPACE}|-)\\P{Uppercase})*${SPACE}*`);
const CAPITAL_PAIR = pattern('g', '(\\p{Uppercase})(\\p{Uppercase})');
const LONE_CAPITAL = pattern('g', `${BOUNDARY}(\\p{Uppercase})${BOUNDARY}(?:(?!-)\\P{Alphabetic})*`);

/** The given name, or its initials where the options want them. */
export function initialsOf(parts: NameParts, options: NameOptions): string | null {
  const { given } = parts;
  const { initializeWith: sign } = options;
  if (sign === null || given === null || !isRomanesque(parts)) return given;
  const initials = options.initializesExistingOnly
    ? given.replace(CAPITAL_PAIR, '$1 $2').replace(LONE_CAPITAL, (_, letter: string) => letter + sign)
    : given.replace(CAPITAL_WORD, (_, letter: string) => letter + sign);
  return strip(initials.replace(pattern('g', `${SPACE}*-`), '-'));
}

/** What two names are compared by (`Name#sort_order_downcase`). */
export function nameKey(name: CslName): string {
  const key = isSet(name.literal)
    ? [name.literal!.replace(/^(?:the|an?|der|die|das|eine?|l[ae])\s+|^l\W/i, '')]
    : [
        compactJoin([name['non-dropping-particle'] ?? null, name.family ?? null]),
        name['dropping-particle'] ?? '',
        name.given ?? '',
        name.suffix ?? '',
      ];
  return key.map((part) => part.toLowerCase().replace(/<[^>]*>/g, '')).join('\0');
}
