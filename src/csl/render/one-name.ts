import { isSet } from '../is-set.js';
import {
  type CslName,
  initialsOf,
  isParticleDemoted,
  isPersonal,
  type NameOptions,
  type NameParts,
  partsOf,
  writeName,
} from '../name.js';
import type { CslNode } from '../style-tree.js';
import type { NameRules } from './name-rules.js';
import type { Rendering } from './rendering.js';

/** One name of a list, with the formatting of its parts (citeproc-ruby 2.1, `render_individual_name`). */
export function renderOneName(
  rendering: Rendering,
  name: CslName,
  rules: NameRules,
  position: number,
): string {
  const options: NameOptions = { ...rules.nameOptions, isSortOrder: rules.isSortOrderAt(position) };
  const parts = partsOf(name);
  if (isPersonal(name)) {
    for (const node of rules.parts) {
      const part = node.attributes.get('name');
      if (part === 'family') formatFamily(rendering, name, parts, options, node);
      else if (part === 'given') formatGiven(rendering, parts, options, node);
    }
  }
  return rendering.format.apply(writeName(name, parts, options), rules.node);
}

/** A particle that stays is formatted with the family name; in display order the suffix goes inside the part's own. */
function formatFamily(
  { format }: Rendering,
  name: CslName,
  parts: NameParts,
  options: NameOptions,
  node: CslNode,
): void {
  if (!isSet(parts.particle) || isParticleDemoted(options)) {
    parts.family = format.apply(parts.family, node);
  } else {
    parts.family = format.apply(`${parts.particle} ${parts.family ?? ''}`, node);
    parts.particle = null;
  }
  const ending = node.attributes.get('suffix');
  if (!isSet(parts.suffix) || options.isSortOrder || ending === undefined) return;
  const comma = isSet(name['comma-suffix']) ? options.sortSeparator : ' ';
  parts.family = `${withoutEnding(parts.family, ending)}${comma}${parts.suffix}${ending}`;
  parts.suffix = null;
}

/** A dropping particle is formatted with the given name; in sort order a demoted one goes inside the part's suffix. */
function formatGiven({ format }: Rendering, parts: NameParts, options: NameOptions, node: CslNode): void {
  const initials = initialsOf(parts, options);
  if (isSet(parts.droppingParticle)) {
    parts.given = format.apply(`${initials ?? ''} ${parts.droppingParticle}`, node);
    parts.droppingParticle = null;
  } else {
    parts.given = format.apply(initials, node);
  }
  const ending = node.attributes.get('suffix');
  if (!isSet(parts.particle) || !isParticleDemoted(options) || !options.isSortOrder || ending === undefined)
    return;
  parts.given = `${withoutEnding(parts.given, ending)} ${parts.particle}${ending}`;
  parts.particle = null;
}

/** `String#chomp`. */
function withoutEnding(text: string, ending: string): string {
  return ending !== '' && text.endsWith(ending) ? text.slice(0, -ending.length) : text;
}
