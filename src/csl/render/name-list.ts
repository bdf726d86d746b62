import type { CslName } from '../name.js';
import type { NameRules } from './name-rules.js';
import { renderOneName } from './one-name.js';
import type { Rendering } from './rendering.js';
import { substituteSubsequent } from './substitute.js';

/** A list of names (citeproc-ruby 2.1, `render_name`): joined, or cut and ended by `et al.` or by the last name. */
export function renderNameList(rendering: Rendering, names: readonly CslName[], rules: NameRules): string {
  const isCut = isTruncated(names, rules);
  if (isCut && rules.cutTo === 0) return '';
  const text = isCut ? cutList(rendering, names, rules) : wholeList(rendering, names, rules);
  return rendering.format.apply(substituteSubsequent(rendering, text), rules.node);
}

/** How many names would be written. */
export function countNames(names: readonly CslName[], rules: NameRules): number {
  return isTruncated(names, rules) ? Math.min(rules.cutTo, names.length) : names.length;
}

function isTruncated(names: readonly CslName[], { cutFrom }: NameRules): boolean {
  return cutFrom !== null && names.length >= cutFrom;
}

function cutList(rendering: Rendering, names: readonly CslName[], rules: NameRules): string {
  const { format, locale } = rendering;
  const { delimiter, etAl } = rules;
  const kept = names.slice(0, rules.cutTo);
  const texts = kept.map((name, index) => renderOneName(rendering, name, rules, index + 1));
  const list = format.join(texts, delimiter);
  if (rules.keepsLast && names.length - kept.length > 1) {
    const last = renderOneName(rendering, names.at(-1)!, rules, kept.length + 1);
    return format.join([list, last], `${delimiter}… `);
  }
  const others =
    etAl === null
      ? locale.translate('et-al')
      : format.apply(locale.translate(etAl.attributes.get('term') ?? 'et-al'), etAl);
  return format.join([list, others ?? ''], precedesEtAl(kept.length, rules) ? delimiter : ' ');
}

function precedesEtAl(count: number, { precedesEtAl: rule, isSortOrderAt }: NameRules): boolean {
  if (rule === 'never') return false;
  if (rule === 'always') return true;
  return rule.startsWith('after-inverted-name') ? isSortOrderAt(count) : count > 1;
}

function wholeList(rendering: Rendering, names: readonly CslName[], rules: NameRules): string {
  const { format } = rendering;
  const texts = names.map((name, index) => renderOneName(rendering, name, rules, index + 1));
  const connector = connectorOf(rendering, names.length, rules) ?? rules.delimiter;
  if (texts.length < 3) return format.join(texts, connector);
  return format.join([format.join(texts.slice(0, -1), rules.delimiter), texts.at(-1)!], connector);
}

/** What goes between the last two names: delimiter, `and`, or both; `null` where neither is wanted. */
function connectorOf({ locale }: Rendering, count: number, rules: NameRules): string | null {
  const word = rules.and === 'text' ? locale.translate('and') : rules.and;
  const connector = word === null ? null : ` ${word} `;
  if (!precedesLast(count, rules)) return connector;
  return `${rules.delimiter}${connector ?? ''}`.replace(/ {2,}/g, ' ');
}

function precedesLast(count: number, rules: NameRules): boolean {
  if (rules.and === null) return true;
  if (rules.precedesLast === 'never') return false;
  if (rules.precedesLast === 'always') return true;
  if (rules.precedesLast.startsWith('after-inverted-name'))
    return rules.isSortOrder && (rules.isSortOrderForAll || count === 2);
  return count > 2;
}
