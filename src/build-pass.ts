/** One pass over a site: everything from what lies on the disk to outputs that wait to be written. */

import { examineAnchors, examineSite } from './examine-site.js';
import { assignUrl } from './generate/assign-urls.js';
import { beforeRendering, generateSite } from './generate-site.js';
import type { Config } from './model/config.js';
import { SiteError } from './model/diagnostic.js';
import type { Renderable } from './model/page.js';
import type { Plugin } from './model/plugin.js';
import type { Site } from './model/site.js';
import type { MissingGems } from './plugins/missing-gems.js';
import type { KeptSources, SourceRecords } from './read/kept-sources.js';
import { readSite } from './read/read-site.js';
import { type StartedAhead, startAhead } from './render/ahead/start-ahead.js';
import { createExtensions, type ExtensionParts, type Extensions } from './render/extensions.js';
import { type RenderedSite, renderSite } from './render/render-site.js';
import { withoutRepeats } from './report/findings.js';
import type { Reporter } from './report/logger.js';
import * as messages from './report/messages.js';
import type { StageClock } from './report/stage-clock.js';
import type { Base } from './reuse/changes-file.js';
import type { StorePlace } from './reuse/disk-store.js';
import type { FreshPack } from './reuse/fresh-pack.js';
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
  /** What may be taken over; `null` where nothing is. */
  readonly turns: EarlierBuilds | null;
  /** Whether anything went wrong so far. */
  readonly isFailed: () => boolean;
  /** Whether a page that cannot be read is told of, and all else built. */
  readonly keepsGoing: boolean;
  /** Whether a site is rendered although something went wrong. */
  readonly goesOn: (site: Site) => boolean;
  /** See `BuildOptions.pause`. */
  readonly pause: (() => Promise<void>) | undefined;
}

/** Knows what earlier builds left. */
export interface EarlierBuilds {
  last(config: Config): KnownBuild;
}

/** What earlier builds left to a pass. */
export interface KnownBuild {
  readonly turns: TurnStore | null;
  readonly sources: KeptSources;
  /** Where that is kept. */
  readonly place: StorePlace;
  /** What stands on the disk that `turns` began with; see `KeptOnDisk`. */
  readonly base: KnownBase | null;
  /** Where texts go that are kept with it; `null` where nothing is kept on the disk. */
  readonly texts: FreshPack | null;
}

/** What stands on the disk since the last build that changed much. */
export interface KnownBase {
  readonly turns: Base;
  readonly files: SourceRecords['files'];
}

/** What a pass made; nothing is rendered once anything went wrong. */
export interface BuiltPass {
  readonly site: Site;
  readonly extensions: Extensions;
  readonly rendered: RenderedSite | null;
  /** What it knew of earlier builds; `null` where nothing is taken over. */
  readonly known: KnownBuild | null;
}

/** A pass that rendered, whether or not all of it. */
export type RenderedPass = BuiltPass & { readonly rendered: RenderedSite };

/**
 * Builds what a configuration stands for, but for writing.
 *
 * @throws SiteError for what stops the build at once
 */
export async function buildPass(given: Config, tools: PassTools): Promise<BuiltPass> {
  const closing: (() => void)[] = [];
  try {
    return await runPass(given, tools, (close) => closing.push(close));
  } finally {
    for (const close of closing) close();
  }
}

