import type { Renderable } from '../model/page.js';
import type { Value } from '../ruby/value.js';
import type { Rendering } from './create-rendering.js';
import { ExcerptDrop } from './drops/excerpt-drop.js';
import { pageHash } from './drops/page-hash.js';
import { excerptPath } from './excerpts.js';
import { rendersLiquid } from './page-template.js';

/** Liquid and converters on an excerpt, with a payload of its own and without hooks and layouts (Jekyll 4.4.1, `Excerpt#output`). */
export function renderExcerpt(
  file: Renderable,
  text: string,
  { scope, chains, liquid }: Pick<Rendering, 'scope' | 'chains' | 'liquid'>,
): string {
  const path = excerptPath(file);
  const [first] = chains.for(file.extension);
  const payload = new Map<string, Value>([
    ['page', file.kind === 'page' ? pageHash(file, scope, false) : new ExcerptDrop(file, scope, text)],
    ['highlighter_prefix', first?.highlighterPrefix ?? null],
    ['highlighter_suffix', first?.highlighterSuffix ?? null],
  ]);
  const source = {
    text,
    path: file.path,
    printedPath: path,
    line: file.bodyLine,
    key: null,
    isKept: false,
  };
  return scope.during(null, () => {
    const isLiquid = rendersLiquid(file, text);
    const body = isLiquid
      ? liquid.withOwnCounters(() => liquid.render(source, payload))
      : { text, isAscii: false };
    return chains.convert(body, { file, path: `${file.path}/#excerpt`, isExcerpt: true }).text;
  });
}
