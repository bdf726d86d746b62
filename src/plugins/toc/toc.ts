import type { EnginePlugin } from '../../liquid/engine-plugin.js';
import type { PluginContext, PluginFilter } from '../../model/plugin.js';
import { toS } from '../../ruby/to-s.js';
import { isTruthy, type Value } from '../../ruby/value.js';
import { versionOf } from '../shared/gem-version.js';
import { dig } from '../shared/template-values.js';
import { TableOfContents } from './table-of-contents.js';
import { readTocOptions } from './toc-options.js';

/**
 * jekyll-toc 0.18.0, or what the lock says from 0.12.2 on: filters and a tag that list the headings of pages with `toc: true`. A heading without content, at which the gem ends in
 * an exception, gets no anchor.
 */
export const toc: EnginePlugin = {
  name: 'jekyll-toc',
  isSafe: true,
  filters: [
    filter('toc', (table) => table.list() + table.withAnchors()),
    filter('toc_only', (table) => table.list(), ''),
    filter('inject_anchors', (table) => table.withAnchors()),
  ],
  tags: [{ name: 'toc', isBlock: false, compile: () => writeList }],
};

/** @param otherwise what is printed on pages without `toc: true`; the input unless given */
function filter(name: string, write: (table: TableOfContents) => string, otherwise?: string): PluginFilter {
  return {
    name,
    arity: [0, 0],
    apply(context, input) {
      if (dig(context.lookup('page'), 'toc') !== true) return otherwise ?? input;
      return write(tableOf(input, context));
    },
  };
}

/** The tag lists the headings of the page's own content, for any `toc` but `false`. */
function writeList(context: PluginContext): string {
  const page = context.lookup('page');
  return isTruthy(dig(page, 'toc')) ? tableOf(dig(page, 'content'), context).list() : '';
}

function tableOf(html: Value, context: PluginContext): TableOfContents {
  context.depend('config:toc');
  const section = context.config?.settings.get('toc') ?? null;
  return new TableOfContents(toS(html), readTocOptions(section, versionOf(context.config, 'jekyll-toc')));
}
