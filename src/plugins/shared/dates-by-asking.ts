import type { Change } from '../../model/plugin.js';
import type { Site } from '../../model/site.js';
import type { Value } from '../../ruby/value.js';
import { writtenDocuments } from '../../site/site-files.js';

/**
 * With Jekyll 3, whoever asks which documents are written looks whether they lie in the future, and that gives those without a date
 * the build's moment (Jekyll 3.10.0, `Site#docs_to_write`, `Publisher#hidden_in_the_future?`, `Document#date`). The documents that get
 * one, by id; with Jekyll 4 none.
 */
export function datesByAsking(site: Site): ReadonlyMap<string, Change> {
  const { generation, future } = site.config;
  if (generation.undatedDocumentsHaveDates || future) return new Map();
  const undated = writtenDocuments(site).filter(({ data }) => (data.get('date') ?? null) === null);
  return new Map(
    undated.map(({ id, data, date }) => [id, { data: new Map<Value, Value>(data).set('date', date) }]),
  );
}
