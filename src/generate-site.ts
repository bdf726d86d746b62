/** From what was read to what is rendered: addresses, generators, neighbours. Generators see what several stages can do. */
import { readFileSync } from 'node:fs';
import { assignUrl, assignUrls } from './generate/assign-urls.js';
import { pageMaker } from './generate/made-page.js';
import { linkNeighbours } from './generate/neighbours.js';
import { type GeneratorHost, runGenerators, runReadHook } from './generate/run-generators.js';
import { FilterError } from './liquid/filter.js';
import { createSiteUrls, type UrlContext } from './liquid/filters/urls.js';
import type { Config } from './model/config.js';
import { IN_MEMORY, wholeText } from './model/output.js';
import type { Page } from './model/page.js';
import type { Plugin } from './model/plugin.js';
import type { Site } from './model/site.js';
import type { KeptSources } from './read/kept-sources.js';
import { makePage } from './read/page.js';
import { createReadContext } from './read/read-context.js';
import type { Extensions } from './render/extensions.js';
import type { Reporter } from './report/logger.js';
import { withTimeZone } from './ruby/time/time-zone.js';
import { toS } from './ruby/to-s.js';
import { UriError } from './ruby/uri.js';
import type { Value } from './ruby/value.js';
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
  const read = hooks.afterReading(onDisk, (hook, site) => runReadHook(hook, site, host));
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
    textOf: ({ body }) => wholeText(body),
    readPage: ({ source }) => ({
      ...makePage(source, readFileSync(source.absolutePath), context),
      isInitialized: true,
    }),
    initialize: initialized,
    markdownify: extensions.converters.markdownify,
    relativeUrl: (path, current) => addressOf(() => urls.relative(urlContext(current), path)),
    absoluteUrl: (path, current) => addressOf(() => urls.absolute(urlContext(current), path)),
    info: reporter.info,
    report: extensions.report,
  };
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
