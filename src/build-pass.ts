/** One pass over a site: everything from what lies on the disk to outputs that wait to be written. */
import { assignUrl } from './generate/assign-urls.js';
import { beforeRendering, generateSite } from './generate-site.js';
import type { Config } from './model/config.js';
import { SiteError } from './model/diagnostic.js';
import type { Plugin } from './model/plugin.js';
import type { Site } from './model/site.js';
import type { MissingGems } from './plugins/missing-gems.js';
import { readSite } from './read/read-site.js';
import { createExtensions, type ExtensionParts, type Extensions } from './render/extensions.js';
import { type RenderedSite, renderSite } from './render/render-site.js';
import { withoutRepeats } from './report/findings.js';
import type { Reporter } from './report/logger.js';
import * as messages from './report/messages.js';
import type { StageClock } from './report/stage-clock.js';
import { Recorder } from './reuse/recorder.js';
import type { TurnStore } from './reuse/turn-store.js';
import { withTimeZone } from './ruby/time/time-zone.js';
import { isTruthy, type Value } from './ruby/value.js';
import { createPostInit } from './site/post-init.js';
import { resetSite } from './start-site.js';
import { refuseForeignDestination } from './write/foreign-folder.js';
import type { Staging } from './write/staging.js';

/** What all passes of a build share. */
export interface PassTools extends Omit<ExtensionParts, 'recorder' | 'absent'> {
  readonly plugins: readonly Plugin[];
  readonly missing: MissingGems;
  readonly reporter: Reporter;
  readonly staging: Staging;
  readonly clock: StageClock;
  /** The turns of earlier builds; `null` where nothing is taken over. */
  readonly turns: { last(config: Config): TurnStore | null } | null;
  /** Whether anything went wrong so far. */
  readonly isFailed: () => boolean;
}

/** What a pass made; nothing is rendered once anything went wrong. */
export interface BuiltPass {
  readonly site: Site;
  readonly extensions: Extensions;
  readonly rendered: RenderedSite | null;
}

/**
 * Builds what a configuration stands for, but for writing.
 *
 * @throws SiteError for what stops the build at once
 */
export async function buildPass(given: Config, tools: PassTools): Promise<BuiltPass> {
  const { plugins, hooks, missing, reporter, staging, clock, isFailed } = tools;
  const empty = resetSite(given, hooks);
  const { config } = empty;
  const inZone = <T>(run: () => T): T => withTimeZone(config.timezone, run);
  const recorder = new Recorder(withoutRepeats(reporter.report), tools.turns !== null);
  const extensions = await createExtensions(config, { ...tools, recorder, absent: missing });
  clock.finish('load');
  if (!isFailed()) refuseForeignDestination(config, null);
  const postInit = createPostInit(hooks, config, extensions.converters.markdownify);
  const tests = plugins.flatMap((plugin) => plugin.needsNoFrontMatter?.(config) ?? []);
  const needsNoHeader = (extension: string): boolean => tests.some((test) => test(extension));
  const read = inZone(() => readSite(config, reporter, staging, postInit, empty, needsNoHeader));
  clock.finish('read');
  const site = await generateSite(read, { plugins, extensions, reporter });
  for (const warning of missing.unconvertedPages(site, extensions.isConverted)) reporter.report(warning);
  clock.finish('generate');
  refuseRelativePermalinks(config);
  if (!isFailed()) refuseForeignDestination(config, site);
  if (isFailed()) return { site, extensions, rendered: null };
  const { site: begun, names } = beforeRendering(site, { plugins, extensions, reporter });
  const rendered = isFailed() ? null : inZone(() => render(begun, names, extensions, tools));
  clock.finish('render');
  return { site: begun, extensions, rendered };
}

/** Jekyll 4.4.1, `Site#relative_permalinks_are_deprecated`, asked when rendering begins. */
function refuseRelativePermalinks({ settings }: Config): void {
  if (isTruthy(settings.get('relative_permalinks') ?? null))
    throw new SiteError(messages.relativePermalinks());
}

function render(
  site: Site,
  names: ReadonlyMap<string, Value>,
  extensions: Extensions,
  { reporter, staging, turns }: PassTools,
): RenderedSite {
  return renderSite(site, {
    ...extensions,
    names,
    storage: staging,
    reuse: turns && { last: turns.last(site.config) },
    assignUrl: (page) => assignUrl(page, site, extensions),
    onProgress: (done, total) => reporter.progress.step('Rendering', done, total),
  });
}
