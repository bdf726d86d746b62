import type { Config } from './config.js';
import type { Diagnostic } from './diagnostic.js';

/** What a command may use. */
export interface CommandTools {
  /** The site's configuration, with the defaults of plugins. */
  readonly config: Config;
  /** Builds the site as `utterson build` does, and says how it went. @returns whether it went well */
  build(): Promise<boolean>;
  /** Says what is being done, e.g. `Deploy:` `Uploading 12 files`. */
  info(topic: string, message: string): void;
  /** Tells the user of something wrong. */
  report(diagnostic: Diagnostic): void;
}

/** A command of its own: `utterson NAME …`. One of a name that the program has itself is never run. */
export interface PluginCommand {
  /** As users type it, e.g. `deploy`. */
  readonly name: string;
  /** One sentence for `--help`, e.g. `Upload the site`. */
  readonly description: string;
  /**
   * Does the work; what it throws is told with the plugin, its file and line.
   *
   * @param args  what stands behind the name, as typed; the program's own flags, such as `--source`, stand before it
   * @param tools what it may use of the program
   * @returns the exit code; nothing is 0, for success
   */
  run(args: readonly string[], tools: CommandTools): CommandResult | Promise<CommandResult>;
}

/** An exit code, 0 for success, or nothing for that. */
export type CommandResult = number | undefined;
