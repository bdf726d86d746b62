/** A command of its own: `utterson NAME …`. The command line does not know of these yet. */
export interface PluginCommand {
  /** As users type it, e.g. `deploy`. */
  readonly name: string;
  /** One sentence for `--help`, e.g. `Uploads the site`. */
  readonly description: string;
  /**
   * @param args what stands behind the name, as typed
   * @returns the exit code, 0 for success
   */
  run(args: readonly string[]): number | Promise<number>;
}
