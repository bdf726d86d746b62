import type { StaticFile } from './page.js';

/** One of the builds that make up a site, e.g. that of one language; see `Plugin.passes`. */
export interface SitePass {
  /** In messages, e.g. `de`. */
  readonly name: string;
  /**
   * Its folder in the destination, e.g. `de`; `''` for the destination itself. What passes before it wrote there goes, unless it writes it,
   * too, or its `keepFiles` keep it.
   */
  readonly folder: string;
  /** Where in the destination an output goes; default: into the folder. @param path within the folder, e.g. `about/index.html` */
  readonly place?: (path: string) => string;
  /** A folder of the source whose `_posts` are read in the place of the source's own, e.g. `_i18n/de`. */
  readonly postsFolder?: string;
  /** Whether a static file is left out of the output. Default: none is. */
  readonly omits?: (file: StaticFile) => boolean;
}
