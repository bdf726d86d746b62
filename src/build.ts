/** The pipeline: read, generate, render, clean, write. The one place where the stages meet. */
import { readFileSync } from 'node:fs';
import { assignUrl, assignUrls } from './generate/assign-urls.js';
import { linkNeighbours } from './generate/neighbours.js';
import { runGenerators } from './generate/run-generators.js';
import type { TemplateCost } from './liquid/run/profile.js';
import type { Config } from './model/config.js';
import { type Diagnostic, SiteError } from './model/diagnostic.js';
import type { Plugin } from './model/plugin.js';
import type { Site } from './model/site.js';
import { builtInPlugins } from './plugins/built-in-plugins.js';
import { BUILT_IN_GEMS } from './plugins/known-gems.js';
import { loadMarkdownItPlugins } from './plugins/load-markdown-it-plugins.js';
import { loadPlugins } from './plugins/load-plugins.js';
import { makePage } from './read/page.js';
import { createReadContext } from './read/read-context.js';
import { readSite } from './read/read-site.js';
import { createToolbox, type Toolbox, type ToolboxParts } from './render/extensions.js';
import { Engines } from './render/kept-engines.js';
import { type RenderedSite, renderSite } from './render/render-site.js';
import type { Reporter } from './report/logger.js';
import * as messages from './report/messages.js';
import { withTimeZone } from './ruby/time/time-zone.js';
import { isTruthy } from './ruby/value.js';
import { reportConflicts } from './write/conflicts.js';
import { listOutputs } from './write/outputs.js';
import { runWriteHooks, type WrittenSite, writeSite } from './write/write-site.js';

export { loadConfig } from './config/load.js';
export { Engines } from './render/kept-engines.js';

/** What a build needs. */
export interface BuildOptions {
  readonly config: Config;
  /** Told of every warning and error as it comes up, and of progress. */
  readonly reporter: Reporter;
  /** One that outlives the build, for whoever builds again and again; without it the build starts and ends its own. */
  readonly engines?: Engines;
}

/** How a build went. Whether it failed is the reporter's to say: it counts the errors. */
export interface BuildResult extends WrittenSite {
  /** Pages and documents rendered. */
  readonly pages: number;
  /** Wall time of each stage in milliseconds. */
  readonly stages: Readonly<Record<Stage, number>>;
  /** What each template cost, with `profile`; else `null`. */
  readonly profile: ReadonlyMap<string, TemplateCost> | null;
  /** All that was reported, in order. */
  readonly diagnostics: readonly Diagnostic[];
}

export type Stage = 'load' | 'read' | 'generate' | 'render' | 'write';

const NOTHING_WRITTEN: WrittenSite = { written: 0, unchanged: 0, removed: 0, changedPaths: [] };

/**
 * Builds a site. The destination changes only when every page could be rendered.
 *
 * @throws SiteError for what stops the build at once; failures of single pages are reported, and stop it before anything is written
 */
export async function build(options: BuildOptions): Promise<BuildResult> {
  const { reporter } = options;
  const config = withOwnKramdown(options.config);
  const clock = new StageClock();
  const inZone = <T>(run: () => T): T => withTimeZone(config.timezone, run);
  const plugins = loadPlugins(config, themeDependencies(config), reporter.report);
  const engines = options.engines ?? new Engines();
  const { report } = reporter;
  try {
    const markdownItPlugins = await loadMarkdownItPlugins(config, report);
    const toolbox = await createToolbox(config, { plugins, markdownItPlugins, engines, report });
    clock.finish('load');
    const read = inZone(() => readSite(config, reporter));
    clock.finish('read');
    const site = await generate(read, plugins, toolbox, reporter, inZone);
    clock.finish('generate');
    refuseRelativePermalinks(config);
    const rendered = isFailed(config, reporter) ? null : inZone(() => render(site, toolbox, reporter));
    clock.finish('render');
    const written = rendered === null ? NOTHING_WRITTEN : write(site, rendered, toolbox, reporter);
    clock.finish('write');
    return {
      ...written,
      pages: rendered?.state.size ?? 0,
      stages: clock.stages,
      profile: toolbox.profile?.costs ?? null,
      diagnostics: reporter.reported,
    };
  } finally {
    if (!options.engines) engines.dispose();
  }
}

/** The site as it would be rendered, but for what plugins do. For commands that only look. */
export async function prepareSite({ config, reporter }: BuildOptions): Promise<Site> {
  const inZone = <T>(run: () => T): T => withTimeZone(config.timezone, run);
  const toolbox = await createToolbox(config, withoutPlugins(reporter.report));
  return generate(
    inZone(() => readSite(config, reporter)),
    [],
    toolbox,
    reporter,
    inZone,
  );
}

