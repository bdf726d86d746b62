/** From what was read to what is rendered: addresses, generators, neighbours. Generators see what several stages can do. */
import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { assignUrl, assignUrls } from './generate/assign-urls.js';
import { pageMaker } from './generate/made-page.js';
import { linkNeighbours } from './generate/neighbours.js';
import { type GeneratorHost, runChangingHook, runGenerators } from './generate/run-generators.js';
import { FilterError } from './liquid/filter.js';
import { createSiteUrls, type UrlContext } from './liquid/filters/urls.js';
import type { CollectionConfig, Config } from './model/config.js';
import { IN_MEMORY, wholeText } from './model/output.js';
import type { Document, Page } from './model/page.js';
import type { Plugin } from './model/plugin.js';
import type { Site } from './model/site.js';
import type { SiteRendering } from './model/site-rendering.js';
import { makeDocument } from './read/document.js';
import type { KeptSources } from './read/kept-sources.js';
import { makePage } from './read/page.js';
import { createReadContext, type ReadContext } from './read/read-context.js';
import { createRendering } from './render/create-rendering.js';
import type { Extensions } from './render/extensions.js';
import type { Reporter } from './report/logger.js';
import { withTimeZone } from './ruby/time/time-zone.js';
import { toS } from './ruby/to-s.js';
import { UriError } from './ruby/uri.js';
import type { Value } from './ruby/value.js';
import { detachReferences } from './site/file-references.js';
import { createPostInit } from './site/post-init.js';

/** What the site is generated with. */
export interface GenerateTools {
  readonly plugins: readonly Plugin[];
  readonly extensions: Extensions;
  readonly reporter: Reporter;
  /** Where pages and documents went at the last build; `null` where that is not known. */
  readonly kept: KeptSources | null;
}

/** The site as it is rendered. What generators read through their tools is recorded. */
export async function generateSite(onDisk: Site, tools: GenerateTools): Promise<Site> {
  const { plugins, extensions } = tools;
  const { hooks, recorder } = extensions;
  const host = hostOf(onDisk, tools);
  const read = hooks.changing('post_read', onDisk, (hook, site) => runChangingHook(hook, site, host, null));
  withTimeZone(read.config.timezone, () => assignUrls(read, extensions, tools.kept));
  const generators = plugins.flatMap(({ name, generators }) =>
    (generators ?? []).map((generator) => ({ plugin: name, generator })),
  );
  const { value: site, keys } = await recorder.rememberAsync('generators', () =>
    runGenerators(read, generators, host),
  );
  linkNeighbours(site);
  return { ...site, generatedFrom: keys };
}

/** The site as the hooks that wait for its rendering leave it, and the names that they add for all templates. */
export function beforeRendering(
  given: Site,
  tools: GenerateTools,
): { readonly site: Site; readonly names: ReadonlyMap<string, Value> } {
  const { hooks } = tools.extensions;
  if (!hooks.waitsForSite('pre_render')) return { site: detachReferences(given), names: new Map() };
  const host = hostOf(given, tools);
  const names = new Map<string, Value>();
  const site = hooks.changing('pre_render', given, (hook, current) =>
    runChangingHook(hook, current, host, names),
  );
  if (site !== given) linkNeighbours(site);
  return { site: detachReferences(site), names };
}

function hostOf(site: Site, { extensions, reporter }: GenerateTools): GeneratorHost {
  const { config } = site;
  const postInit = createPostInit(extensions.hooks, config, extensions.converters.markdownify);
  const context = createReadContext(config, { time: site.time, reporter, storage: IN_MEMORY, postInit });
  const inZone = <T>(run: () => T): T => withTimeZone(config.timezone, run);
  const defaultsFor: GeneratorHost['defaultsFor'] = (path, type = 'pages') =>
    context.defaults.valuesFor(path, type);
  const initialized = (page: Page): Page => {
    if (postInit === null || page.isInitialized) return page;
    const made = inZone(() =>
      page.source === null ? postInit.madePage(page, defaultsFor(page.path)) : postInit.readPage(page),
    );
    return { ...made, isInitialized: true };
  };
  const makePageFor = pageMaker(defaultsFor);
  const urls = createSiteUrls();
  const urlContext = (current: Config): UrlContext => ({ config: current, render: extensions.recorder });
  return {
    assignUrl: (file, current) => inZone(() => assignUrl(file, current, extensions)),
    inZone,
    defaultsFor,
    page: (parts) => initialized(makePageFor(parts)),
    rendering: (current) => renderingOf(current, extensions),
    textOf: ({ body }) => wholeText(body),
    readPage: ({ source }) => ({
      ...makePage(source, readFileSync(source.absolutePath), context),
      isInitialized: true,
    }),
    readDocument: (path, label) => readDocument(path, site.collections.get(label)?.config ?? null, context),
    initialize: initialized,
    markdownify: extensions.converters.markdownify,
    relativeUrl: (path, current) => addressOf(() => urls.relative(urlContext(current), path)),
    absoluteUrl: (path, current) => addressOf(() => urls.absolute(urlContext(current), path)),
    info: reporter.info,
    report: extensions.report,
    profile: extensions.profile,
  };
}

function readDocument(
  path: string,
  collection: CollectionConfig | null,
  context: ReadContext,
): Document | null {
  if (collection === null) return null;
  const absolutePath = resolve(context.config.directories.collections, path);
  const { mtimeMs, size } = statSync(absolutePath);
  const file = { path, absolutePath, modifiedAt: mtimeMs, size };
  return makeDocument({ file, bytes: readFileSync(absolutePath), path, collection }, context);
}

/** What a site that is not finished would be rendered with. */
function renderingOf(site: Site, extensions: Extensions): SiteRendering {
  const detached = detachReferences(site);
  linkNeighbours(detached);
  const { rendering } = createRendering(detached, {
    ...extensions,
    names: new Map(),
    storage: { ...IN_MEMORY, keep: (_file, output) => output, find: () => null },
    ahead: null,
    reuse: null,
    assignUrl: (page) => assignUrl(page, detached, extensions),
    onProgress: () => {},
  });
  return rendering;
}

/** Outside templates a text that makes no address is no filter's error. */
function addressOf(make: () => Value): string {
  try {
    return toS(make());
  } catch (error) {
    if (error instanceof FilterError) throw new UriError(error.message);
    throw error;
  }
}
