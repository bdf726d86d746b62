import { createKramdown, type Kramdown } from '../markdown/create-kramdown.js';
import { readOptions } from '../markdown/options.js';
import type { Config } from '../model/config.js';
import { wholeText } from '../model/output.js';
import type { Renderable } from '../model/page.js';

/** The ids on pages, as far as they can be told without rendering. */
export class PageAnchors {
  private readonly known = new Map<string, ReadonlySet<string> | null>();
  private converter: Kramdown | null = null;

  constructor(private readonly config: Config) {}

  /**
   * @param layouts the texts that the page is wrapped in, and what these include
   * @returns `null` where only rendering knows: what Liquid makes may have any
   */
  of(file: Renderable, layouts: readonly string[]): ReadonlySet<string> | null {
    let ids = this.known.get(file.id);
    if (ids === undefined) this.known.set(file.id, (ids = this.find(file, layouts)));
    return ids;
  }

  private find(file: Renderable, layouts: readonly string[]): ReadonlySet<string> | null {
    const body = wholeText(file.body);
    if (/\{[{%]/.test(body) && runsLiquid(file)) return null;
    const isMarkdown = this.config.markdownExtensions.has(file.extension.toLowerCase());
    if (isMarkdown && this.config.markdown !== 'kramdown') return null;
    return new Set([isMarkdown ? this.convert(body) : body, ...layouts].flatMap(idsIn));
  }

  private convert(body: string): string {
    this.converter ??= createKramdown(readOptions(this.config.kramdown), null);
    return this.converter.render(body).html;
  }
}

function runsLiquid({ isLiquid, data }: Renderable): boolean {
  return isLiquid !== false && data.get('render_with_liquid') !== false;
}

/** In HTML; a link may lead to an old `name`, too. */
export function idsIn(html: string): string[] {
  return [...html.matchAll(/\s(?:id|name)\s*=\s*["']?([^"'\s>]+)/g)].map(([, id]) => id!);
}