/** What templates and `plugins:` may name. */
export async function abilitiesOf(config: Config): Promise<Abilities> {
  const named = [...themeDependencies(config), ...config.plugins];
  const plugins = named.flatMap((name) => builtInPlugins.get(name) ?? []);
  const { tagNames } = await createToolbox(config, { ...withoutPlugins(() => {}), plugins });
  return { tags: tagNames, gems: BUILT_IN_GEMS, plugins: new Set(builtInPlugins.keys()) };
}

/** See `abilitiesOf`. */
export interface Abilities {
  /** Names of Liquid tags, those inside blocks (`else`, `when`, `endif`, …) included. */
  readonly tags: ReadonlySet<string>;
  /** Gems whose work is done here, whether named or not. */
  readonly gems: ReadonlySet<string>;
  /** Gems whose work is done here when `plugins` names them. */
  readonly plugins: ReadonlySet<string>;
}

async function generate(
  read: Site,
  plugins: readonly Plugin[],
  toolbox: Toolbox,
  reporter: Reporter,
  inZone: <T>(run: () => T) => T,
): Promise<Site> {
  toolbox.hooks.site('post_read', read);
  inZone(() => assignUrls(read, toolbox));
  const context = createReadContext(read.config, read.time, reporter);
  const generators = plugins.flatMap((plugin) => plugin.generators ?? []);
  const site = await runGenerators(read, generators, {
    assignUrl: (file, current) => inZone(() => assignUrl(file, current, toolbox)),
    inZone,
    defaultsFor: (path, type = 'pages') => context.defaults.valuesFor(path, type),
    readPage: ({ source }) => makePage(source, readFileSync(source.absolutePath), context),
    markdownify: toolbox.converters.markdownify,
    info: reporter.info,
    report: toolbox.report,
  });
  linkNeighbours(site);
  return site;
}

/** Jekyll 4.4.1, `Site#relative_permalinks_are_deprecated`, asked when rendering begins. */
function refuseRelativePermalinks({ settings }: Config): void {
  if (isTruthy(settings.get('relative_permalinks') ?? null))
    throw new SiteError(messages.relativePermalinks());
}

function render(site: Site, toolbox: Toolbox, reporter: Reporter): RenderedSite {
  return renderSite(site, {
    ...toolbox,
    assignUrl: (page) => assignUrl(page, site, toolbox),
    onProgress: (done, total) => reporter.progress.step('Rendering', done, total),
  });
}

function write(site: Site, rendered: RenderedSite, toolbox: Toolbox, reporter: Reporter): WrittenSite {
  const { config } = site;
  if (!rendered.isComplete || isFailed(config, reporter)) return NOTHING_WRITTEN;
  const outputs = listOutputs(site, rendered.pages, rendered.state);
  reportConflicts(outputs, config.directories.destination, reporter.report);
  if (isFailed(config, reporter)) return NOTHING_WRITTEN;
  const written = writeSite(config, outputs, toolbox.hooks, reporter);
  runWriteHooks(site, rendered.pages, rendered.state, toolbox.hooks);
  toolbox.hooks.site('post_write', site);
  return written;
}

/** A build completes the `kramdown` section, which templates see; the next build must not find it so. */
function withOwnKramdown(config: Config): Config {
  const kramdown = new Map(config.kramdown);
  return { ...config, kramdown, settings: new Map(config.settings).set('kramdown', kramdown) };
}

/** Gems that come with the theme (Jekyll 4.4.1, `PluginManager#require_theme_deps`). */
function themeDependencies({ themeDescription }: Config): readonly string[] {
  return themeDescription?.dependencies ?? [];
}

function withoutPlugins(report: Reporter['report']): ToolboxParts {
  return { plugins: [], markdownItPlugins: [], engines: new Engines(), report };
}

/** Errors fail a build; with `--strict` warnings do too. */
function isFailed(config: Config, { counts }: Reporter): boolean {
  return counts.errors > 0 || (config.strict && counts.warnings > 0);
}

class StageClock {
  readonly stages: Record<Stage, number> = { load: 0, read: 0, generate: 0, render: 0, write: 0 };
  private last = performance.now();

  /** Adds the time since the last call, or since the start, to a stage. */
  finish(stage: Stage): void {
    const now = performance.now();
    this.stages[stage] += now - this.last;
    this.last = now;
  }
}
