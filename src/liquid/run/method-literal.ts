import { OpaqueDrop } from '../../ruby/opaque-drop.js';
import { type Held, SharedList } from './shared-list.js';

/**
 * `empty` and `blank` as written in a template (Liquid 4.0.4, `Expression::MethodLiteral`): compared with `==` they ask the other
 * side; printed they are nothing.
 */
export class MethodLiteral extends OpaqueDrop {
  readonly className = 'Liquid::Expression::MethodLiteral';

  /** @param asks what the other side answers when it is compared */
  constructor(readonly asks: (value: Held) => boolean) {
    super();
  }

  override toText(): string {
    return '';
  }
}

/** `empty?` is for strings, arrays and hashes. */
export const EMPTY = new MethodLiteral(isEmpty);

/**
 * Who has told Ruby's objects what `blank?` is: nobody, so that `x == blank` never holds; the gem csl, which jekyll-scholar loads; or
 * ActiveSupport, which jemoji and jekyll-mentions load, and which wins.
 */
export type BlankRule = 'none' | 'csl' | 'active support';

const BLANK: Readonly<Record<BlankRule, MethodLiteral>> = {
  none: new MethodLiteral(() => false),
  csl: new MethodLiteral((value) => value === null || isEmpty(value)),
  'active support': new MethodLiteral(isBlank),
};

/** `blank` under a rule. */
export function blankLiteral(rule: BlankRule): MethodLiteral {
  return BLANK[rule];
}

function isEmpty(value: Held): boolean {
  if (typeof value === 'string') return value === '';
  if (Array.isArray(value) || value instanceof SharedList) return value.length === 0;
  return value instanceof Map && value.size === 0;
}

function isBlank(value: Held): boolean {
  if (typeof value === 'string') return /^\p{White_Space}*$/u.test(value);
  return value === null || value === false || isEmpty(value);
}
