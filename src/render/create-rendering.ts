/** Everything one site is rendered with, put together. */
import { createEngine } from '../liquid/compiling-engine.js';
import type { PageKeys } from '../liquid/engine.js';
import type { Profile } from '../liquid/run/profile.js';
import type { Config } from '../model/config.js';
import type { Hooks } from '../model/hooks.js';
import type { TextStorage } from '../model/output.js';
import type { Page } from '../model/page.js';
import type { Site } from '../model/site.js';
import type { SiteRendering } from '../model/site-rendering.js';
import type { Recorder } from '../reuse/recorder.js';
import type { Value } from '../ruby/value.js';
import { resolveReferences } from '../site/file-references.js';
import { createPostInit, type PostInit } from '../site/post-init.js';
import { allDocuments } from '../site/site-files.js';
import type { MarkdownAhead } from './ahead/markdown-ahead.js';
import { ArrayMemo } from './array-memo.js';
import type { ConverterChains } from './converter-chains.js';
import { BuildScope } from './drops/build-scope.js';
import { JekyllDrop } from './drops/jekyll-drop.js';
import { SiteDrop } from './drops/site-drop.js';
import { ThemeDrop } from './drops/theme-drop.js';
import { Excerpts } from './excerpts.js';
import type { Extensions } from './extensions.js';
import { Fingerprints } from './fingerprints.js';
import { FirstResults } from './first-results.js';
import { Includes } from './includes.js';
import { Layouts } from './layouts.js';
import { LiquidRenderer } from './liquid-renderer.js';
import { OutputEncoding } from './output-encoding.js';
import { templateKey } from './page-template.js';
import { methodsOfPayload, Payload } from './payload.js';
import { SiteRenderContext } from './render-context.js';
import { renderExcerpt } from './render-excerpt.js';
import { RenderState } from './render-state.js';
import { createSiteRendering } from './site-rendering.js';
import type { KeptOutputs, ReuseParts } from './turn-reuse.js';

/** What rendering needs besides the site. */
export interface RenderTools extends Extensions {
  /** Sets the URL of a page that came up while rendering. */
  readonly assignUrl: (page: Page) => void;
  readonly onProgress: (done: number, total: number) => void;
  /** Names visible to every template that hooks have added. */
  readonly names: ReadonlyMap<string, Value>;
  /** Where texts of finished turns are kept. */
  readonly storage: TextStorage & KeptOutputs;
  /** Begins to convert bodies ahead of their turns; `null` where all are converted in them. */
  readonly ahead: ((site: Site) => MarkdownAhead) | null;
  /** Turns that may be taken over; `null` for a build that compares nothing. */
  readonly reuse: Omit<ReuseParts, 'outputs'> | null;
}

/** One site's rendering: what is kept from turn to turn. */
export interface Rendering {
  readonly site: Site;
  readonly config: Config;
  readonly scope: BuildScope;
  readonly state: RenderState;
  readonly chains: ConverterChains;
  readonly layouts: Layouts;
  readonly liquid: LiquidRenderer;
  readonly hooks: Hooks;
  /** What runs when a page has come up; `null` for nothing. */
  readonly postInit: PostInit | null;
  /** Names seen by all pages of the build; each turn finds in it what the turn before left. */
  readonly payload: Payload;
  /** The site as plugins ask it. */
  readonly rendering: SiteRendering;
  readonly recorder: Recorder;
  readonly memo: ArrayMemo;
  /** Markdown to HTML, for hooks. */
  readonly markdownify: (text: string) => string;
  readonly siteDrop: SiteDrop;
  readonly firsts: FirstResults;
  readonly outputEncoding: OutputEncoding;
  /** Measures what is rendered; `null` for nothing. */
  readonly profile: Profile | null;
  /** Bodies that are converted ahead of their turns; `null` for none. */
  readonly ahead: MarkdownAhead | null;
  /** What stands behind keys at this moment. */
  readonly fingerprints: Fingerprints;
}

/** Puts together what a site is rendered with, and cuts the excerpts. */
export function createRendering(site: Site, tools: RenderTools): Rendering {
  const { config } = site;
  const { chains, hooks, recorder, kramdown } = tools;
  const ahead = tools.ahead?.(site) ?? null;
  const state = new RenderState();
  const memo = new ArrayMemo(recorder);
  const firsts = new FirstResults(recorder);
  const scope = new BuildScope({
    site,
    state,
    recorder,
    memo,
    excerpts: () => excerpts,
    kramdown: () => kramdown.value,
  });
  const siteDrop: SiteDrop = new SiteDrop(site, scope);
  const theme = themeDrop(config, recorder);
  const globals = new Map<string, Value>([
    ['site', siteDrop],
    ['jekyll', new JekyllDrop(config.environment, scope)],
    ['theme', theme],
  ]);
  const methods = methodsOfPayload(theme);
  const includes = new Includes(config);
  const context = new SiteRenderContext({
    ...tools,
    site,
    includes,
    globals,
    methods,
    recorder,
    memo,
    firsts,
  });
  const { tags, filters, profile, absent, blank } = tools;
  const pageKeys = pageKeysOf(site);
  const engine = createEngine({ ...config.liquid, tags, filters, profile, pageKeys, absent, blank });
  const liquid = new LiquidRenderer(engine, context, config.directories.root);
  for (const word of ['counter', 'cycles', 'lastChanged', 'offsets', 'template']) {
    recorder.onRestore(word, (name, value) => engine.restore(name, value, context));
  }
  const layouts = new Layouts(site.layouts, liquid, recorder);
  const excerpts = new Excerpts(
    (tag) => tools.blockTags.has(tag),
    recorder,
    firsts,
    tools.storage,
    (file, text) => renderExcerpt(file, text, { scope, chains, liquid }),
  );
  const fingerprints = new Fingerprints({
    site,
    recorder,
    includes,
    code: tools.code,
    pages: () => siteDrop.allPages,
    excerptOf: (file) => excerpts.printOf(file),
  });
  const payload = new Payload(recorder);
  const rendering = createSiteRendering({ ...tools, site, siteDrop, state, engine, context, payload });
  context.rendering = rendering;
  resolveReferences(site, (id) => siteDrop.fileValue(id));
  excerpts.prepare(site, tools.reuse?.known ?? null);
  return {
    site,
    config,
    scope,
    state,
    chains,
    layouts,
    liquid,
    hooks,
    postInit: createPostInit(hooks, config, tools.converters.markdownify),
    payload,
    rendering,
    recorder,
    memo,
    markdownify: tools.converters.markdownify,
    siteDrop,
    firsts,
    outputEncoding: new OutputEncoding(site, includes),
    profile,
    ahead,
    fingerprints,
  };
}

function themeDrop(
  { themeDescription, environment, isEnvironmentSet }: Config,
  recorder: Recorder,
): ThemeDrop | null {
  if (themeDescription === null) return null;
  const showsRoot = isEnvironmentSet && environment === 'development';
  return new ThemeDrop(themeDescription, showsRoot, (key) => recorder.depend(key));
}

/** Several pages have one key when a listing is split, or when Jekyll takes their paths for one (see `templateKey`). */
function pageKeysOf(site: Site): PageKeys {
  const keys = new Set<string>();
  const shared = new Set<string>();
  for (const file of [...site.pages, ...allDocuments(site)]) {
    const key = templateKey(file);
    if (keys.has(key)) shared.add(key);
    else keys.add(key);
  }
  return { has: (key) => keys.has(key), isShared: (key) => shared.has(key) };
}
