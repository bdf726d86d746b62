import type { EnginePlugin } from '../../liquid/engine-plugin.js';
import type { Page } from '../../model/page.js';
import type { Additions, GeneratorTools, PluginContext } from '../../model/plugin.js';
import type { Site } from '../../model/site.js';
import * as messages from '../../report/messages.js';
import { toS } from '../../ruby/to-s.js';
import { isTruthy, type Value } from '../../ruby/value.js';
import { dig } from '../shared/template-values.js';
import { dataPage } from './data-page.js';
import { ExpressionError } from './expression-error.js';
import { fileNameFor } from './file-name.js';
import { type RecordSet, readSet } from './record-set.js';
import { readRecords } from './records.js';
import { compileExpression, type Expression } from './ruby-expression.js';

/**
 * jekyll-datapage-generator 1.4.0: a page for each record of data that `page_gen` names, made of a layout. Ruby in the settings is read as
 * far as `ruby-expression.ts` goes.
 */
export const datapageGenerator: EnginePlugin = {
  name: 'jekyll-datapage-generator',
  isSafe: true,
  generators: [{ name: 'Jekyll::JekyllDatapageGenerator', priority: 'normal', generate }],
  filters: [
    {
      name: 'datapage_url',
      arity: [1, 1],
      apply: (context, input, folder = null) =>
        `${toS(folder)}/${fileNameFor(input)}${endOfAddress(context)}`,
    },
  ],
};

function endOfAddress(context: PluginContext): string {
  context.depend('config:page_gen-dirs');
  return isTruthy(context.config?.settings.get('page_gen-dirs') ?? null) ? '/' : '.html';
}

function generate(site: Site, tools: GeneratorTools): Additions {
  const sets = site.config.settings.get('page_gen') ?? null;
  const pages: Page[] = [];
  for (const [index, entry] of (Array.isArray(sets) ? sets : []).entries()) {
    if (!(entry instanceof Map)) continue;
    const place = site.config.placeOf(['page_gen', index]) ?? undefined;
    const set = readSet(entry, site.config.settings);
    try {
      pages.push(...pagesOf(set, site, tools, place, pages.length));
    } catch (error) {
      if (!(error instanceof ExpressionError)) throw error;
      tools.report(messages.datapageExpressionUnknown(error.message, set.data, place));
    }
  }
  return { pages };
}

function pagesOf(
  set: RecordSet,
  site: Site,
  tools: GeneratorTools,
  place: messages.Place | undefined,
  first: number,
): Page[] {
  const layout = site.layouts.get(set.template);
  if (layout === undefined) {
    tools.report(messages.datapageTemplateMissing(set.template, toS(set.name), place));
    return [];
  }
  const records = readRecords(site.data, set);
  if (records === null) {
    tools.report(messages.datapageDataMissing(set.data, place));
    return [];
  }
  const nameOf = reader(set.nameExpression, set.name);
  const titleOf = reader(set.titleExpression, set.title);
  const pages: Page[] = [];
  for (const record of records) {
    const name = nameOf(record);
    if (name === null) {
      tools.report(messages.datapageNameMissing(set.nameExpression ?? toS(set.name), set.data, place));
      continue;
    }
    const title = titleOf(record) ?? name;
    pages.push(dataPage({ set, record, name, title, layout, index: first + pages.length }, tools));
  }
  return pages;
}

/** Reads a record by an expression, else under a key. */
function reader(expression: string | null, key: Value): Expression {
  return expression === null ? (record) => dig(record, key) : compileExpression(expression);
}
