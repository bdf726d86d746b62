/** Utterson as a library: load a configuration, build a site. The engines stand alone as `utterson/markdown` and `utterson/liquid`. */
export {
  type BuildOptions,
  type BuildResult,
  build,
  KeptEngines,
  loadConfig,
  prepareConfig,
} from './build.js';
export { buildSite, type SiteOptions } from './build-site.js';
export type { Config } from './model/config.js';
export { type Diagnostic, SiteError } from './model/diagnostic.js';
export type { LeftOut, LeftOutReason, MissingAddress, NearAddress } from './model/left-out.js';
export type { Document, Page, SiteFile, StaticFile } from './model/page.js';
export {
  type Additions,
  type CleanHook,
  type CommandTools,
  type Conversion,
  ConversionError,
  type Converter,
  type ConverterTools,
  type Generator,
  type GeneratorTools,
  type Hook,
  type HookItem,
  type ItemHook,
  type MadePage,
  type Plugin,
  type PluginCommand,
  type PluginContext,
  type PluginFilter,
  type PluginTag,
  type PluginTools,
  type SiteHook,
} from './model/plugin.js';
export type { Collection, Layout, Site } from './model/site.js';
export {
  type CommandReporter,
  createReporter,
  PLAIN,
  type Reporter,
  type ReporterOptions,
} from './report/logger.js';
export type { Stage, StageTimes } from './report/stage-clock.js';
