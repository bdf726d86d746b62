import type { RubyHash } from '../ruby/value.js';

/** What is known of a theme: its folder and its gem's or package's description. */
export interface ThemeDescription {
  /** Absolute path of its folder. */
  readonly root: string;
  readonly version: string;
  readonly authors: readonly string[];
  readonly description: string;
  readonly metadata: RubyHash;
  /** Names of the gems it needs while a site is built; Jekyll loads them as plugins. `jekyll` itself is left out. */
  readonly dependencies: readonly string[];
}
