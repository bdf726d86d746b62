/** One page's or document's turn: Liquid, converters, layouts, hooks, in Jekyll's order (Jekyll 4.4.1, `Renderer#run`). */

import type { RenderedText } from '../liquid/engine.js';
import type { Hooks } from '../model/hooks.js';
import { type Document, lookup, type Page, type Paginator } from '../model/page.js';
import type { HookItem } from '../model/plugin.js';
import type { RubyHash, Value } from '../ruby/value.js';
import { isYaml } from '../url/extension.js';
import type { BuildScope } from './build-scope.js';
import type { ConverterChains } from './converter-chains.js';
import { pageHash } from './drops/page-hash.js';
import type { Layouts } from './layouts.js';
import { hasLiquid, type LiquidRenderer, type LiquidSource } from './liquid-renderer.js';
import type { Texts } from './page-texts.js';

type Text = Page | Document;

/** What a turn needs. */
export interface TurnTools {
  readonly scope: BuildScope;
  readonly texts: Texts;
  readonly chains: ConverterChains;
  readonly layouts: Layouts;
  readonly liquid: LiquidRenderer;
  readonly hooks: Hooks;
  /** Names seen by all pages of the build; each turn finds in it what the turn before left. */
  readonly payload: Map<string, Value>;
}

/** Renders a page or document; its texts are left in `tools.texts`. Answers the pages that came up on the way. */
export function renderPage(file: Text, tools: TurnTools): readonly Page[] {
  const { scope, texts, chains, layouts, hooks, payload } = tools;
  return scope.during(file.kind === 'document' ? file : null, () => {
    const item = new TextItem(file, texts);
    preparePayload(file, tools);
    hooks.item('pre_render', item, payload);
    const converted = chains.convert(renderBody(file, tools), { file, path: file.path });
    texts.setContent(file, converted.text);
    hooks.item('post_convert', item);
    const content = texts.contentOf(file);
    texts.setOutput(file, isWrapped(file) ? layouts.apply(content, file, payload) : content);
    hooks.item('post_render', item);
    return converted.pages;
  });
}

function preparePayload(file: Text, { scope, chains, layouts, payload }: TurnTools): void {
  const isPage = file.kind === 'page';
  const [first] = chains.for(file.extension);
  payload.set('page', isPage ? pageHash(file, scope) : scope.documentDrop(file.id));
  payload.set('paginator', isPage && file.paginator ? paginatorHash(file.paginator, scope) : null);
  payload.set('highlighter_prefix', first?.highlighterPrefix ?? null);
  payload.set('highlighter_suffix', first?.highlighterSuffix ?? null);
  layouts.announce(file, payload);
}

function renderBody(file: Text, { texts, liquid, payload }: TurnTools): RenderedText {
  const text = texts.contentOf(file);
  return rendersLiquid(file, text) ? liquid.render(sourceOf(file, text), payload) : { text, isAscii: false };
}

/** The part of a listing as templates see it, with its documents as they are now. */
function paginatorHash({ values, documents }: Paginator, scope: BuildScope): RubyHash {
  return new Map(values).set(
    'posts',
    documents.map((id) => scope.documentDrop(id)),
  );
}

/** Where a page's or document's own Liquid stands. */
function sourceOf(file: Text, text: string): LiquidSource {
  return {
    text,
    path: file.path,
    printedPath: file.kind === 'page' ? ownPath(file) : (file.source?.absolutePath ?? file.path),
    line: file.bodyLine,
    key: file.kind === 'page' ? pageTemplateKey(ownPath(file)) : file.path,
    isKept: false,
  };
}

/** A page's front matter may give another path (Jekyll 4.4.1, `Page#path`). */
function ownPath(page: Page): string {
  const path = page.data.get('path');
  return typeof path === 'string' ? path : page.path;
}

/**
 * The name Jekyll keeps a page's template under. It takes `…/gems/` in a path for a gem's folder, and `…/lib` for a folder inside one, so
 * `en/docs/lib/a.html` and `fr/docs/lib/a.html` are one template to it: the text of the first (Jekyll 4.4.1, `LiquidRenderer#normalize_path`).
 */
export function pageTemplateKey(path: string): string {
  const gem = path.lastIndexOf('/gems/');
  if (gem >= 0 && /^[^/]/.test(path.slice(gem + 6))) return path.slice(gem + 6);
  const inGem = /[^/]+\/lib/.exec(path);
  return inGem ? path.slice(inGem.index) : path.replace(/^\//, '');
}

const ASSET_EXTENSIONS: ReadonlySet<string> = new Set(['.sass', '.scss', '.coffee']);

/** Whether the text goes through Liquid; a document that is data as a whole, or CoffeeScript, never does. */
export function rendersLiquid(file: Text, text: string): boolean {
  if (lookup(file, 'render_with_liquid') === false) return false;
  if (file.kind === 'document' && (file.extension === '.coffee' || isYaml(file.extension))) {
    return false;
  }
  return hasLiquid(text);
}

function isWrapped(file: Text): boolean {
  if (ASSET_EXTENSIONS.has(file.extension) || lookup(file, 'layout') === 'none') return false;
  return file.kind === 'page' || !isYaml(file.extension);
}

/** A page or document as hooks change it. */
export class TextItem implements HookItem {
  constructor(
    readonly file: Text,
    private readonly texts: Texts,
  ) {}

  get data(): Text['data'] {
    return this.file.data;
  }

  get content(): string {
    return this.texts.contentOf(this.file);
  }

  set content(text: string) {
    this.texts.setContent(this.file, text);
  }

  get output(): string | null {
    return this.texts.outputOf(this.file);
  }

  set output(text: string | null) {
    this.texts.setOutput(this.file, text ?? '');
  }
}
