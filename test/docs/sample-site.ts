import type { Example, Variable } from '../../scripts/docs/tables.js';
import { buildSite } from '../helpers/build-site.js';

/** The site that examples of the documentation are run in. */
const SAMPLE: Readonly<Record<string, string>> = {
  '_data/people.yml': `- { name: Utterson, born: 1828, trade: lawyer }
- { name: Jekyll, born: 1830, trade: doctor }
- { name: Hyde, born: 1850 }
`,
  '_posts/2024-05-01-the-door.md': `---
title: The door
category: story
tags: [fog]
---
A street at night.

And more.
`,
  '_rooms/cellar.md': '---\ntitle: The cellar\n---\nDark.\n',
  'notice.txt': 'For sale.\n',
};

const CONFIG = `title: The Will
url: https://example.org
baseurl: /blog
timezone: UTC
collections: { rooms: { output: true } }
`;

/** A template that shows a variable. */
export function questionOf({ name, with: filter }: Variable): string {
  const filters = filter === undefined ? '' : ` | ${filter}`;
  return `{% assign post = site.posts.first %}{{ ${name}${filters} | inspect }}`;
}

/** What each example prints, in their order: HTML of Markdown, or what a template makes. */
export async function outputsOf(
  examples: readonly Pick<Example, 'source' | 'files'>[],
  { extension, liquid = 4 }: { extension: 'html' | 'md'; liquid?: 4 | 5 },
): Promise<string[]> {
  const pages = examples.map(({ source }, index): [string, string] => [
    `example-${index}.${extension}`,
    `---\nrender_with_liquid: ${extension === 'html'}\ntitle: An example\n---\n${source}`,
  ]);
  const { outputs, said } = await buildSite({
    ...SAMPLE,
    ...Object.fromEntries(pages),
    ...Object.assign({}, ...examples.map(({ files }) => files ?? {})),
    '_config.yml': `${CONFIG}liquid: { version: ${liquid} }\n`,
  });
  if (said !== '') throw new Error(`The examples say: ${said}`);
  return examples.map((_, index) => outputs[`example-${index}.html`]!.replace(/^\n+/, '').trimEnd());
}
