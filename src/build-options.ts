/** What a build is given, and what it answers. */
import type { FirstLook } from './first-look.js';
import type { BrokenPage } from './keep-going.js';
import type { TemplateCost } from './liquid/run/profile.js';
import type { Config } from './model/config.js';
import type { Diagnostic } from './model/diagnostic.js';
import type { LeftOut, MissingAddress } from './model/left-out.js';
import type { Plugin } from './model/plugin.js';
import type { Span } from './model/span.js';
import type { KeptEngines } from './render/kept-engines.js';
import type { RenderedSite } from './render/render-site.js';
import type { Reporter } from './report/logger.js';
import type { StageTimes } from './report/stage-clock.js';
import type { WrittenSite } from './write/write-site.js';

/** What a build needs. */
export interface BuildOptions {
  readonly config: Config;
  /** Told of every warning and error as it comes up, and of progress. */
  readonly reporter: Reporter;
  /** Engines that outlive the build, for whoever builds again and again; without them the build starts and ends its own. */
  readonly engines?: KeptEngines;
  /** Whether other builds with the same engines follow, so that what this one knows is kept for them in memory; default no. */
  readonly remembers?: boolean;
  /**
   * Absolute paths of all in the source that came, went or changed since the last build with these engines that went well; default `null`,
   * which is whatever may have changed.
   *
   * @internal
   */
  readonly changed?: readonly string[] | null;
  /** Plugins besides those that the configuration names, after them. */
  readonly plugins?: readonly Plugin[];
  /**
   * Folder that is written to, in place of a destination that only looks as if it were: a clean build to compare with, which takes nothing
   * over and is remembered by none.
   *
   * @internal
   */
  readonly into?: string;
  /**
   * Whether nothing is written, for whoever wants to know what a build would do; default no.
   *
   * @internal
   */
  readonly isDry?: boolean;
  /**
   * Whether good pages are written although others could not be made, which stay as they were: for a server that shows what is wrong in
   * their place. Default: false.
   */
  readonly keepsGoing?: boolean;
  /** Waited for every 50 milliseconds of rendering, for whoever has something else to do meanwhile. Default: nothing. */
  readonly pause?: () => Promise<void>;
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
  /**
   * What ran when, with a `profile` that goes to a file; else empty.
   *
   * @internal
   */
  readonly spans: readonly Span[];
  /**
   * Whether code of the user's ran, which may write anywhere.
   *
   * @internal
   */
  readonly ranOwnCode: boolean;
  /** What could not be made while all else was written (`keepsGoing`); else empty. */
  readonly broken: readonly BrokenPage[];
  /** All that this build reported, in order. */
  readonly diagnostics: readonly Diagnostic[];
  /** Files that are left out, and why; empty when the source could not be read. */
  readonly leftOut: readonly LeftOut[];
  /** Why nothing is at an address, a whole one or one from the root on; knows nothing when the source could not be read. */
  readonly whyMissing: (address: string) => MissingAddress;
  /**
   * What each pass rendered, what each output read and what it left to others; empty when it did not come so far.
   *
   * @internal
   */
  readonly rendered: readonly RenderedSite[];
  /**
   * A first look at what is saved from now on, for whoever builds again and again; `null` where only a build can tell.
   *
   * @internal
   */
  readonly firstLook: FirstLook | null;
}
