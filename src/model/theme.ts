import type { RubyHash } from '../ruby/value.js';

/** What is known of a theme: its folder and its gem's or package's description. */
export interface ThemeDescription {
  /** Absolute path of its folder. */
  readonly root: string;
  /** Whether `remote_theme` names it: then its `_config.yml` does not count, and of the gems it needs no generators and converters. */
  readonly isRemote: boolean;
  /** E.g. `2.5.2`; like the texts below `''` where nothing is said. */
  readonly version: string;
  /** Their names, in order; empty where nothing is said. */
  readonly authors: readonly string[];
  /** The gem's description, else its summary; the package's description. */
  readonly description: string;
  /** The gem's metadata, e.g. `homepage_uri` → an address; empty for a package. */
  readonly metadata: RubyHash;
  /** Names of the gems it needs while a site is built; Jekyll loads them as plugins. `jekyll` itself is left out. */
  readonly dependencies: readonly string[];
}
