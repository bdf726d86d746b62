import { isTruthy, type RubyHash, type Value } from '../../ruby/value.js';
import { dig } from '../shared/template-values.js';
import type { RecordSet } from './record-set.js';
import { compileExpression } from './ruby-expression.js';

/** The records that a set names and chooses: a list, or the values of a mapping; `null` when there are none of that name. */
export function readRecords(
  data: RubyHash,
  { data: path, filter, condition }: RecordSet,
): readonly Value[] | null {
  const found = dig(data, ...path.split('.').filter((level) => level !== ''));
  const records = found instanceof Map ? [...found.values()] : found;
  if (!Array.isArray(records)) return null;
  const isChosen = condition === null ? null : compileExpression(condition);
  return records.filter(
    (record) =>
      (filter === null || isTruthy(dig(record, filter))) && (isChosen === null || isTruthy(isChosen(record))),
  );
}
