/**
 * Stands in the command line's bundle for js-yaml (esbuild.config.js), which gray-matter has as the engine of those who give none. We give
 * ours, and save loading a parser of YAML and one of JavaScript.
 */

/** Never called. */
export function safeLoad(): never {
  throw new Error('gray-matter must be given an engine for YAML');
}

/** Never called. */
export function safeDump(): never {
  throw new Error('gray-matter must not be asked to write YAML');
}
