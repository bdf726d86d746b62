import type { Hook, Plugin } from '../model/plugin.js';
import type { BlankRule } from './run/method-literal.js';
import type { TagDefinition } from './tag.js';

/** A plugin like any other, which may also bring tags of the engine's own kind: a gem restated here. */
export interface EnginePlugin extends Plugin {
  /** That loading the gem tells Ruby's objects what `blank?` is; default `none`. */
  readonly blank?: BlankRule;
  /** Stands for code that another program runs: another text when that is, by the name in its key. */
  readonly code?: { readonly name: string; readonly print: string };
  /** Made anew for each build: what a tag keeps belongs to one. */
  readonly liquidTags?: () => readonly TagDefinition[];
  /** Likewise hooks, after the others. */
  readonly hooksOfBuild?: () => readonly Hook[];
  /** Likewise members of any kind that share what belongs to a build; they stand in the place of its own of the same name. */
  readonly ofBuild?: () => Partial<Plugin>;
}
