import { type CslValue, isEmptyValue, type RenderedItem } from '../item.js';
import { type CslName, nameKey } from '../name.js';
import { type CslNode, childOf } from '../style-tree.js';
import { renderNamesLabel } from './label.js';
import { countNames, renderNameList } from './name-list.js';
import { type NameRules, namesRules } from './name-rules.js';
import type { Rendering } from './rendering.js';
import { renderSubstitute, substituteSubsequent } from './substitute.js';

type Role = readonly [role: string, names: readonly CslName[]];

/** `cs:names` (citeproc-ruby 2.1, `render_names`). */
export function renderNames(rendering: Rendering, item: RenderedItem, node: CslNode): string {
  try {
    return renderRoles(rendering, item, node);
  } finally {
    rendering.hasRenderedNames = true;
  }
}

function renderRoles(rendering: Rendering, item: RenderedItem, node: CslNode): string {
  const roles = (node.attributes.get('variable') ?? '').split(/[ \t\n\v\f\r]+/).filter(Boolean);
  if (roles.length === 0) return '';
  const found = roles
    .map((role): readonly [string, CslValue] => [role, item.read(role)])
    .filter((entry): entry is Role => Array.isArray(entry[1]) && !isEmptyValue(entry[1]));
  if (found.length > 0) return renderFound(rendering, item, node, joinEditorsWithTranslators(found));
  const substitute = childOf(node, 'substitute');
  if (substitute === null || roles.some((role) => item.isSuppressed(role))) return '';
  return substituteSubsequent(rendering, renderSubstitute(rendering, item, substitute));
}

/** Editors who are the translators too are written once, under a label of their own. */
function joinEditorsWithTranslators(roles: readonly Role[]): readonly Role[] {
  const translators = roles.find(([role]) => role === 'translator');
  const editors = roles.find(([role]) => role === 'editor');
  if (translators === undefined || editors === undefined) return roles;
  if (namesKey(translators[1]) !== namesKey(editors[1])) return roles;
  const first = roles.find((role) => role === translators || role === editors);
  return roles
    .filter((role) => role === first || (role !== translators && role !== editors))
    .map((role): Role => (role === first ? ['editortranslator', role[1]] : role));
}

function namesKey(names: readonly CslName[]): string {
  return names.map(nameKey).join('\0\0');
}

function renderFound(
  rendering: Rendering,
  item: RenderedItem,
  node: CslNode,
  roles: readonly Role[],
): string {
  const namesNode = formattingNode(rendering, node);
  const rules = namesRules(rendering, namesNode);
  if (rules.isCount) return String(roles.reduce((count, [, names]) => count + countNames(names, rules), 0));
  const texts = roles.map(([role, names]) => renderRole(rendering, item, namesNode, rules, role, names));
  return rendering.format.join(texts, rules.namesDelimiter);
}

/** Names that stand in for others, with nothing said about their form, are written as those would be. */
function formattingNode({ substituted }: Rendering, node: CslNode): CslNode {
  if (substituted === null || node.children.length > 0) return node;
  for (let outer = node.parent; outer !== null; outer = outer.parent) {
    if (outer === substituted) return substituted;
  }
  return node;
}

function renderRole(
  rendering: Rendering,
  item: RenderedItem,
  node: CslNode,
  rules: NameRules,
  role: string,
  names: readonly CslName[],
): string {
  const label = childOf(node, 'label');
  if (label === null) return renderNameList(rendering, names, rules);
  const { format } = rendering;
  const labelText = format.apply(renderNamesLabel(rendering, item, label, role), label);
  const text = renderNameList(rendering, names, rules);
  if (text === '') return '';
  const name = childOf(node, 'name');
  const isBefore = name !== null && node.children.indexOf(label) < node.children.indexOf(name);
  return isBefore ? format.append(labelText, text) : format.append(text, labelText);
}
