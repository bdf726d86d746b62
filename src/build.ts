/** The pipeline: load, read, generate, render, clean, write. The one place where the stages meet, with what it hands to `build-pass.ts`. */
import { type BuiltPass, buildPass, type PassTools } from './build-pass.js';
import { KeptTurns } from './kept-turns.js';
import { Profile, type TemplateCost } from './liquid/run/profile.js';
import type { Config } from './model/config.js';
import { type Diagnostic, SiteError } from './model/diagnostic.js';
import type { Hooks } from './model/hooks.js';
import type { Output } from './model/output.js';
import type { Plugin } from './model/plugin.js';
import { loadMarkdownItPlugins } from './plugins/load-markdown-it-plugins.js';
import { KeptEngines } from './render/kept-engines.js';
import type { RenderedSite } from './render/render-site.js';
import { collecting, isFailure, withoutTold } from './report/findings.js';
import type { Reporter } from './report/logger.js';
import { StageClock, type StageTimes } from './report/stage-clock.js';
import { LostStateError } from './reuse/lost-state.js';
import { type StartedSite, startSite } from './start-site.js';
import { reportConflicts } from './write/conflicts.js';
import { listOutputs, survivors } from './write/outputs.js';
import { Staging } from './write/staging.js';
import { runWriteHooks, type WrittenOutputs, type WrittenSite, writeSite } from './write/write-site.js';

export { loadConfig, prepareConfig } from './config/load.js';
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
   * What each pass rendered, what each output read and what it left to others; empty when it did not come so far.
   *
   * @internal
   */
  readonly rendered: readonly RenderedSite[];
}

const NOTHING_WRITTEN: WrittenSite & { readonly manifest?: undefined } = {
  written: 0,
  unchanged: 0,
  removed: 0,
  changedPaths: [],
};

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
  let made: Made = { ...NOTHING_WRITTEN, pages: 0, profile: null, rendered: [] };
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

async function runStages({ config: given, plugins: more = [], ...run }: Run): Promise<Made> {
  const started = await startSite(given, more, run.reporter.report);
  try {
    return await runStarted(started, run);
  } finally {
    started.close();
  }
}

async function runStarted(
  { config, plugins, missing, hooks, hasOwnCode }: StartedSite,
  run: Omit<Run, 'config' | 'plugins'>,
): Promise<Made> {
  const { reporter, engines, clock, isFailed } = run;
  const markdownItPlugins = await loadMarkdownItPlugins(config, reporter.report);
  const profile = config.profile === false ? null : new Profile(() => performance.now());
  const staging = new Staging(config.directories);
  // What a user's own code reads nobody sees.
  const isSeen = !hasOwnCode && markdownItPlugins.length === 0;
  const turns = config.incremental && isSeen ? new KeptTurns(engines, reporter.report) : null;
  const shared = { plugins, hooks, missing, markdownItPlugins, engines, profile };
  const tools = { ...shared, reporter, staging, clock, isFailed, turns };
  try {
    const all = passesOf(config, plugins);
    const keptLinks = all.length > 1 && config.generation.linksAreKept ? new Map() : null;
    const passes: BuiltPass[] = [];
    for (const pass of all) passes.push(await buildPassWhole(pass, { ...tools, keptLinks }));
    const isGood = passes.every(isComplete) && !isFailed();
    const { manifest, ...written } = isGood ? write(config, passes, { ...run, hooks }) : NOTHING_WRITTEN;
    if (manifest) for (const { rendered } of passes) turns?.keep(rendered!, manifest);
    clock.finish('write');
    const rendered = passes.flatMap((pass) => pass.rendered ?? []);
    const pages = rendered.reduce((sum, { turns }) => sum + turns.size, 0);
    return { ...written, pages, profile: profile?.costs ?? null, rendered };
  } finally {
    staging.discard();
  }
}

/** Builds a pass, and where a template asks for what only a turn that was not taken knows, once more with all turns taken. */
async function buildPassWhole(pass: Config, tools: PassTools): Promise<BuiltPass> {
  const { reporter, diagnostics } = collecting(tools.reporter);
  try {
    return await buildPass(pass, { ...tools, reporter });
  } catch (error) {
    if (!(error instanceof LostStateError)) throw error;
    const again = withoutTold(tools.reporter, diagnostics);
    return await buildPass(pass, { ...tools, reporter: again, turns: { last: () => null } });
  }
}

/** The configurations to build with, of which most sites have one. */
function passesOf(config: Config, plugins: readonly Plugin[]): readonly Config[] {
  for (const { passes } of plugins) {
    const own = passes?.(config);
    if (own && own.length > 0) return own;
  }
  return [config];
}

type RenderedPass = BuiltPass & { readonly rendered: RenderedSite };

function isComplete(pass: BuiltPass): pass is RenderedPass {
  return pass.rendered?.isComplete === true;
}

function write(
  config: Config,
  passes: readonly RenderedPass[],
  { hooks, reporter, isFailed, onChange }: Omit<Run, 'config'> & { readonly hooks: Hooks },
): WrittenOutputs | typeof NOTHING_WRITTEN {
  let outputs: readonly Output[] = [];
  for (const { site, rendered } of passes) {
    const own = listOutputs(site, rendered.pages, rendered.turns);
    reportConflicts(own, config.directories.destination, reporter.report);
    outputs = [...survivors(outputs, own, site.config), ...own];
  }
  if (isFailed()) return NOTHING_WRITTEN;
  const written = writeSite(config, outputs, { hooks, reporter, onChange });
  for (const { site, rendered, extensions } of passes) {
    const { markdownify } = extensions.converters;
    runWriteHooks(site, rendered.pages, rendered.turns, { hooks, markdownify });
    hooks.site('post_write', { ...site, pages: rendered.pages });
  }
  return written;
}
