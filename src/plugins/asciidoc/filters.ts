import type { PluginContext, PluginFilter } from '../../model/plugin.js';
import { toS } from '../../ruby/to-s.js';
import { isTruthy, type Value } from '../../ruby/value.js';
import type { AsciidocBuild } from './asciidoc-build.js';
import { DocumentValue } from './document-value.js';
import { SETTINGS } from './settings.js';

/** `asciidocify` and `tocify_asciidoc` (jekyll-asciidoc 3.0.1, `Filters`). */
export function asciidocFilters(current: () => AsciidocBuild | null): PluginFilter[] {
  return [
    {
      name: 'asciidocify',
      arity: [0, 1],
      apply(context, input, doctype = null) {
        noteSettings(context);
        const text = toS(input === false ? null : input);
        return current()?.convert(isTruthy(doctype) ? `:doctype: ${toS(doctype)}\n${text}` : text) ?? null;
      },
    },
    {
      name: 'tocify_asciidoc',
      arity: [0, 1],
      apply(context, document, levels = null) {
        noteSettings(context);
        if (!(document instanceof DocumentValue)) return null;
        return document.outline(levels === null || levels === '' ? null : wholeNumber(levels));
      },
    },
  ];
}

function noteSettings(context: PluginContext): void {
  for (const key of SETTINGS) context.depend(`config:${key}`);
  // Files that it includes and the clock, which it asks itself.
  context.depend('unseen');
}

/** Ruby's `to_i`. */
function wholeNumber(value: Value): number {
  return Number(/^\s*[+-]?\d+/.exec(toS(value))?.[0] ?? 0);
}
