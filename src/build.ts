/** The pipeline: load, read, generate, render, clean, write. The one place where the stages meet, with what it hands to `build-pass.ts`. */
import { join } from 'node:path';
import { surroundingsOf } from './build-inputs.js';
import type { BuildOptions, BuildResult } from './build-options.js';
import {
  type BuiltPass,
  buildPass,
  type EarlierBuilds,
  type PassTools,
  type RenderedPass,
} from './build-pass.js';
import { type FirstLook, firstLookAfter } from './first-look.js';
import { canGoOn } from './keep-going.js';
import { isOnDisk, KeptTurns } from './kept-turns.js';
import { Profile } from './liquid/run/profile.js';
import type { Config } from './model/config.js';
import { type Diagnostic, SiteError } from './model/diagnostic.js';
import type { Hooks } from './model/hooks.js';
import type { Plugin } from './model/plugin.js';
import type { Site } from './model/site.js';
import { noteSaved } from './plugins/fresh-modules.js';
import { loadMarkdownItPlugins } from './plugins/load-markdown-it-plugins.js';
import { reachesAll } from './plugins/unseen.js';
import { KeptSources } from './read/kept-sources.js';
import { KeptEngines } from './render/kept-engines.js';
import { gatherDeprecations } from './report/deprecations.js';
import { collecting, isFailure, withoutTold } from './report/findings.js';
import { StageClock } from './report/stage-clock.js';
import { tellingOnce } from './report/told-once.js';
import { LostStateError } from './reuse/lost-state.js';
import { latestChange } from './site/latest-change.js';
import { leftOutOf, leftOutOfAll } from './site/left-out.js';
import { type BuiltSite, whyMissing } from './site/why-missing.js';
import { type StartedSite, startSite } from './start-site.js';
import { Staging } from './write/staging.js';
import { isComplete, NOTHING_WRITTEN, partsOf, writePasses } from './write-passes.js';

export type { BuildOptions, BuildResult } from './build-options.js';
export { loadConfig, prepareConfig } from './config/load.js';
export { KeptEngines } from './render/kept-engines.js';

/** Builds a site. The destination changes only when every page could be rendered; what goes wrong is told in the result. */
export async function build(options: BuildOptions): Promise<BuildResult> {
  const { config } = options;
  const engines = options.engines ?? new KeptEngines();
  const { reporter: told, diagnostics } = collecting(tellingOnce(options.reporter, engines.toldOnce));
  const { reporter, tell } = gatherDeprecations(told, config, engines.toldOnce);
  const clock = new StageClock();
  const isFailed = (): boolean => isFailure([...config.diagnostics, ...diagnostics], config);
  let isOutputChanged = false;
  const onChange = (): void => {
    isOutputChanged = true;
  };
  let ranOwnCode = false;
  const onOwnCode = (): void => {
    ranOwnCode = true;
  };
  let made = NOTHING_MADE;
  try {
    const told = { reporter, diagnostics, isFailed };
    made = await runStages({ ...options, ...told, engines, clock, onChange, onOwnCode });
  } catch (error) {
    if (!(error instanceof SiteError)) throw error;
    reporter.report(error.diagnostic);
  } finally {
    tell();
    if (!options.engines) engines.dispose();
  }
  return { ...made, ok: !isFailed(), isOutputChanged, ranOwnCode, stages: clock.stages, diagnostics };
}

/** What the stages make of a site. */
type Made = Omit<BuildResult, 'ok' | 'isOutputChanged' | 'ranOwnCode' | 'stages' | 'diagnostics'>;

const NOTHING_MADE: Made = {
  ...NOTHING_WRITTEN,
  pages: 0,
  profile: null,
  spans: [],
  broken: [],
  rendered: [],
  leftOut: [],
  whyMissing: () => ({ leftOut: [], near: [] }),
  firstLook: null,
};

interface Run extends BuildOptions {
  readonly engines: KeptEngines;
  readonly clock: StageClock;
  /** What was reported so far. */
  readonly diagnostics: readonly Diagnostic[];
  readonly isFailed: () => boolean;
  readonly onChange: () => void;
  /** Told before code of the user's runs. */
  readonly onOwnCode: () => void;
}

async function runStages({ config: given, plugins: more = [], ...run }: Run): Promise<Made> {
  const hosts = run.remembers ? run.engines.hosts : null;
  if (run.changed !== undefined) noteSaved(run.changed, given.directories.root);
  const started = await startSite(given, more, run.reporter.report, hosts);
  try {
    return await runStarted(started, run);
  } finally {
    started.close();
  }
}

