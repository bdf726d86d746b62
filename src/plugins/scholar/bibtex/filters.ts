/**
 * Filters that `bibtex_filters` names: LaTeX's commands as HTML (jekyll-scholar 7.3.0) or as characters (latex-decode 0.4.2).
 */
import { downcase } from '../../../ruby/string.js';
import { replaceCommand } from './latex-command.js';
import { decodeLatex } from './latex-decode.js';
import { linkAddresses } from './markdown-links.js';
import type { TextFilter } from './value.js';

const filters: Readonly<Record<string, TextFilter>> = {
  italics: (text) => replaceCommand(text, 'emph', (inner) => `<i>${inner}</i>`),
  latex: decodeLatex,
  linebreaks: (text) => text.replace(/\n[ \t\r\n\f\v]*/g, ' '),
  lowercase: (text) => replaceCommand(text, 'lowercase', downcase),
  markdown: linkAddresses,
  smallcaps: (text) =>
    replaceCommand(text, 'textsc', (inner) => `<font style="font-variant: small-caps">${inner}</font>`),
  superscript: (text) => replaceCommand(text, 'textsuperscript', (inner) => `<sup>${inner}</sup>`),
  textit: (text) => replaceCommand(text, 'textit', (inner) => `<i>${inner}</i>`),
  textregistered: (text) => text.replaceAll('\\textregistered', '&#0174'),
  tiny: (text) => replaceCommand(text, 'tiny', (inner) => `<span class="tiny">${inner}</span>`),
};

/** Names of all filters. */
export const FILTER_NAMES: readonly string[] = Object.keys(filters);

/** The filter of that name, however it is capitalised, with or without the module it is in; `null` for none. */
export function bibtexFilter(name: string): TextFilter | null {
  const own = name.toLowerCase().replace(/^(?:jekyll::scholar|bibtex::filters)::/, '');
  return Object.hasOwn(filters, own) ? filters[own]! : null;
}
