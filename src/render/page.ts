/** One page's or document's turn: Liquid, converters, layouts, hooks, in Jekyll's order (Jekyll 4.4.1, `Renderer#run`). */
import type { RenderedText } from '../liquid/engine.js';
import { lookup, type Page, type Paginator, type Renderable } from '../model/page.js';
import type { RubyHash } from '../ruby/value.js';
import { isYaml } from '../url/extension.js';
import type { Converted } from './converter-chains.js';
import type { Rendering } from './create-rendering.js';
import type { BuildScope } from './drops/build-scope.js';
import { ownPageHash } from './drops/page-hash.js';
import { ObservedHash } from './drops/recorded-hash.js';
import { RenderedItem } from './hook-item.js';
import type { LiquidSource } from './liquid-renderer.js';
import { ownPath, rendersLiquid, templateKey } from './page-template.js';

/** What a turn needs. */
export type TurnTools = Pick<
  Rendering,
  | 'scope'
  | 'state'
  | 'chains'
  | 'layouts'
  | 'liquid'
  | 'hooks'
  | 'postInit'
  | 'payload'
  | 'recorder'
  | 'memo'
  | 'fingerprints'
  | 'markdownify'
  | 'rendering'
  | 'config'
  | 'profile'
  | 'ahead'
>;

/**
 * Renders a page or document; its texts are left in `tools.state`. Answers the pages that came up on the way.
 *
 * @param known what its body becomes, before layouts, where that is known; else `null`
 */
export function renderPage(file: Renderable, tools: TurnTools, known: string | null): readonly Page[] {
  const { scope, state, layouts, hooks, postInit, payload } = tools;
  const item = hooks.hasItemHooks ? new RenderedItem(file, tools) : null;
  const trigger = (event: 'pre_render' | 'post_convert' | 'post_render'): void => {
    if (item === null) return;
    const run = (): void => hooks.item(event, item, event === 'pre_render' ? payload : null);
    if (tools.profile === null) run();
    else tools.profile.span('hook', `${file.kind} ${event}`, run);
    item.settle();
  };
  return scope.during(file.kind === 'document' ? file : null, () => {
    preparePayload(file, tools);
    trigger('pre_render');
    const html = known ?? tools.ahead?.take(file) ?? null;
    const converted = html === null ? convertBody(file, tools) : recallBody(file, html, tools);
    // What comes up is made like the page it comes from, whose front matter it has.
    const added = converted.pages.map((page) => postInit?.madePage(page, page.data) ?? page);
    state.setContent(file, converted.text);
    trigger('post_convert');
    const content = state.contentOf(file);
    state.setOutput(file, isWrapped(file) ? layouts.apply(content, file, payload) : content);
    trigger('post_render');
    return added;
  });
}

function convertBody(file: Renderable, tools: TurnTools): Converted {
  return tools.chains.convert(renderBody(file, tools), { file, path: file.path });
}

function recallBody(file: Renderable, text: string, { chains }: TurnTools): Converted {
  chains.recallMarkdown(file);
  return { text, pages: [] };
}

function preparePayload(file: Renderable, { scope, chains, layouts, payload }: TurnTools): void {
  const isPage = file.kind === 'page';
  const [first] = chains.for(file.extension);
  payload.begin();
  payload.set('page', isPage ? ownPageHash(file, scope) : scope.documentDrop(file.id));
  payload.set('paginator', isPage && file.paginator ? paginatorHash(file, file.paginator, scope) : null);
  payload.set('highlighter_prefix', first?.highlighterPrefix ?? null);
  payload.set('highlighter_suffix', first?.highlighterSuffix ?? null);
  layouts.announce(file, payload);
}

function renderBody(file: Renderable, { state, liquid, payload }: TurnTools): RenderedText {
  const text = state.contentOf(file);
  return rendersLiquid(file, text) ? liquid.render(sourceOf(file, text), payload) : { text, isAscii: false };
}

/** The part of a listing as templates see it, with its documents as they are now. */
function paginatorHash(page: Page, { values, documents }: Paginator, scope: BuildScope): RubyHash {
  const posts = documents.map((id) => scope.documentDrop(id));
  return new ObservedHash(new Map(values).set('posts', posts), () =>
    scope.readAttribute('pages', page.id, 'paginator'),
  );
}

/** Where a page's or document's own Liquid stands. */
function sourceOf(file: Renderable, text: string): LiquidSource {
  return {
    text,
    path: file.path,
    printedPath: file.kind === 'page' ? ownPath(file) : (file.source?.absolutePath ?? file.path),
    line: file.bodyLine,
    key: templateKey(file),
    isKept: false,
  };
}

const ASSET_EXTENSIONS: ReadonlySet<string> = new Set(['.sass', '.scss', '.coffee']);

function isWrapped(file: Renderable): boolean {
  if (ASSET_EXTENSIONS.has(file.extension) || lookup(file, 'layout') === 'none') return false;
  return file.kind === 'page' || !isYaml(file.extension);
}
