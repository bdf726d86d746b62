/** Wrapping a page in its layout, that layout's layout, and so on (Jekyll 4.4.1, `Renderer#place_in_layouts`). */
import { existsSync, readFileSync } from 'node:fs';
import { lookup, type Renderable } from '../model/page.js';
import type { Layout } from '../model/site.js';
import { layoutHint } from '../report/layout-hint.js';
import * as messages from '../report/messages.js';
import type { Recorder } from '../reuse/recorder.js';
import { deepMerge } from '../ruby/deep-merge.js';
import { toS } from '../ruby/to-s.js';
import type { RubyHash, Value } from '../ruby/value.js';
import { ObservedHash } from './drops/recorded-hash.js';
import type { LiquidRenderer } from './liquid-renderer.js';
import type { Payload } from './payload.js';
import { UnreadLayoutError } from './unread-layout-error.js';

/** The layouts of one build. */
export class Layouts {
  /** Names of layouts that pages asked for in vain. */
  private readonly missing = new Set<string>();
  /** Front matter of layouts with that of others laid over it: a few combinations for all pages. */
  private readonly merged = new WeakMap<RubyHash, Map<Layout, RubyHash>>();
  private readonly observing = new WeakMap<RubyHash, RubyHash>();

  constructor(
    private readonly byName: ReadonlyMap<string, Layout>,
    private readonly liquid: LiquidRenderer,
    private readonly recorder: Recorder,
  ) {
    recorder.onRestore('told', (name) => this.noteMissing(name.slice('told '.length)));
  }

  /**
   * Lets the page's own Liquid see its layout's front matter, with what the page before left in `layout` laid over it: Jekyll
   * keeps one payload for all pages and clears `layout` only when it comes to wrapping.
   */
  announce(file: Renderable, payload: Payload): void {
    const name = lookup(file, 'layout');
    const layout = typeof name === 'string' ? this.find(name) : undefined;
    if (layout === undefined) return;
    payload.set('layout', this.observed(this.withData(layout, payload.peek('layout'))));
  }

  /** The same, telling that it shows what the page before left. */
  private observed(merged: RubyHash): RubyHash {
    let observed = this.observing.get(merged);
    if (observed === undefined) {
      observed = new ObservedHash(merged, () => this.recorder.depend('carried:payload layout'));
      this.observing.set(merged, observed);
    }
    return observed;
  }

  /** The page with all its layouts; a layout met again ends the chain. */
  apply(content: string, file: Renderable, payload: Payload): string {
    let output = content;
    let layout = this.requested(file);
    const used = new Set<Layout>();
    payload.set('layout', null);
    while (layout && !used.has(layout)) {
      used.add(layout);
      output = this.wrap(output, layout, file, payload);
      const next = layout.data.get('layout');
      layout = typeof next === 'string' ? this.find(next) : undefined;
    }
    return output;
  }

  private requested(file: Renderable): Layout | undefined {
    const name = lookup(file, 'layout');
    const layout = this.find(toS(name));
    if (name !== null && !layout) this.tellMissing(toS(name), file);
    return layout;
  }

  /** A thousand posts may ask for it: what to do is said once. */
  private tellMissing(name: string, file: Renderable): void {
    this.recorder.depend(`carried:told ${name}`);
    const isFirst = !this.missing.has(name);
    if (isFirst) this.noteMissing(name);
    const hint = layoutHint(name, [...this.byName.keys()]);
    const place = placeOfLayout(file);
    const more = isFirst ? { place, hint } : { place: { file: place.file }, hint: null };
    this.recorder.report(messages.layoutNotFound(name, file.path, more));
  }

  private noteMissing(name: string): void {
    this.missing.add(name);
    this.recorder.leave(`told ${name}`, () => true);
  }

  private find(name: string): Layout | undefined {
    if (name !== '') this.recorder.depend(`layout:${name}`);
    return this.byName.get(name);
  }

  private wrap(content: string, layout: Layout, file: Renderable, payload: Payload): string {
    if (layout.failure !== undefined) throw new UnreadLayoutError(layout.failure);
    payload.set('content', content);
    payload.set('layout', this.withData(layout, payload.peek('layout')));
    const { text } = this.liquid.render(
      {
        text: layout.body,
        path: layout.path,
        printedPath: layout.source.absolutePath,
        line: layout.bodyLine,
        key: layout.path,
        isKept: true,
        usedBy: file.path,
      },
      payload,
    );
    return text;
  }

  /** The layout's front matter with what inner layouts set laid over it. */
  private withData(layout: Layout, inner: Value): RubyHash {
    const over = inner instanceof Map ? inner : NOTHING;
    let byLayout = this.merged.get(over);
    if (byLayout === undefined) this.merged.set(over, (byLayout = new Map()));
    let merged = byLayout.get(layout);
    if (merged === undefined) byLayout.set(layout, (merged = deepMerge(layout.data, over)));
    return merged;
  }
}

const NOTHING: RubyHash = new Map();

/** The line that names the layout; only the file where it comes from the configuration's `defaults`. */
function placeOfLayout({ path, source, bodyLine }: Renderable): messages.Place {
  if (source === null || !existsSync(source.absolutePath)) return { file: path };
  const header = readFileSync(source.absolutePath, 'utf8').split(/\r?\n/).slice(0, bodyLine);
  const index = header.findIndex((text) => /^layout *:/.test(text));
  return index < 0 ? { file: path } : { file: path, line: index + 1 };
}
