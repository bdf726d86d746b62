import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MARKDOWN_KINDS, markdownTexts } from '../sites/markdown-texts.js';
import type { Case } from './case.js';
import { ours, type Renderer } from './renderers.js';

/** A case for each kind of Markdown: microseconds a kilobyte in a process that is warm, no highlighting. */
export function markdownCases(): Case[] {
  return MARKDOWN_KINDS.map((kind) => ({
    name: `markdown-${kind.replaceAll(' ', '-')}`,
    title: `Markdown, ${kind}`,
    unit: 'µs/KB',
    prepare(folder, { checkouts, renderers }) {
      const file = join(folder, 'texts.json');
      writeFileSync(file, JSON.stringify(markdownTexts(kind)));
      const all: Renderer[] = [
        ...Object.entries(checkouts).map(([column, root]) => ours(column, root)),
        ...renderers,
      ];
      return all.map(({ name, render }) => ({ name, run: () => render(file) }));
    },
  }));
}
