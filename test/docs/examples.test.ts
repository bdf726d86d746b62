/** Examples of the documentation print what it says. */
import { describe, expect, test } from 'vitest';
import { escapeHtml } from '../../scripts/docs/markup.js';
import { type Example, readTable } from '../../scripts/docs/tables.js';
import { outputsOf, questionOf } from './sample-site.js';

describe.each(['filters', 'tags'] as const)('%s', (name) => {
  test.each(readTable(name))('$title', async ({ entries, liquid = 4 }) => {
    const examples = entries.flatMap((entry) => entry.examples);
    expect(entries.filter((entry) => entry.examples.length === 0)).toEqual([]);
    expectSame(examples, await outputsOf(examples, { extension: 'html', liquid }));
  });
});

test('kramdown', async () => {
  const examples = readTable('kramdown').flatMap((entry) => entry.examples);
  expectSame(examples, await outputsOf(examples, { extension: 'md' }));
});

test('variables', async () => {
  const asked = readTable('variables')
    .flatMap(({ variables }) => variables)
    .filter(({ prints }) => prints !== undefined);
  const examples = asked.map(
    (variable): Example => ({
      source: questionOf(variable),
      prints: escapeHtml(variable.prints!),
    }),
  );
  expectSame(examples, await outputsOf(examples, { extension: 'html' }));
});

function expectSame(examples: readonly Example[], outputs: readonly string[]): void {
  const of = (prints: readonly string[]): string[] =>
    prints.map((text, index) => `${examples[index]!.source}\n\n${text.trim()}`);
  expect(examples.length).toBeGreaterThan(0);
  expect(of(outputs)).toEqual(of(examples.map(({ prints }) => prints)));
}
