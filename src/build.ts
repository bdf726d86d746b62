/** The pipeline: read, generate, render, clean, write. The one place where the stages meet. */
import { assignUrl } from './generate/assign-urls.js';
import { generateSite } from './generate-site.js';
import type { TemplateCost } from './liquid/run/profile.js';
import type { Config } from './model/config.js';
import { type Diagnostic, SiteError } from './model/diagnostic.js';
import type { Plugin } from './model/plugin.js';
import type { Site } from './model/site.js';
import { loadMarkdownItPlugins } from './plugins/load-markdown-it-plugins.js';
import { loadPlugins } from './plugins/load-plugins.js';
import { readSite } from './read/read-site.js';
import { createExtensions, type Extensions } from './render/extensions.js';
import { KeptEngines } from './render/kept-engines.js';
import { type RenderedSite, renderSite } from './render/render-site.js';
import { collecting, isFailure, withoutRepeats } from './report/findings.js';
import type { Reporter } from './report/logger.js';
import * as messages from './report/messages.js';
import { StageClock, type StageTimes } from './report/stage-clock.js';
import { Recorder } from './reuse/recorder.js';
import { withTimeZone } from './ruby/time/time-zone.js';
import { isTruthy } from './ruby/value.js';
import { reportConflicts } from './write/conflicts.js';
import { refuseForeignDestination } from './write/foreign-folder.js';
import { listOutputs } from './write/outputs.js';
import { Staging } from './write/staging.js';
import { runWriteHooks, type WrittenSite, writeSite } from './write/write-site.js';

export { loadConfig } from './config/load.js';
export { KeptEngines } from './render/kept-engines.js';

/** What a build needs. */
export interface BuildOptions {
  readonly config: Config;
  /** Told of every warning and error as it comes up, and of progress. */
  readonly reporter: Reporter;
  /** Engines that outlive the build, for whoever builds again and again; without them the build starts and ends its own. */
  readonly engines?: KeptEngines;
  /** Plugins besides those that the configuration names, after them. */
  readonly plugins?: readonly Plugin[];
}

/** How a build went. */
export interface BuildResult extends WrittenSite {
  /** Whether it went well: no errors, with `strict` no warnings either, those of the configuration counted. */
  readonly ok: boolean;
  /** Whether anything in the destination has changed, which a build that fails while it writes cannot take back. */
  readonly isOutputChanged: boolean;
  /** Pages and documents rendered. */
  readonly pages: number;
  /** Wall time of each stage in milliseconds. */
  readonly stages: StageTimes;
  /** What each template cost, with `profile`; else `null`. */
  readonly profile: ReadonlyMap<string, TemplateCost> | null;
  /** All that this build reported, in order. */
  readonly diagnostics: readonly Diagnostic[];
  /**
   * What was rendered, what each output read and what it left to others; `null` when it did not come so far.
   *
   * @internal
   */
  readonly rendered: RenderedSite | null;
}

const NOTHING_WRITTEN: WrittenSite = { written: 0, unchanged: 0, removed: 0, changedPaths: [] };

/** Builds a site. The destination changes only when every page could be rendered; what goes wrong is told in the result. */
export async function build(options: BuildOptions): Promise<BuildResult> {
  const { config } = options;
  const { reporter, diagnostics } = collecting(options.reporter);
  const engines = options.engines ?? new KeptEngines();
  const clock = new StageClock();
  const isFailed = (): boolean => isFailure([...config.diagnostics, ...diagnostics], config);
  let isOutputChanged = false;
  const onChange = (): void => {
    isOutputChanged = true;
  };
  let made: Made = { ...NOTHING_WRITTEN, pages: 0, profile: null, rendered: null };
  try {
    made = await runStages({ ...options, reporter, engines, clock, isFailed, onChange });
  } catch (error) {
    if (!(error instanceof SiteError)) throw error;
    reporter.report(error.diagnostic);
  } finally {
    if (!options.engines) engines.dispose();
  }
  return { ...made, ok: !isFailed(), isOutputChanged, stages: clock.stages, diagnostics };
}

/** What the stages make of a site. */
type Made = Omit<BuildResult, 'ok' | 'isOutputChanged' | 'stages' | 'diagnostics'>;

interface Run extends BuildOptions {
  readonly engines: KeptEngines;
  readonly clock: StageClock;
  readonly isFailed: () => boolean;
  readonly onChange: () => void;
}

async function runStages({
  config,
  reporter,
  engines,
  clock,
  isFailed,
  onChange,
  plugins: more = [],
}: Run): Promise<Made> {
  const inZone = <T>(run: () => T): T => withTimeZone(config.timezone, run);
  const { plugins: loaded, missing } = await loadPlugins(config, reporter.report);
  const plugins = [...loaded, ...more];
  const markdownItPlugins = await loadMarkdownItPlugins(config, reporter.report);
  const recorder = new Recorder(withoutRepeats(reporter.report));
  const parts = { plugins, markdownItPlugins, engines, recorder, absent: missing };
  const extensions = await createExtensions(config, parts);
  clock.finish('load');
  const staging = new Staging(config.directories);
  try {
    if (!isFailed()) refuseForeignDestination(config, null);
    const read = inZone(() => readSite(config, reporter, staging));
    clock.finish('read');
    const site = await generateSite(read, { plugins, extensions, reporter });
    for (const warning of missing.unconvertedPages(site, extensions.isConverted)) reporter.report(warning);
    clock.finish('generate');
    refuseRelativePermalinks(config);
    if (!isFailed()) refuseForeignDestination(config, site);
    const rendered = isFailed() ? null : inZone(() => render(site, staging, { extensions, reporter }));
    clock.finish('render');
    const isGood = rendered?.isComplete === true && !isFailed();
    const written = isGood
      ? write(site, rendered, { extensions, reporter, isFailed, onChange })
      : NOTHING_WRITTEN;
    clock.finish('write');
    return {
      ...written,
      pages: rendered?.turns.size ?? 0,
      profile: extensions.profile?.costs ?? null,
      rendered,
    };
  } finally {
    staging.discard();
  }
}

/** Jekyll 4.4.1, `Site#relative_permalinks_are_deprecated`, asked when rendering begins. */
function refuseRelativePermalinks({ settings }: Config): void {
  if (isTruthy(settings.get('relative_permalinks') ?? null))
    throw new SiteError(messages.relativePermalinks());
}

function render(
  site: Site,
  staging: Staging,
  { extensions, reporter }: Pick<WriteTools, 'extensions' | 'reporter'>,
): RenderedSite {
  return renderSite(site, {
    ...extensions,
    storage: staging,
    assignUrl: (page) => assignUrl(page, site, extensions),
    onProgress: (done, total) => reporter.progress.step('Rendering', done, total),
  });
}

interface WriteTools {
  readonly extensions: Extensions;
  readonly reporter: Reporter;
  readonly isFailed: () => boolean;
  readonly onChange: () => void;
}

function write(
  site: Site,
  { pages, turns }: RenderedSite,
  { extensions: { hooks, converters }, reporter, isFailed, onChange }: WriteTools,
): WrittenSite {
  const { config } = site;
  const outputs = listOutputs(site, pages, turns);
  reportConflicts(outputs, config.directories.destination, reporter.report);
  if (isFailed()) return NOTHING_WRITTEN;
  const written = writeSite(config, outputs, { hooks, reporter, onChange });
  runWriteHooks(site, pages, turns, { hooks, markdownify: converters.markdownify });
  hooks.site('post_write', site);
  return written;
}
