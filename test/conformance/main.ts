/**
 * `npm run conformance`: how many cases of the corpus come out exact.
 *
 *   npm run conformance                          a line an area
 *   npm run conformance -- markdown              a line a topic of the area
 *   npm run conformance -- --show 5 liquid       the first 5 differences
 *   npm run conformance -- --only for sites      cases whose name contains a word
 *   npm run conformance -- --raise               takes off known-misses.json what misses no longer
 */
import { parseArgs } from 'node:util';
import type { Area } from './cases.js';
import { raiseKnownMisses } from './known-misses.js';
import { type AreaResult, areas, runArea } from './run-area.js';
import { formatTable } from './table.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { show: { type: 'string' }, only: { type: 'string' }, raise: { type: 'boolean' } },
});
const unknown = positionals.filter((name) => !areas.includes(name as Area));
if (unknown.length > 0)
  throw new Error(`No such area: ${unknown.join(', ')}. There are: ${areas.join(', ')}.`);
if (values.raise && values.only !== undefined)
  throw new Error('--raise wants whole areas: run it without --only.');

const results: AreaResult[] = [];
for (const area of positionals.length > 0 ? (positionals as Area[]) : areas)
  results.push(await runArea(area, values.only));
for (const { misses } of results) {
  for (const { key, expected, actual } of misses.slice(0, Number(values.show ?? 0))) {
    console.log(`--- ${key}\n${expected}\n+++\n${actual}\n`);
  }
}
const rows = results.flatMap((result) => result.rows);
console.log(formatTable(rows, positionals.length > 0));
if (values.raise) raiseKnownMisses(results);
