import { rstrip } from '../ruby/string.js';

/** One condition of `cs:if`, e.g. `type-any="book chapter"`. */
export interface Condition {
  /** `type`, `variable`, `is-numeric`, `is-uncertain-date`, `locator`, `position`, `disambiguate`. */
  readonly kind: string;
  /** How many of the values must hold: `all`, `any`, `none`. */
  readonly match: string;
  readonly values: readonly { readonly value: string; readonly isDenied: boolean }[];
}

const CONDITION =
  /^(disambiguate|position|is-numeric|is-uncertain-date|locator|type|variable)(?:-(any|all|none))?$/;

/** The conditions among an element's attributes. */
export function conditionsOf(attributes: ReadonlyMap<string, string>): Condition[] {
  const usual = attributes.get('match') ?? 'all';
  return Array.from(attributes).flatMap(([attribute, text]) => {
    const [, kind, own] = CONDITION.exec(attribute) ?? [];
    if (kind === undefined) return [];
    // Nothing is denied twice: of a block that wants none of its conditions, each holds when any value does.
    const match = own ?? (usual === 'none' ? 'any' : usual);
    return [{ kind, match, values: wordsOf(text).map(toValue) }];
  });
}

/** A blank before the first word makes an empty one, as `String#split` does. */
function wordsOf(text: string): string[] {
  return rstrip(text).split(/[ \t\n\v\f\r]+/);
}

function toValue(word: string): Condition['values'][number] {
  const isDenied = word.startsWith('not:');
  return { value: isDenied ? word.slice(4) : word, isDenied };
}
