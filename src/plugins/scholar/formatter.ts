/** What formats references and citations: a processor of CSL's styles. */
import { LiquidError } from '../../liquid/errors.js';
import { citationsNotFormatted } from '../../report/messages.js';

/** A name as CSL-JSON has it. */
export interface CslName {
  readonly family?: string;
  readonly given?: string;
  readonly suffix?: string;
  readonly 'non-dropping-particle'?: string;
  readonly literal?: string;
}

/** A date as CSL-JSON has it: year, month and day of one date, or of two; or a text. */
export interface CslDate {
  readonly 'date-parts'?: readonly (readonly number[])[];
  readonly literal?: string;
}

/** What a variable holds. */
export type CslValue = string | number | readonly CslName[] | CslDate;

/** A reference as CSL-JSON: `id`, `type` and CSL's variables. */
export type CslItem = Readonly<Record<string, CslValue>>;

/** A reference where it is cited. */
export interface CitedItem {
  readonly item: CslItem;
  /** A page or the like, e.g. `12-14`. */
  readonly locator?: string | null;
  /** What the locator counts, e.g. `page`. */
  readonly label?: string | null;
  /** Leaves the author out. */
  readonly suppressAuthor?: boolean;
}

/** Writes references and citations as HTML, by one style in one language. */
export interface CitationFormatter {
  /** An entry of a bibliography; what stands before it may decide how its names are written. */
  bibliographyEntry(cited: CitedItem): string;
  /** References cited in one place. */
  citation(items: readonly CitedItem[]): string;
  /** What the style puts around and between citations. */
  readonly citationAffixes: { readonly prefix: string; readonly suffix: string; readonly delimiter: string };
  /** The same with no entry before. */
  fresh(): CitationFormatter;
}

/** A style and a language, as the configuration names them. */
export interface CitationStyle {
  readonly style: string;
  readonly locale: string;
}

/**
 * The formatter of a style. There is none yet, which is told where something formatted is needed.
 *
 * @throws LiquidError
 */
export function createFormatter({ style }: CitationStyle): CitationFormatter {
  const { message, hint = null } = citationsNotFormatted(style);
  throw new LiquidError('ruby', message, { hint });
}
