import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { CitedItem, CslItem } from '../../src/csl/item.js';
import { createCslProcessor } from '../../src/csl/processor.js';

/**
 * `NAME.csl` with `NAME.json`: items and citations, each with what citeproc-ruby 2.1.8 writes of it in that style, and in the
 * locale of `NAME.xml` where there is one.
 */
interface Case {
  readonly items: readonly { readonly item: CslItem; readonly bibliography: string }[];
  /** `item` of a citation is an item's `id`. */
  readonly citations: readonly {
    readonly items: readonly (Omit<CitedItem, 'item'> & { readonly item: string })[];
    readonly citation: string;
  }[];
}

const folder = join(dirname(fileURLToPath(import.meta.url)), 'cases');

function read(name: string): string {
  return readFileSync(join(folder, name), 'utf8');
}

const names = readdirSync(folder).flatMap((file) => (file.endsWith('.csl') ? [file.slice(0, -4)] : []));

describe.each(names)('%s', (name) => {
  const { items, citations } = JSON.parse(read(`${name}.json`)) as Case;
  const locale = existsSync(join(folder, `${name}.xml`)) ? read(`${name}.xml`) : null;
  const processor = createCslProcessor(read(`${name}.csl`), locale, 'en');

  test('writes the bibliography', () => {
    const written = items.map(({ item }) => [item['id'], processor.bibliographyEntry(item)]);
    expect(written).toEqual(items.map(({ item, bibliography }) => [item['id'], bibliography]));
  });

  test('writes the citations', () => {
    const find = (id: string): CslItem => items.find(({ item }) => item['id'] === id)!.item;
    for (const { items: cited, citation } of citations)
      expect(processor.citation(cited.map((one) => ({ ...one, item: find(one.item) })))).toBe(citation);
  });
});