async function runStarted(
  { config, plugins, missing, hooks, own }: StartedSite,
  run: Omit<Run, 'config' | 'plugins'>,
): Promise<Made> {
  const {
    reporter,
    diagnostics,
    engines,
    clock,
    isFailed,
    keepsGoing = false,
    pause,
    remembers = false,
  } = run;
  const markdownItPlugins = await loadMarkdownItPlugins(config, reporter.report);
  const keepsSpans = typeof config.profile === 'object';
  const profile = config.profile === false ? null : new Profile(() => performance.now(), keepsSpans);
  const { directories } = run.into === undefined ? config : writingInto(run.into, config);
  // What a user's own code reads nobody sees.
  const isSeen = markdownItPlugins.length === 0 && !own.some(reachesAll);
  if (own.length > 0 || markdownItPlugins.length > 0) run.onOwnCode();
  const isRemembered = run.into === undefined && (remembers || isOnDisk(config));
  const turns = isSeen && isRemembered ? new KeptTurns(engines, reporter.report, remembers) : null;
  const all = passesOf(config, plugins);
  const isPlain = all.length === 1 && !run.isDry && profile === null && own.length === 0 && !isWatched(hooks);
  const last = isPlain && !remembers ? turns?.whole(config) : null;
  if (last) return { ...NOTHING_MADE, ...last };
  if (isPlain && remembers) turns?.see(config, run.changed ?? null);
  const seen = turns?.seen ?? null;
  const staging = new Staging(directories, seen);
  const shared = { plugins, hooks, missing, markdownItPlugins, engines, profile };
  const goesOn = (site: Site): boolean => keepsGoing && canGoOn(site, diagnostics);
  const tools = { ...shared, reporter, staging, clock, isFailed, keepsGoing, goesOn, pause, turns };
  let isKept = false;
  try {
    const before = turns === null ? new Map() : surroundingsOf(config);
    const keptLinks = all.length > 1 && config.generation.linksAreKept ? new Map() : null;
    const passes: BuiltPass[] = [];
    for (const pass of all) passes.push(await buildPassWhole(pass, { ...tools, keptLinks }));
    const isGood = !isFailed() && passes.every(isComplete);
    const wanted = { isGood, keepsGoing, diagnostics, lastPaths: engines.lastPaths };
    const parts = run.isDry ? null : partsOf(passes, wanted);
    const isElsewhere = run.into !== undefined;
    const onCleaned = (): void => clock.finish('cleanup');
    const { known } = staging;
    const remembered = { known, seen, remembers: turns !== null };
    const writing = { ...run, hooks, keepsGoing, isElsewhere, onCleaned, ...remembered };
    const written = parts ? writePasses({ ...config, directories }, parts, writing) : NOTHING_WRITTEN;
    const { placed, ...made } = written;
    const broken = parts?.flatMap((part) => part.broken) ?? [];
    // What broken pages would have left to others nobody knows.
    isKept = placed !== undefined && isGood && broken.length === 0;
    let firstLook: FirstLook | null = null;
    if (isKept && turns !== null) {
      const stores = passes.map((pass) => turns.keep(pass as RenderedPass, placed!));
      staging.discard();
      const [store] = stores;
      if (isPlain && store) {
        const pass = passes[0] as RenderedPass;
        turns.keepInputs({ pass, store, placed: placed!, before }, config, diagnostics.length === 0);
        if (remembers)
          firstLook = firstLookAfter({ pass, store, config, tools: { ...shared, absent: missing } });
      }
    }
    clock.finish('write');
    const rendered = passes.flatMap((pass) => pass.rendered ?? []);
    const pages = rendered.reduce((sum, { turns }) => sum + turns.size, 0);
    const sites = passes.map(({ site, rendered }) => ({ site, pages: rendered?.pages ?? site.pages }));
    const costs = profile?.costs ?? null;
    const spans = keepsSpans ? [...clock.spans, ...profile!.spans] : [];
    return { ...made, pages, profile: costs, spans, broken, rendered, firstLook, ...missingFrom(sites) };
  } finally {
    // They may have written into what was known.
    if (!isKept && hooks.hasItemHooks) engines.kept.clear();
    turns?.discard();
    staging.discard();
  }
}

/** What is not in the output of these passes. */
function missingFrom(sites: readonly BuiltSite[]): Pick<BuildResult, 'leftOut' | 'whyMissing'> {
  const leftOut = leftOutOfAll(sites.map(({ site, pages }) => leftOutOf(site, pages)));
  return { leftOut, whyMissing: (address) => whyMissing(address, sites, leftOut) };
}

/** Builds a pass, and where a template asks for what only a turn that was not taken knows, once more with all turns taken. */
async function buildPassWhole(pass: Config, tools: PassTools): Promise<BuiltPass> {
  const { reporter, diagnostics } = collecting(tools.reporter);
  try {
    return await buildPass(pass, { ...tools, reporter });
  } catch (error) {
    if (!(error instanceof LostStateError)) throw error;
    const again = withoutTold(tools.reporter, diagnostics);
    return await buildPass(pass, {
      ...tools,
      reporter: again,
      turns: tools.turns && nothingKnown(tools.turns),
    });
  }
}

/** Moments of the whole build that somebody waits for, who may do anything then. */
const WATCHED = ['after_reset', 'post_read', 'pre_render', 'post_render', 'post_write'] as const;

function isWatched(hooks: Hooks): boolean {
  return hooks.waitsFor('post_write') || WATCHED.some((event) => hooks.waitsForSite(event));
}

function nothingKnown(turns: EarlierBuilds): EarlierBuilds {
  return {
    last: (config) => ({
      ...turns.last(config),
      turns: null,
      sources: new KeptSources(null, false, latestChange(config)),
    }),
  };
}

/** The configuration by which outputs are written into a folder that is nobody's. */
function writingInto(folder: string, config: Config): Config {
  const { directories } = config;
  const cache = join(folder, 'cache');
  return {
    ...config,
    directories: { ...directories, destination: join(folder, 'output'), cache, removesForeign: true },
  };
}

/** The configurations to build with, of which most sites have one. */
function passesOf(config: Config, plugins: readonly Plugin[]): readonly Config[] {
  for (const { passes } of plugins) {
    const own = passes?.(config);
    if (own && own.length > 0) return own;
  }
  return [config];
}
