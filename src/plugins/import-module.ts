/** Whether this is in the one file of the command line (esbuild.config.js). */
declare const __ONE_FILE__: boolean;
/** Given to that file by whoever runs it. */
declare const __import: typeof importModule;

/**
 * The exports of a module outside this package. The command line leaves it to `launch.ts`: with Node 20, code from V8's cache cannot
 * import.
 */
export function importModule(url: string): Promise<{ readonly default?: unknown }> {
  return __ONE_FILE__ ? __import(url) : import(url);
}
