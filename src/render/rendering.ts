/** Everything one build renders with, put together. */
import type { Highlighter } from '../highlight/highlighter.js';
import { createEngine } from '../liquid/engine.js';
import type { Filter } from '../liquid/filter.js';
import type { Profile } from '../liquid/run/profile.js';
import type { TagDefinition } from '../liquid/tag.js';
import type { Config } from '../model/config.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { Hooks } from '../model/hooks.js';
import type { Document, Page } from '../model/page.js';
import type { Site } from '../model/site.js';
import { DependencyRecorder } from '../reuse/recorder.js';
import type { Value } from '../ruby/value.js';
import { ArrayMemo } from './array-memo.js';
import { BuildScope } from './build-scope.js';
import type { ConverterChains } from './converter-chains.js';
import { ExcerptDrop } from './drops/excerpt-drop.js';
import { JekyllDrop } from './drops/jekyll-drop.js';
import { pageHash } from './drops/page-hash.js';
import { SiteDrop } from './drops/site-drop.js';
import { ThemeDrop } from './drops/theme-drop.js';
import { Excerpts, excerptPath } from './excerpts.js';
import { Layouts } from './layouts.js';
import { LiquidRenderer } from './liquid-renderer.js';
import { rendersLiquid, type TurnTools } from './page.js';
import { Texts } from './page-texts.js';
import { SiteRenderContext, type TextConverters } from './render-context.js';

/** What rendering needs besides the site. */
export interface RenderTools {
  readonly chains: ConverterChains;
  /** What filters convert with. */
  readonly converters: TextConverters;
  readonly tags: readonly TagDefinition[];
  readonly filters: readonly Filter[];
  /** Names of tags with an end tag, for excerpts that cut one in two. */
  readonly blockTags: ReadonlySet<string>;
  /** Where templates' costs are kept; `null` measures nothing. */
  readonly profile: Profile | null;
  readonly hooks: Hooks;
  readonly highlighter: Highlighter | null;
  /** Languages met for which the highlighter has no lexer, until they are reported. */
  readonly unhighlighted: string[];
  /** Sets the URL of a page that came up while rendering. */
  readonly assignUrl: (page: Page) => void;
  readonly report: (diagnostic: Diagnostic) => void;
  readonly onProgress: (done: number, total: number) => void;
}

/** The tools of a turn, and what is kept from turn to turn. */
export interface Workshop extends TurnTools {
  readonly recorder: DependencyRecorder;
  readonly siteDrop: SiteDrop;
  readonly unhighlighted: string[];
}

/** Makes the workshop of one build and cuts the excerpts. */
export function createWorkshop(site: Site, tools: RenderTools): Workshop {
  const { config } = site;
  const { chains, hooks, report } = tools;
  const texts = new Texts((file) => {
    if (file.kind === 'page') siteDrop.refresh(file);
  });
  const recorder = new DependencyRecorder();
  const memo = new ArrayMemo(
    (compute) => recorder.record(null, compute),
    (key) => recorder.depend(key),
  );
  const scope = new BuildScope(site, texts, recorder, memo, () => excerpts);
  const siteDrop: SiteDrop = new SiteDrop(site, scope);
  const globals = new Map<string, Value>([
    ['site', siteDrop],
    ['jekyll', new JekyllDrop(config.environment, scope)],
    ['theme', themeDrop(config)],
  ]);
  const context = new SiteRenderContext({ ...tools, site, globals, recorder, memo });
  const engine = createEngine({
    ...config.liquid,
    tags: tools.tags,
    filters: tools.filters,
    profile: tools.profile,
  });
  const liquid = new LiquidRenderer(engine, context, config.directories.root, report);
  const layouts = new Layouts(site.layouts, liquid, (key) => recorder.depend(key), report);
  const excerpts = new Excerpts(
    (tag) => tools.blockTags.has(tag),
    report,
    (file, text) => renderExcerpt(file, text, { scope, chains, liquid }),
  );
  excerpts.prepare(site);
  return {
    scope,
    texts,
    chains,
    layouts,
    liquid,
    hooks,
    payload: new Map(),
    recorder,
    siteDrop,
    unhighlighted: tools.unhighlighted,
  };
}

function themeDrop({ themeDescription, environment, isEnvironmentSet }: Config): ThemeDrop | null {
  return (
    themeDescription && new ThemeDrop(themeDescription, isEnvironmentSet && environment === 'development')
  );
}

/** Liquid and converters on an excerpt, with a payload of its own and without hooks and layouts (Jekyll 4.4.1, `Excerpt#output`). */
function renderExcerpt(
  file: Page | Document,
  text: string,
  { scope, chains, liquid }: Pick<TurnTools, 'scope' | 'chains' | 'liquid'>,
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