/** @param atEnd has something done when the pass is over, whatever its end */
async function runPass(
  given: Config,
  tools: PassTools,
  atEnd: (close: () => void) => void,
): Promise<BuiltPass> {
  const { plugins, hooks, missing, reporter, staging, clock, isFailed } = tools;
  const empty = resetSite(given, hooks);
  const { config } = empty;
  const inZone = <T>(run: () => T): T => withTimeZone(config.timezone, run);
  await tools.pause?.();
  const recorder = new Recorder(withoutRepeats(reporter.report), tools.turns !== null);
  const extensions = await createExtensions(config, { ...tools, recorder, absent: missing });
  clock.finish('reset');
  if (!isFailed()) refuseForeignDestination(config, null);
  const postInit = createPostInit(hooks, config, extensions.converters.markdownify);
  const tests = plugins.flatMap((plugin) => plugin.needsNoFrontMatter?.(config) ?? []);
  const needsNoHeader = (extension: string): boolean => tests.some((test) => test(extension));
  const known = tools.turns?.last(config) ?? null;
  const kept = known?.sources ?? null;
  staging.leaveTo(known?.texts ?? null);
  const options = { postInit, start: empty, kept, needsNoHeader, keepsGoing: tools.keepsGoing };
  const read = inZone(() => readSite(config, reporter, staging, options));
  clock.finish('read');
  const ahead = startAhead({
    site: read,
    extensions,
    markdownItPlugins: tools.markdownItPlugins,
    isSettled: (file) => kept !== null && needsNoMarkdown(file, kept),
    keepsCode: tools.engines.runFile !== undefined,
  });
  if (ahead !== null) atEnd(ahead.close);
  const site = await generateSite(read, { plugins, extensions, reporter, kept });
  for (const warning of missing.unconvertedPages(site, extensions.isConverted)) reporter.report(warning);
  // Of a site that is built several times, each time is but a part.
  const isExamined = config.strict && config.pass === null;
  const examined = { site, extensions, plugins, absent: missing };
  if (isExamined) for (const finding of examineSite(examined, undefined, 'later')) reporter.report(finding);
  clock.finish('generate');
  refuseRelativePermalinks(config);
  if (!isFailed()) refuseForeignDestination(config, site);
  const isStopped = isFailed() && !tools.goesOn(site);
  if (isStopped) return { site, extensions, rendered: null, known };
  const { site: begun, names } = beforeRendering(site, { plugins, extensions, reporter, kept: null });
  const steps =
    isFailed() && !tools.goesOn(begun) ? null : render(begun, { names, ahead, extensions, known }, tools);
  const rendered = steps && (await inSteps(steps, inZone, tools.pause));
  if (isExamined && rendered)
    for (const finding of examineAnchors(examined, rendered.turns)) reporter.report(finding);
  clock.finish('render');
  return { site: begun, extensions, rendered, known };
}

/** Jekyll 4.4.1, `Site#relative_permalinks_are_deprecated`, asked when rendering begins. */
function refuseRelativePermalinks({ settings }: Config): void {
  if (isTruthy(settings.get('relative_permalinks') ?? null))
    throw new SiteError(messages.relativePermalinks());
}

/** Milliseconds of work between two pauses. */
const STRETCH = 50;

/** Takes the steps, with a pause now and then. The zone is set for one stretch at a time: in a pause others run. */
async function inSteps<T>(
  steps: Generator<void, T>,
  inZone: (run: () => IteratorResult<void, T>) => IteratorResult<void, T>,
  pause: (() => Promise<void>) | undefined,
): Promise<T> {
  for (;;) {
    const end = performance.now() + STRETCH;
    const last = inZone(() => {
      let step = steps.next();
      while (!step.done && (pause === undefined || performance.now() < end)) step = steps.next();
      return step;
    });
    if (last.done) return last.value;
    await pause?.();
  }
}

/** Whether a file is as an earlier build left it, or it is known that Liquid has a part in it. */
function needsNoMarkdown(file: Renderable, kept: KeptSources): boolean {
  return kept.isUnchanged(file) || kept.recordOf(file)?.mayHoldLiquid === true;
}

interface RenderParts extends Pick<BuiltPass, 'extensions' | 'known'> {
  readonly names: ReadonlyMap<string, Value>;
  readonly ahead: StartedAhead | null;
}

function render(
  site: Site,
  { names, ahead, extensions, known }: RenderParts,
  { reporter, staging }: PassTools,
): Generator<void, RenderedSite> {
  return renderSite(site, {
    ...extensions,
    names,
    ahead: ahead && ((begun) => ahead.begin(begun)),
    storage: staging,
    reuse: known && { last: known.turns, known: known.sources },
    assignUrl: (page) => assignUrl(page, site, extensions),
    onProgress: (done, total) => reporter.progress.step('Rendering', done, total),
  });
}
